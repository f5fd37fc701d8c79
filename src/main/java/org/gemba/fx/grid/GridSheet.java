package org.gemba.fx.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows and columns of a grid taken out of it, as tab-separated text or as a table for a file. Off the FX thread.
record GridSheet<T>(List<GridColumn<T>> columns, List<String> headers, List<GridRow.Data<T>> rows) {
    String tabSeparated(CellTexts texts, boolean withHeaders) {
        var text = new StringBuilder();
        if (withHeaders)
            text.append(headers.stream().map(GridSheet::quoted).collect(Collectors.joining("\t")))
                    .append('\n');
        for (var row : rows) {
            text.append(columns.stream()
                            .map(column -> quoted(text(texts, column, row)))
                            .collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return text.toString();
    }

    GridExport.Table table(String name, CellTexts texts) {
        var cells = new ArrayList<List<@Nullable Object>>(rows.size());
        for (var row : rows) {
            var line = new ArrayList<@Nullable Object>(columns.size());
            for (var column : columns) line.add(texts.exported(column.of(row.value())));
            cells.add(line);
        }
        return new GridExport.Table(name, headers, cells);
    }

    private static <T> String text(CellTexts texts, GridColumn<T> column, GridRow.Data<T> row) {
        var wrong = row.wrong().get(column.id());
        return wrong == null ? texts.plain(column.of(row.value())) : wrong.text();
    }

    private static String quoted(String cell) {
        boolean needs = cell.indexOf('\t') >= 0 || cell.indexOf('\n') >= 0 || cell.startsWith("\"");
        return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
