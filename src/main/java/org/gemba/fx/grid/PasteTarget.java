package org.gemba.fx.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the cells of a pasted block go: by the titles in its first line when they are titles, else from the cursor to
/// the right; down over the rows as they show, and beyond the last into new ones.
record PasteTarget<T>(Grid<T> grid, List<GridColumn<T>> visible, List<GridRow<T>> shown) {
    List<GridData.CellText> texts(PastedBlock block, int cursorRow, int cursorColumn) {
        if (block.rows().isEmpty()) return List.of();
        var byTitle = titled(block.rows().getFirst());
        var lines = byTitle == null
                ? block.rows()
                : block.rows().subList(1, block.rows().size());
        var texts = new ArrayList<GridData.CellText>();
        int fresh = grid.data().size();
        int at = Math.max(0, cursorRow);
        for (var line : lines) {
            while (at < shown.size() && shown.get(at) instanceof GridRow.Group<T>) at++;
            int row = at < shown.size() && shown.get(at) instanceof GridRow.Data<T> data ? data.index() : fresh++;
            for (int i = 0; i < line.size(); i++) {
                var column = byTitle == null ? at(cursorColumn + i) : byTitle.get(i);
                if (column != null) texts.add(new GridData.CellText(row, column.id(), line.get(i)));
            }
            at++;
        }
        return texts;
    }

    private @Nullable GridColumn<T> at(int position) {
        return position >= 0 && position < visible.size() ? visible.get(position) : null;
    }

    /// Null unless every cell of the line is the title of a column.
    private @Nullable Map<Integer, GridColumn<T>> titled(List<String> line) {
        var found = new HashMap<Integer, GridColumn<T>>();
        for (int i = 0; i < line.size(); i++) {
            var title = line.get(i).strip();
            for (var column : visible) {
                if (grid.words(column.titleKey()).equalsIgnoreCase(title)
                        || column.id().equalsIgnoreCase(title)) {
                    found.put(i, column);
                }
            }
        }
        return found.size() == line.size() ? found : null;
    }
}
