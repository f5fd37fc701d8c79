package org.gemba.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes a table as one XLSX sheet: bold frozen header with filters, real numbers, dates and percentages, texts always
/// as strings. Rows leave as they come.
public final class XlsxWriter {
    private static final int FLUSH_ROWS = 500;
    private static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;
    private static final int MOST_TEXT = 32_767;
    private static final int WIDEST = 60;

    /// Leaves the stream open.
    ///
    /// @throws IllegalArgumentException for more rows than a sheet holds
    public void write(Sheet sheet, OutputStream out) throws IOException {
        try (var workbook = new Workbook(new KeptOpen(out), "Gemba", "1.0")) {
            var worksheet = workbook.newWorksheet(sheetName(sheet.name()));
            var widths = sheet.headers().stream().mapToInt(XlsxWriter::width).toArray();
            header(worksheet, sheet.headers());
            int row = 1;
            for (var cells : sheet.rows()) {
                if (row > MOST_ROWS) throw new IllegalArgumentException("a sheet holds " + MOST_ROWS + " rows");
                for (int column = 0; column < cells.size(); column++) {
                    cell(worksheet, row, column, cells.get(column));
                    if (row < FLUSH_ROWS && column < widths.length)
                        widths[column] = Math.max(widths[column], width(CsvWriter.text(cells.get(column))));
                }
                if (row == FLUSH_ROWS) widths(worksheet, widths);
                if (row++ % FLUSH_ROWS == 0) worksheet.flush();
            }
            if (row <= FLUSH_ROWS) widths(worksheet, widths);
            if (!sheet.headers().isEmpty())
                worksheet.setAutoFilter(0, 0, row - 1, sheet.headers().size() - 1);
            worksheet.finish();
        }
    }

    private static void header(Worksheet worksheet, List<String> headers) {
        for (int column = 0; column < headers.size(); column++) {
            worksheet.value(0, column, headers.get(column));
            worksheet.style(0, column).bold().set();
        }
        worksheet.freezePane(0, 1);
    }

    private static void cell(Worksheet worksheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Percent percent -> {
                worksheet.value(row, column, percent.fraction());
                worksheet.style(row, column).format("0.0%").set();
            }
            case Number number -> worksheet.value(row, column, number);
            case Boolean flag -> worksheet.value(row, column, flag);
            case LocalDate day -> {
                worksheet.value(row, column, day);
                worksheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time -> {
                worksheet.value(row, column, time);
                worksheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> worksheet.value(row, column, text(cell.toString()));
        }
    }

    /// A string cell is never computed; what a cell or XML cannot hold is left out.
    private static String text(String text) {
        var clean = new StringBuilder(Math.min(text.length(), MOST_TEXT));
        text.codePoints().filter(XlsxWriter::isXml).limit(MOST_TEXT).forEach(clean::appendCodePoint);
        return clean.length() > MOST_TEXT ? clean.substring(0, MOST_TEXT) : clean.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private static void widths(Worksheet worksheet, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            worksheet.width(column, Math.min(WIDEST, widths[column] + 2));
        }
    }

    private static int width(String text) {
        return text.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
    }

    private static String sheetName(String name) {
        var clean = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        if (clean.isEmpty()) return "Sheet";
        return clean.length() > 31 ? clean.substring(0, 31) : clean;
    }
}
