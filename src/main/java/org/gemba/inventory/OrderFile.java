package org.gemba.inventory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A supplier's order file as it was read.
///
/// @param type `lcsc`, `digikey` or `mouser`; null when it is nobody's
/// @param columns what each column of the file was taken for, by its header; columns that are not used are missing
/// @param rows the rows below the header as they stand, without empty cells
/// @param lines the rows that are order lines
/// @param errors rows that cannot be imported, and why
/// @param problems what is wrong with the file as a whole
/// @param order what the file says of its order
public record OrderFile(
        @Nullable String type,
        List<String> headers,
        Map<String, String> columns,
        List<Map<String, String>> rows,
        List<OrderLine> lines,
        List<RowError> errors,
        List<String> problems,
        OrderInfo order) {
    public record RowError(long row, String message) {
        @Override
        public String toString() {
            return "Row " + row + ": " + message;
        }
    }

    public boolean isSupported() {
        return type != null && problems.isEmpty();
    }
}
