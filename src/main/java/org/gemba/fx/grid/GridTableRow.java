package org.gemba.fx.grid;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A line of the table: opens on a double click, folds when it is the heading of a group.
final class GridTableRow<T> extends TableRow<GridRow<T>> {
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    GridTableRow(Grid<T> grid, GridSpec<T> spec) {
        setOnMouseClicked(event -> {
            if (event.getButton() != MouseButton.PRIMARY) return;
            switch (getItem()) {
                case GridRow.Group<T> group -> grid.change(query -> query.folding(group.title()));
                case GridRow.Data<T> data -> {
                    if (event.getClickCount() == 2 && spec.open() != null)
                        spec.open().accept(data.value());
                }
                case null -> {}
            }
        });
    }

    @Override
    protected void updateItem(@Nullable GridRow<T> row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(GROUP, !empty && row instanceof GridRow.Group<T>);
    }
}
