package org.gemba.planning;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.planning.SalesService.Told;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tabular.TableLimits;
import org.gemba.platform.tabular.TableReader;
import org.jspecify.annotations.Nullable;

/// Reads a table of sales: a header with `sku`, `date`, `quantity` and, when there are such, `revenue` and `location`,
/// in any order.
final class SalesFile {
    private static final List<String> NEEDED = List.of("sku", "date", "quantity");

    private final Faults faults = new Faults();
    private final List<Told> rows = new ArrayList<>();
    private @Nullable Map<String, Integer> columns;

    private SalesFile() {}

    /// @throws org.gemba.platform.error.AppError.InvalidInput naming every cell that cannot be read
    static List<Told> read(byte[] content) {
        var file = new SalesFile();
        TableReader.read(content, TableLimits.UPLOAD, file::take);
        file.faults.check();
        return file.rows;
    }

    private void take(TableReader.Row row) {
        if (columns == null) {
            columns = header(row.cells());
            return;
        }
        if (row.cells().stream().allMatch(String::isBlank)) return;
        var at = "row " + row.number() + ": ";
        var sku = cell(row, "sku");
        if (sku.isEmpty()) faults.add(at + "sku", null, new Rule.Required());
        var day = day(at, cell(row, "date"));
        var quantity = number(at + "quantity", cell(row, "quantity"), true);
        var revenue = number(at + "revenue", cell(row, "revenue"), false);
        var location = cell(row, "location");
        if (day == null || quantity == null) return;
        rows.add(new Told(sku, day, quantity, revenue, location.isEmpty() ? null : location));
    }

    private Map<String, Integer> header(List<String> cells) {
        var found = new HashMap<String, Integer>();
        for (int i = 0; i < cells.size(); i++) {
            found.putIfAbsent(cells.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        for (var name : NEEDED) {
            faults.broken(!found.containsKey(name), "file", null, "has no column " + name);
        }
        faults.check();
        return found;
    }

    private String cell(TableReader.Row row, String column) {
        var index = columns == null ? null : columns.get(column);
        return index == null || index >= row.cells().size()
                ? ""
                : row.cells().get(index).strip();
    }

    private @Nullable LocalDate day(String at, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (text.isEmpty()) faults.add(at + "date", null, new Rule.Required());
            else faults.add(at + "date", text, new Rule.WrongType("date"));
            return null;
        }
    }

    private @Nullable BigDecimal number(String field, String text, boolean isNeeded) {
        if (text.isEmpty()) {
            if (isNeeded) faults.add(field, null, new Rule.Required());
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            faults.add(field, text, new Rule.WrongType("number"));
            return null;
        }
    }
}
