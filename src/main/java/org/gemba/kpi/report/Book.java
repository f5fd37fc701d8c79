package org.gemba.kpi.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gemba.platform.tabular.FormulaGuard;
import org.jspecify.annotations.Nullable;

/// A workbook in the making. Long sheets leave memory row by row; sheets with charts stay in it. Text is always text:
/// one that a spreadsheet program could take for a formula carries the mark that makes it none.
final class Book implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 200;
    private static final int LONGEST_TEXT = 32_767;
    /// A sheet has 1,048,576 rows, the first for the headings.
    static final int MOST_ROWS = 1_048_575;

    private final XSSFWorkbook charted = new XSSFWorkbook();
    private final SXSSFWorkbook streamed = new SXSSFWorkbook(charted, ROWS_IN_MEMORY);
    private final CellStyle heading = heading();
    private final CellStyle day = format("yyyy-mm-dd");
    private final CellStyle number = format("#,##0.00");
    private final CellStyle whole = format("#,##0");
    private final CellStyle marked = marked();

    private CellStyle heading() {
        var style = streamed.createCellStyle();
        var font = streamed.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setBorderBottom(BorderStyle.THIN);
        style.setWrapText(true);
        return style;
    }

    private CellStyle format(String format) {
        var style = streamed.createCellStyle();
        style.setDataFormat(streamed.createDataFormat().getFormat(format));
        return style;
    }

    private CellStyle marked() {
        var style = streamed.createCellStyle();
        style.setQuotePrefixed(true);
        return style;
    }

    /// A sheet of any length, whose rows cannot be changed later.
    Lines lines(String name, List<String> headings, int... widths) {
        return new Lines(streamed.createSheet(name), headings, widths);
    }

    /// A sheet that can hold a chart.
    XSSFSheet charted(String name) {
        return charted.createSheet(name);
    }

    Lines lines(XSSFSheet sheet, List<String> headings, int... widths) {
        return new Lines(sheet, headings, widths);
    }

    void write(OutputStream out) throws IOException {
        streamed.write(out);
    }

    @Override
    public void close() throws IOException {
        streamed.close();
        charted.close();
    }

    /// The rows of one sheet.
    final class Lines {
        private final Sheet sheet;
        private final int columns;
        private int count;

        private Lines(Sheet sheet, List<String> headings, int... widths) {
            this.sheet = sheet;
            this.columns = headings.size();
            var row = sheet.createRow(0);
            for (int i = 0; i < columns; i++) {
                var cell = row.createCell(i);
                cell.setCellValue(headings.get(i));
                cell.setCellStyle(heading);
                sheet.setColumnWidth(i, 256 * (i < widths.length ? widths[i] : 12));
            }
            sheet.createFreezePane(0, 1);
        }

        /// @param values text, number, day or null for an empty cell
        void add(@Nullable Object... values) {
            var row = sheet.createRow(++count);
            for (int i = 0; i < values.length; i++) put(row, i, values[i]);
        }

        int count() {
            return count;
        }

        /// With filters over the headings.
        void end() {
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, count), 0, columns - 1));
        }

        private void put(Row row, int column, @Nullable Object value) {
            if (value == null) return;
            var cell = row.createCell(column);
            switch (value) {
                case LocalDate date -> {
                    cell.setCellValue(date);
                    cell.setCellStyle(day);
                }
                case BigDecimal decimal -> {
                    cell.setCellValue(decimal.doubleValue());
                    cell.setCellStyle(number);
                }
                case Number integer -> {
                    cell.setCellValue(integer.doubleValue());
                    cell.setCellStyle(whole);
                }
                default -> text(cell, value.toString());
            }
        }

        private void text(Cell cell, String text) {
            cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            if (FormulaGuard.isRisky(text)) cell.setCellStyle(marked);
        }
    }
}
