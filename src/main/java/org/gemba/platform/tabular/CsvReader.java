package org.gemba.platform.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.gemba.platform.tabular.TableReader.Row;

/// Reads CSV with commas, semicolons or tabs.
final class CsvReader {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private CsvReader() {}

    static void read(byte[] content, TableLimits limits, Consumer<Row> rows) {
        var text = TextEncoding.decode(content);
        var builder = de.siegmar.fastcsv.reader.CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(Math.max(16 * 1024, limits.cellCharacters() * 2));
        try (var csv = builder.ofCsvRecord(text)) {
            csv.forEach(line -> rows.accept(new Row(line.getStartingLineNumber(), line.getFields())));
        } catch (CsvParseException | UncheckedIOException e) {
            throw TableReader.broken("is no readable CSV: " + reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable last = failure;
        while (last.getCause() != null) last = last.getCause();
        return String.valueOf(last.getMessage());
    }

    /// The one that the first line has most of, outside quotes.
    static char separator(String text) {
        int[] counts = new int[SEPARATORS.size()];
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == '"') quoted = !quoted;
            if (!quoted && (letter == '\n' || letter == '\r')) break;
            int which = quoted ? -1 : SEPARATORS.indexOf(letter);
            if (which >= 0) counts[which]++;
        }
        int best = 0;
        for (int which = 1; which < counts.length; which++) if (counts[which] > counts[best]) best = which;
        return SEPARATORS.get(best);
    }
}
