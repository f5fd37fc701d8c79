package org.gemba.platform.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.gemba.platform.tabular.TableReader.Row;
import org.jspecify.annotations.Nullable;

/// Reads the first sheet of an XLSX file.
final class XlsxReader {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Pattern DATE = Pattern.compile(".*(y|d|m.*[-/年月]|h).*", Pattern.CASE_INSENSITIVE);

    private XlsxReader() {}

    static void read(byte[] content, TableLimits limits, Consumer<Row> rows) {
        ZipCheck.check(content, limits);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false));
                var stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(row -> {
                var cells = new ArrayList<String>(row.getCellCount());
                for (int column = 0; column < row.getCellCount(); column++) cells.add(text(row.getCell(column)));
                while (!cells.isEmpty() && cells.getLast().isEmpty()) cells.removeLast();
                if (!cells.isEmpty()) rows.accept(new Row(row.getRowNum(), cells));
            });
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw TableReader.broken("is no readable XLSX file");
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) return "";
        if (cell.getType() == CellType.NUMBER) return number(cell);
        if (cell.getType() == CellType.FORMULA) {
            var value = cell.getValue();
            return value instanceof BigDecimal number ? plain(number) : value == null ? "" : value.toString();
        }
        return cell.getText();
    }

    private static String number(Cell cell) {
        if (!isDate(cell.getDataFormatString())) return plain(cell.asNumber());
        var time = cell.asDate();
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("General")) return false;
        return DATE.matcher(LITERAL.matcher(format).replaceAll("")).matches();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
