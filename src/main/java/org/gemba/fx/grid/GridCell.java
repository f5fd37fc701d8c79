package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.chart.ShareBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Draws one value, and lets it be typed when its column can be edited.
final class GridCell<T> extends TableCell<GridRow<T>, GridRow<T>> {
    private final Grid<T> grid;
    private final GridColumn<T> column;
    private final FontIcon icon = new FontIcon();
    private final ShareBar bar = new ShareBar();
    private @Nullable TextField editor;
    private @Nullable String tone;

    GridCell(Grid<T> grid, GridColumn<T> column) {
        this.grid = grid;
        this.column = column;
        setAlignment(column.kind() == Kind.NUMBER ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable GridRow<T> row, boolean empty) {
        super.updateItem(row, empty);
        // A layout that comes while somebody types must not take the field away.
        if (isEditing() && editor != null) return;
        clear();
        if (empty || row == null) return;
        switch (row) {
            case GridRow.Group<T> group -> drawGroup(group);
            case GridRow.Data<T> data -> draw(data);
        }
    }

    private void clear() {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (tone != null) getStyleClass().remove(tone);
        tone = null;
        getStyleClass().remove("cell-wrong");
    }

    private void drawGroup(GridRow.Group<T> group) {
        boolean first = getTableView().getVisibleLeafIndex(getTableColumn()) == 0;
        if (first) {
            setText(grid.groupTitle(group));
            setGraphic(new FontIcon(grid.groupIcon(group)));
        } else {
            var total = group.totals().get(column.id());
            if (total != null) setText(grid.texts().shown(column.kind(), total));
        }
    }

    private void draw(GridRow.Data<T> data) {
        var wrong = data.wrong().get(column.id());
        if (wrong != null) {
            setText(wrong.text());
            setTooltip(new Tooltip(grid.words(wrong.problemKey())));
            getStyleClass().add("cell-wrong");
            return;
        }
        var value = column.of(data.value());
        var text = grid.texts().shown(column.kind(), value);
        setText(text);
        if (value instanceof Status status) drawStatus(status);
        else if (column.alarm() != null && value instanceof BigDecimal n && n.signum() > 0) alarm(column.alarm());
        else if (column.kind() == Kind.SHARE && value instanceof BigDecimal share) drawShare(share, text);
    }

    private void drawStatus(Status status) {
        icon.setIconCode(status.icon());
        setGraphic(icon);
        if (status.tone() != Tone.QUIET) colour(status.tone());
    }

    private void alarm(Tone alarm) {
        icon.setIconCode(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        setGraphic(icon);
        colour(alarm);
    }

    private void colour(Tone by) {
        tone = by.styleClass();
        getStyleClass().add(tone);
    }

    private void drawShare(BigDecimal share, String text) {
        setText(null);
        bar.show(share.doubleValue(), text);
        setGraphic(bar);
    }

    @Override
    public void startEdit() {
        if (column.edit() == null || !(getItem() instanceof GridRow.Data<T> data)) return;
        super.startEdit();
        if (!isEditing()) return;
        var wrong = data.wrong().get(column.id());
        editor = new TextField(wrong == null ? grid.texts().plain(column.of(data.value())) : wrong.text());
        editor.getStyleClass().add("cell-editor");
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::editorKey);
        editor.focusedProperty().addListener((property, old, focused) -> {
            if (!focused && isEditing()) commit();
        });
        setText(null);
        setGraphic(editor);
        grid.takeTyped().ifPresent(this::startWith);
        editor.requestFocus();
    }

    /// A field selects everything when it gets its skin with the focus on it, which would let the second key replace
    /// the first.
    private void startWith(String first) {
        var field = Objects.requireNonNull(editor);
        field.setText(first);
        field.skinProperty().addListener((property, old, skin) -> field.end());
    }

    private void editorKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            grid.move(event.isShiftDown() ? -1 : 1, 0);
        } else if (event.getCode() == KeyCode.TAB) {
            commit();
            grid.move(0, event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            getTableView().requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void commit() {
        var typed = editor == null ? null : editor.getText();
        cancelEdit();
        if (typed != null && getItem() instanceof GridRow.Data<T> data) grid.enter(data, column, typed);
        getTableView().requestFocus();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        editor = null;
        updateItem(getItem(), isEmpty());
    }
}
