package org.gemba.fx.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a grid and what was done to them: one step of undo for each edit, paste or fill, fifty at most.
final class GridData<T> {
    private static final int STEPS = 50;

    /// One text for one cell.
    ///
    /// @param row the row's index in the data; one beyond the last adds a row
    record CellText(int row, String columnId, String text) {}

    /// @param before the rows that were replaced
    /// @param after what they became, and then the rows that were added
    private record Step<T>(List<GridRow.Data<T>> before, List<GridRow.Data<T>> after) {}

    private final GridSpec<T> spec;
    private final Deque<Step<T>> undo = new ArrayDeque<>();
    private final Deque<Step<T>> redo = new ArrayDeque<>();
    private List<GridRow.Data<T>> rows = new ArrayList<>();

    GridData(GridSpec<T> spec) {
        this.spec = spec;
    }

    void load(List<T> values) {
        var loaded = new ArrayList<GridRow.Data<T>>(values.size());
        for (int i = 0; i < values.size(); i++) loaded.add(GridRow.Data.saved(i, values.get(i)));
        rows = loaded;
        undo.clear();
        redo.clear();
    }

    /// A copy that stays as it is.
    List<GridRow.Data<T>> rows() {
        return List.copyOf(rows);
    }

    GridRow.Data<T> row(int index) {
        return rows.get(index);
    }

    int size() {
        return rows.size();
    }

    /// Puts the texts into their cells as one step. A text that is no good value stays in its cell, marked; the rest
    /// is taken all the same.
    ///
    /// @return the rows that changed
    List<GridRow.Data<T>> enter(List<CellText> texts) {
        var changed = new java.util.TreeMap<Integer, GridRow.Data<T>>();
        for (var text : texts) {
            var column = spec.column(text.columnId());
            if (column == null || column.edit() == null) continue;
            var row = changed.get(text.row());
            if (row == null) row = rowOrNew(text.row());
            if (row != null) changed.put(text.row(), entered(row, column, column.edit(), text.text()));
        }
        if (changed.isEmpty()) return List.of();
        var before = changed.values().stream()
                .filter(row -> row.index() < rows.size())
                .map(row -> rows.get(row.index()))
                .toList();
        var step = new Step<>(before, List.copyOf(changed.values()));
        push(undo, step);
        redo.clear();
        put(step.after());
        return step.after();
    }

    /// @return the rows that changed; empty when there was nothing to take back
    List<GridRow.Data<T>> undo() {
        var step = undo.pollLast();
        if (step == null) return List.of();
        push(redo, step);
        int added = step.after().size() - step.before().size();
        rows.subList(rows.size() - added, rows.size()).clear();
        put(step.before());
        return step.before().isEmpty() ? step.after() : step.before();
    }

    List<GridRow.Data<T>> redo() {
        var step = redo.pollLast();
        if (step == null) return List.of();
        push(undo, step);
        put(step.after());
        return step.after();
    }

    private GridRow.@Nullable Data<T> rowOrNew(int index) {
        if (index < rows.size()) return rows.get(index);
        if (spec.newRow() == null) return null;
        return new GridRow.Data<>(index, spec.newRow().get(), GridRow.State.NEW, Map.of());
    }

    private GridRow.Data<T> entered(GridRow.Data<T> row, GridColumn<T> column, GridColumn.Edit<T> edit, String text) {
        return switch (CellInput.parse(column.kind(), text)) {
            case CellInput.Bad bad -> row.with(column.id(), row.value(), new GridRow.Wrong(text, bad.problemKey()));
            case CellInput.Good good -> {
                var problem = edit.check().apply(good.value());
                yield problem.isPresent()
                        ? row.with(column.id(), row.value(), new GridRow.Wrong(text, problem.get()))
                        : row.with(column.id(), edit.with().apply(row.value(), good.value()), null);
            }
        };
    }

    private void put(List<GridRow.Data<T>> replacements) {
        for (var row : replacements) {
            if (row.index() < rows.size()) rows.set(row.index(), row);
            else rows.add(row);
        }
    }

    private static <S> void push(Deque<S> stack, S step) {
        stack.addLast(step);
        if (stack.size() > STEPS) stack.removeFirst();
    }
}
