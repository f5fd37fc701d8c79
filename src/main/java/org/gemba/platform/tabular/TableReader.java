package org.gemba.platform.tabular;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;

/// Reads a table out of a CSV, XLSX or XLS file that somebody sent, row by row, within limits. Which of them it is, its
/// encoding (UTF-8, UTF-16, GB18030, Windows-1252) and its separator are found out from the content, never from the
/// name.
public final class TableReader {
    /// How every file of the older Excel begins.
    private static final String COMPOUND = "d0cf11e0a1b11ae1";

    /// One row.
    ///
    /// @param number as a spreadsheet program counts: 1 for the first line
    /// @param cells numbers without exponent, days as `2026-03-15`, empty texts for empty cells; without a formula
    /// guard
    public record Row(long number, List<String> cells) {}

    private TableReader() {}

    /// @param rows is given every row, the header too; what it throws comes out
    /// @throws AppError.TooLarge when the file exceeds a limit
    /// @throws AppError.InvalidInput when it is no table, or a hostile one
    public static void read(byte[] content, TableLimits limits, Consumer<Row> rows) {
        if (content.length > limits.bytes()) {
            throw new AppError.TooLarge("The file is larger than " + (limits.bytes() >> 20) + " MB");
        }
        var checked = new RowLimits(limits, rows);
        if (isZip(content)) XlsxReader.read(content, limits, checked);
        else if (isCompound(content)) XlsReader.read(content, checked);
        else CsvReader.read(content, limits, checked);
    }

    static AppError.InvalidInput broken(String words) {
        return new AppError.InvalidInput(FieldError.body("file", null, new Rule.Broken(words)));
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    private static boolean isCompound(byte[] content) {
        return content.length > 7 && HexFormat.of().formatHex(content, 0, 8).equals(COMPOUND);
    }

    /// Counts and cleans what the formats deliver.
    private static final class RowLimits implements Consumer<Row> {
        private final TableLimits limits;
        private final Consumer<Row> rows;
        private long count;

        RowLimits(TableLimits limits, Consumer<Row> rows) {
            this.limits = limits;
            this.rows = rows;
        }

        @Override
        public void accept(Row row) {
            if (++count > limits.rows() + 1L) {
                throw new AppError.TooLarge("The file has more than " + limits.rows() + " rows");
            }
            if (row.cells().size() > limits.columns()) {
                throw new AppError.TooLarge("Row " + row.number() + " has more than " + limits.columns() + " columns");
            }
            for (var cell : row.cells()) {
                if (cell.length() > limits.cellCharacters()) {
                    throw new AppError.TooLarge("A cell of row " + row.number() + " is too long");
                }
            }
            rows.accept(new Row(
                    row.number(), row.cells().stream().map(FormulaGuard::strip).toList()));
        }
    }
}
