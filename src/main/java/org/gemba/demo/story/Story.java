package org.gemba.demo.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.gemba.demo.k3cloud.DocumentSource;
import org.gemba.demo.k3cloud.FormKind;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.k3cloud.MemoryDocuments;

/// The sample data as they were told, seen from a given day: whatever the files say about the story's last day is about
/// that day.
public final class Story {
    private static final String FOLDER = "/sample-data/";

    private final LocalDate today;
    private final LocalDate lastDay;

    private Story(LocalDate today, LocalDate lastDay) {
        this.today = today;
        this.lastDay = lastDay;
    }

    public static Story seenFrom(LocalDate today) {
        var properties = new Properties();
        try (var in = open("story.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Story(today, LocalDate.parse(properties.getProperty("last.day")));
    }

    /// How many days later than in the files everything happens.
    public long shift() {
        return ChronoUnit.DAYS.between(lastDay, today);
    }

    /// The documents of the ERP, dates moved. Numbers of orders stay as they are told.
    public DocumentSource erp() {
        var documents = MemoryDocuments.builder().shiftedBy(shift());
        for (var form : mastersFirst())
            read("erp/" + form.id() + ".csv", row -> documents.add(form, row.getFieldsAsMap()));
        return documents.build();
    }

    /// The rows of a file of another chapter as they are told, by the names of its columns.
    ///
    /// @param file for example `kpi/entries`
    public List<Map<String, String>> rows(String file) {
        var rows = new ArrayList<Map<String, String>>();
        read(file + ".csv", row -> rows.add(row.getFieldsAsMap()));
        return rows;
    }

    private static List<FormKind> mastersFirst() {
        var masters = List.of(Forms.MATERIAL, Forms.CUSTOMER);
        return java.util.stream.Stream.concat(
                        masters.stream(), Forms.ALL.stream().filter(form -> !masters.contains(form)))
                .toList();
    }

    private static void read(String file, Consumer<NamedCsvRecord> each) {
        try (var reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            reader.forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        var in = Story.class.getResourceAsStream(FOLDER + file);
        if (in == null) throw new IllegalStateException("the program comes without " + FOLDER + file);
        return in;
    }
}
