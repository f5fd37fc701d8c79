package org.gemba.inventory.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.inventory.OrderFile;
import org.gemba.inventory.OrderFile.RowError;
import org.gemba.inventory.OrderInfo;
import org.gemba.inventory.OrderLine;
import org.gemba.platform.tabular.TableLimits;
import org.gemba.platform.tabular.TableReader;
import org.jspecify.annotations.Nullable;

/// Reads a whole order file: whose it is, its lines, what is wrong with it. It knows no database and changes nothing.
public final class OrderFileReader {
    /// Some exports have a few lines of greeting above the header.
    private static final int DEEPEST_HEADER = 15;

    private OrderFileReader() {}

    /// The text of a file that came inside a JSON body.
    public static OrderFile read(String content, @Nullable String type) {
        return read(content.getBytes(StandardCharsets.UTF_8), type, Map.of());
    }

    /// @param type the supplier's type when somebody says so; null to find it out
    /// @param chosen header to the name of a {@link Column} in lower case, where somebody mapped a column by hand
    /// @throws org.gemba.platform.error.AppError.TooLarge when the file exceeds a limit
    /// @throws org.gemba.platform.error.AppError.InvalidInput when it is no table, or a hostile one
    public static OrderFile read(byte[] content, @Nullable String type, Map<String, String> chosen) {
        var table = table(content);
        var wanted = Format.named(type);
        int header = header(table, wanted, chosen);
        if (header < 0) return unsupported(table);
        var headers = table.get(header).cells();
        var format = wanted.or(() -> detect(headers)).orElseThrow();
        return lines(format, headers, ColumnMap.of(format, headers, chosen), table.subList(header + 1, table.size()));
    }

    private static List<TableReader.Row> table(byte[] content) {
        var table = new ArrayList<TableReader.Row>();
        if (content.length > 0) TableReader.read(content, TableLimits.UPLOAD, table::add);
        return table;
    }

    private static int header(List<TableReader.Row> table, Optional<Format> wanted, Map<String, String> chosen) {
        for (int index = 0; index < Math.min(DEEPEST_HEADER, table.size()); index++) {
            if (detect(table.get(index).cells()).isPresent()) return index;
        }
        return wanted.isPresent() && !table.isEmpty() && !chosen.isEmpty() ? 0 : -1;
    }

    /// Whose header it is.
    static Optional<Format> detect(List<String> headers) {
        for (var format : Format.values()) {
            if (format.columns(headers).containsKey(Column.SUPPLIER_NUMBER)) return Optional.of(format);
        }
        var names = headers.stream().map(Format::plain).toList();
        if (names.contains("manufacture part number")) return Optional.of(Format.LCSC);
        boolean cart = names.contains("part number")
                && names.contains("manufacturer part number")
                && names.contains("backorder");
        return cart ? Optional.of(Format.DIGIKEY) : Optional.empty();
    }

    private static OrderFile unsupported(List<TableReader.Row> table) {
        var headers = table.isEmpty() ? List.<String>of() : table.getFirst().cells();
        var below = table.isEmpty() ? table : table.subList(1, table.size());
        var problem = table.isEmpty()
                ? "The file is empty"
                : "The header is of no known supplier; LCSC, DigiKey and Mouser order files can be imported";
        return new OrderFile(
                null,
                headers,
                Map.of(),
                shown(headers, below),
                List.of(),
                List.of(),
                List.of(problem),
                OrderInfo.none());
    }

    private static OrderFile lines(Format format, List<String> headers, ColumnMap columns, List<TableReader.Row> rows) {
        var problems = columns.problems(format);
        var lines = new ArrayList<OrderLine>();
        var errors = new ArrayList<RowError>();
        var order = OrderInfo.none();
        if (problems.isEmpty()) {
            var mapping = new RowMapping(format, columns, headers, rows);
            for (var row : rows) {
                switch (mapping.line(row)) {
                    case RowMapping.Line found -> lines.add(found.line());
                    case RowMapping.Fault fault -> errors.add(new RowError(row.number(), fault.message()));
                    case RowMapping.Skipped nothing -> {}
                }
            }
            order = mapping.order();
            if (rows.isEmpty()) problems = List.of("The file has no rows below its header");
        }
        return new OrderFile(
                format.type(), headers, columns.named(headers), shown(headers, rows), lines, errors, problems, order);
    }

    /// Rows by header, without their empty cells.
    private static List<Map<String, String>> shown(List<String> headers, List<TableReader.Row> rows) {
        var all = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            var cells = new LinkedHashMap<String, String>();
            for (int index = 0; index < Math.min(headers.size(), row.cells().size()); index++) {
                var text = row.cells().get(index);
                if (!text.isBlank()) cells.put(headers.get(index), text);
            }
            all.add(cells);
        }
        return all;
    }
}
