package org.gemba.fx.grid;

import java.util.Locale;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The sign before a row that says whether it is stored: a dot when changed, a plus when new, an alert when wrong.
final class StateCell<T> extends TableCell<GridRow<T>, GridRow<T>> {
    private final Grid<T> grid;

    StateCell(Grid<T> grid) {
        this.grid = grid;
    }

    @Override
    protected void updateItem(@Nullable GridRow<T> row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        if (empty || !(row instanceof GridRow.Data<T> data)) return;
        var state = data.shownState();
        var name = state.name().toLowerCase(Locale.ROOT);
        setAccessibleText(grid.words("fx.grid.state." + name));
        if (state == GridRow.State.SAVED) return;
        var icon = new FontIcon(icon(state));
        icon.getStyleClass().add("row-" + name);
        setGraphic(icon);
        setTooltip(new Tooltip(grid.words("fx.grid.state." + name)));
    }

    private static Ikon icon(GridRow.State state) {
        return switch (state) {
            case NEW -> MaterialDesignP.PLUS_CIRCLE_OUTLINE;
            case WRONG -> MaterialDesignA.ALERT_CIRCLE;
            case CHANGED, SAVED -> MaterialDesignC.CIRCLE_MEDIUM;
        };
    }
}
