package org.gemba.demo.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.demo.k3cloud.FormKind;

/// The committed files as they are, not as the generator would write them.
final class SampleFiles {
    static final Path FOLDER = Path.of("sample-data");

    private final Map<String, List<Row>> read = new HashMap<>();

    /// One line of a file.
    record Row(NamedCsvRecord values) {
        String text(String key) {
            return values.findField(key).orElse("");
        }

        /// 0 where the cell is empty.
        BigDecimal number(String key) {
            return text(key).isEmpty() ? BigDecimal.ZERO : new BigDecimal(text(key));
        }

        String mto() {
            return text("FMtoNo") + text("FMTONo") + text("FMTONO");
        }

        String material() {
            return text("FMaterialId.FNumber");
        }

        boolean counts() {
            return List.of("B", "C", "D").contains(text("FDocumentStatus"));
        }
    }

    List<Row> rows(FormKind form) {
        return read.computeIfAbsent(form.id(), SampleFiles::read);
    }

    List<Row> rows(FormKind form, String mto) {
        return rows(form).stream().filter(row -> row.mto().equals(mto)).toList();
    }

    static BigDecimal sum(List<Row> rows, String key) {
        return rows.stream().map(row -> row.number(key)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Row> read(String form) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("erp/" + form + ".csv"))) {
            return reader.stream().map(Row::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
