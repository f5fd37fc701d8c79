package org.gemba.fx.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gemba.fx.Desk;
import org.gemba.fx.notify.Notice;

/// What keys do inside the table: open, edit, fill, paste, undo, as in a spreadsheet.
final class GridKeys<T> {
    private final Grid<T> grid;
    private final GridTable<T> table;
    private final GridSpec<T> spec;
    private final Desk desk;

    GridKeys(Grid<T> grid, GridTable<T> table, GridSpec<T> spec, Desk desk) {
        this.grid = grid;
        this.table = table;
        this.spec = spec;
        this.desk = desk;
    }

    void install(TableView<GridRow<T>> view) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (isEditing() || event.getTarget() instanceof javafx.scene.control.TextInputControl) return;
        boolean done = event.isShortcutDown() ? shortcut(event) : plain(event);
        if (done) event.consume();
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER -> enter();
            case SPACE -> fold();
            case F2 -> edit();
            case DELETE, BACK_SPACE -> spec.isEditable() && fill("");
            case TAB -> spec.isEditable() && step(event.isShiftDown() ? -1 : 1);
            default -> false;
        };
    }

    private boolean shortcut(KeyEvent event) {
        var code = event.getCode();
        if (code == KeyCode.D && spec.isEditable()) return fillDown();
        if (code == KeyCode.V && spec.isEditable())
            return paste(Clipboard.getSystemClipboard().getString());
        if (code == KeyCode.Z && spec.isEditable()) return took(grid.data().undo());
        if (code == KeyCode.Y && spec.isEditable()) return took(grid.data().redo());
        return false;
    }

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        boolean starts = spec.isEditable()
                && !isEditing()
                && !event.isShortcutDown()
                && !text.isEmpty()
                && text.charAt(0) > ' '
                && text.charAt(0) != 127;
        if (starts && !(event.getTarget() instanceof javafx.scene.control.TextInputControl)) {
            grid.editWith(text);
            event.consume();
        }
    }

    private boolean enter() {
        var row = table.node().getSelectionModel().getSelectedItem();
        if (row instanceof GridRow.Group<T>) return fold();
        if (spec.open() != null && row instanceof GridRow.Data<T> data) {
            spec.open().accept(data.value());
            return true;
        }
        return edit();
    }

    private boolean fold() {
        if (!(table.node().getSelectionModel().getSelectedItem() instanceof GridRow.Group<T> group)) return false;
        grid.change(query -> query.folding(group.title()));
        return true;
    }

    private boolean edit() {
        table.editFocused();
        return spec.isEditable();
    }

    private boolean step(int columns) {
        grid.move(0, columns);
        return true;
    }

    private boolean took(List<GridRow.Data<T>> rows) {
        grid.changed(rows);
        return true;
    }

    /// The topmost selected cell of each column goes into the others below it.
    private boolean fillDown() {
        var texts = new ArrayList<GridData.CellText>();
        for (var column : table.visibleColumns()) {
            var cells = selected(column);
            if (cells.size() < 2) continue;
            var text = grid.texts().plain(column.of(cells.getFirst().value()));
            cells.stream().skip(1).forEach(row -> texts.add(new GridData.CellText(row.index(), column.id(), text)));
        }
        return took(grid.data().enter(texts));
    }

    private boolean fill(String text) {
        var texts = new ArrayList<GridData.CellText>();
        for (var column : table.visibleColumns()) {
            selected(column).forEach(row -> texts.add(new GridData.CellText(row.index(), column.id(), text)));
        }
        return took(grid.data().enter(texts));
    }

    private List<GridRow.Data<T>> selected(GridColumn<T> column) {
        var rows = new ArrayList<GridRow.Data<T>>();
        table.node().getSelectionModel().getSelectedCells().stream()
                .filter(cell -> column.id().equals(cell.getTableColumn().getId()))
                .mapToInt(TablePosition::getRow)
                .sorted()
                .forEach(row -> {
                    if (table.node().getItems().get(row) instanceof GridRow.Data<T> data) rows.add(data);
                });
        return rows;
    }

    private boolean paste(String text) {
        if (text == null || text.isEmpty()) return true;
        var cursor = table.node().getFocusModel().getFocusedCell();
        var target =
                new PasteTarget<>(grid, table.visibleColumns(), table.node().getItems());
        var texts = target.texts(PastedBlock.parse(text), cursor.getRow(), table.columnAt(cursor.getColumn()));
        var changed = grid.data().enter(texts);
        grid.changed(changed);
        long wrong = changed.stream().filter(row -> !row.wrong().isEmpty()).count();
        if (wrong > 0) {
            desk.notices()
                    .add(Notice.Severity.WARNING, grid.words("fx.grid.pasted.wrong", changed.size(), wrong), null);
        }
        return true;
    }

    private boolean isEditing() {
        return table.node().getEditingCell() != null;
    }
}
