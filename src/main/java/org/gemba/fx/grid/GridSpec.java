package org.gemba.fx.grid;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gemba.fx.action.Action;
import org.jspecify.annotations.Nullable;

/// What a grid is for.
///
/// @param id stable; saved views are kept under it
/// @param open what Enter or a double click on a row does; null for nothing
/// @param rowActions shown in the context menu above the grid's own
/// @param emptyKey what an empty list says, with what to do next
/// @param emptyAction what can be done about it; null for nothing
/// @param frozen how many columns stay in sight while one scrolls to the right, before the user chooses
/// @param newRow makes the row that pasting or typing below the last one adds; null when rows cannot be added
public record GridSpec<T>(
        String id,
        List<GridColumn<T>> columns,
        @Nullable Consumer<T> open,
        List<Action> rowActions,
        String emptyKey,
        @Nullable Action emptyAction,
        @Nullable Supplier<T> newRow,
        int frozen) {
    public GridSpec {
        columns = List.copyOf(columns);
        rowActions = List.copyOf(rowActions);
    }

    public static <T> GridSpec<T> of(String id, List<GridColumn<T>> columns) {
        return new GridSpec<>(id, columns, null, List.of(), "fx.grid.empty", null, null, 1);
    }

    public GridSpec<T> opening(Consumer<T> action) {
        return new GridSpec<>(id, columns, action, rowActions, emptyKey, emptyAction, newRow, frozen);
    }

    public GridSpec<T> withActions(List<Action> actions) {
        return new GridSpec<>(id, columns, open, actions, emptyKey, emptyAction, newRow, frozen);
    }

    public GridSpec<T> whenEmpty(String textKey, @Nullable Action action) {
        return new GridSpec<>(id, columns, open, rowActions, textKey, action, newRow, frozen);
    }

    public GridSpec<T> freezing(int columnsAtTheLeft) {
        return new GridSpec<>(id, columns, open, rowActions, emptyKey, emptyAction, newRow, columnsAtTheLeft);
    }

    public GridSpec<T> adding(Supplier<T> maker) {
        return new GridSpec<>(id, columns, open, rowActions, emptyKey, emptyAction, maker, frozen);
    }

    public boolean isEditable() {
        return columns.stream().anyMatch(column -> column.edit() != null);
    }

    public @Nullable GridColumn<T> column(String columnId) {
        return columns.stream()
                .filter(column -> column.id().equals(columnId))
                .findFirst()
                .orElse(null);
    }
}
