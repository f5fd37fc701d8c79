package org.gemba.platform.tabular;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes a table as CSV in UTF-8: commas, CRLF, quotes only where needed, texts guarded against formulas.
///
/// @param byteOrderMark whether a mark goes first that tells Excel that it is UTF-8
public record CsvWriter(boolean byteOrderMark) {
    public static CsvWriter forExcel() {
        return new CsvWriter(true);
    }

    /// Leaves the stream open.
    public void write(Sheet sheet, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(new KeptOpen(out), StandardCharsets.UTF_8));
        if (byteOrderMark) writer.write('\uFEFF');
        var csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
        csv.writeRecord(sheet.headers().stream().map(FormulaGuard::guard).toList());
        for (var row : sheet.rows()) {
            var record = csv.writeRecord();
            for (var cell : row) record.writeField(text(cell));
            record.endRecord();
        }
        csv.flush();
        writer.flush();
    }

    static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> plain(number);
            case Percent percent -> plain(percent.fraction().movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
            case Number number -> number.toString();
            case CharSequence text -> FormulaGuard.guard(text.toString());
            case Enum<?> word -> FormulaGuard.guard(word.name());
            default -> cell.toString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
