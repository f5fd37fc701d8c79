package org.gemba.fx.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.gemba.fx.task.Background;
import org.jspecify.annotations.Nullable;

/// Keeps the first columns in sight while one scrolls to the right: a second table over the left edge shows them again.
/// It has no life of its own; the cursor, editing and everything else stay with the table beneath.
final class FrozenColumns<T> {
    private static final int MOST_MARKED = 200;

    private final Grid<T> grid;
    private final GridSpec<T> spec;
    private final TableView<GridRow<T>> table;
    private final Background background;
    private final IntegerProperty count = new SimpleIntegerProperty();
    private final Pane stack = new Pane() {
        @Override
        protected void layoutChildren() {
            table.resizeRelocate(0, 0, getWidth(), getHeight());
            place();
        }
    };
    private @Nullable TableView<GridRow<T>> mirror;
    private @Nullable ScrollBar across;
    private List<String> shown = List.of();

    FrozenColumns(Grid<T> grid, GridSpec<T> spec, TableView<GridRow<T>> table, int columns, Background background) {
        this.background = background;
        this.grid = grid;
        this.spec = spec;
        this.table = table;
        count.set(columns);
        stack.getChildren().add(table);
        stack.prefWidthProperty().bind(table.prefWidthProperty());
        stack.prefHeightProperty().bind(table.prefHeightProperty());
        stack.setMinSize(0, 0);
        count.addListener((property, old, now) -> soon());
        table.skinProperty().addListener((property, old, now) -> listen());
    }

    Node node() {
        return stack;
    }

    IntegerProperty countProperty() {
        return count;
    }

    private void listen() {
        across = bar(table, Orientation.HORIZONTAL);
        if (across == null) return;
        across.valueProperty().addListener((property, old, now) -> soon());
        across.visibleProperty().addListener((property, old, now) -> soon());
    }

    /// The bar moves while the table lays itself out, when a request for layout would be lost.
    private void soon() {
        background.afterThis(this::place);
    }

    private void place() {
        var bar = across;
        var frozen = leaves();
        if (bar == null || !bar.isVisible() || bar.getValue() <= 0 || frozen.isEmpty()) {
            if (mirror != null) mirror.setVisible(false);
            return;
        }
        var over = mirror == null ? build() : mirror;
        fill(over, frozen);
        double width = frozen.stream().mapToDouble(TableColumn::getWidth).sum() + 1;
        if (width > table.getWidth() * 0.6) {
            over.setVisible(false);
            return;
        }
        over.setVisible(true);
        over.resizeRelocate(0, 0, width, table.getHeight() - bar.getHeight());
    }

    private List<TableColumn<GridRow<T>, ?>> leaves() {
        int wanted = count.get() == 0 ? 0 : count.get() + (spec.isEditable() ? 1 : 0);
        var all = table.getVisibleLeafColumns();
        return List.copyOf(all.subList(0, Math.min(wanted, Math.max(0, all.size() - 1))));
    }

    private TableView<GridRow<T>> build() {
        var made = new TableView<GridRow<T>>(table.getItems());
        made.getStyleClass().addAll("dense", "grid-table", "frozen-columns");
        made.setFocusTraversable(false);
        made.setManaged(false);
        made.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        made.setPlaceholder(new Label());
        made.setRowFactory(view -> new GridTableRow<>(grid, spec));
        made.addEventFilter(MouseEvent.MOUSE_PRESSED, this::choose);
        made.skinProperty().addListener((property, old, now) -> join(made));
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> mark(made));
        stack.getChildren().add(made);
        mirror = made;
        return made;
    }

    private void join(TableView<GridRow<T>> made) {
        var own = bar(made, Orientation.VERTICAL);
        var other = bar(table, Orientation.VERTICAL);
        if (own != null && other != null) own.valueProperty().bindBidirectional(other.valueProperty());
        mark(made);
    }

    private void fill(TableView<GridRow<T>> over, List<TableColumn<GridRow<T>, ?>> frozen) {
        var ids = frozen.stream().map(TableColumn::getId).toList();
        if (ids.equals(shown)) return;
        shown = ids;
        over.getColumns().clear();
        for (var leaf : frozen) over.getColumns().add(copy(leaf));
    }

    private TableColumn<GridRow<T>, GridRow<T>> copy(TableColumn<GridRow<T>, ?> leaf) {
        var copy = new TableColumn<GridRow<T>, GridRow<T>>();
        copy.setId(leaf.getId());
        copy.setSortable(false);
        copy.setReorderable(false);
        copy.setResizable(false);
        copy.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        var column = spec.column(leaf.getId());
        if (column == null) {
            copy.setCellFactory(of -> new StateCell<>(grid));
        } else {
            copy.setCellFactory(of -> new GridCell<>(grid, column));
            var title = new Label();
            title.textProperty().bind(grid.title(column));
            title.getStyleClass().add(column.kind() == Kind.NUMBER ? "column-title-number" : "column-title");
            title.setMaxWidth(Double.MAX_VALUE);
            if (table.lookup(".column-header-background") instanceof Region head) {
                title.minHeightProperty().bind(head.heightProperty().subtract(2));
            }
            title.prefWidthProperty().bind(leaf.widthProperty().subtract(24));
            copy.setGraphic(title);
        }
        copy.minWidthProperty().bind(leaf.widthProperty());
        copy.prefWidthProperty().bind(leaf.widthProperty());
        return copy;
    }

    /// A press here chooses there.
    private void choose(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() > 1) return;
        Node at = (Node) event.getTarget();
        while (at != null && !(at instanceof TableRow<?>)) at = at.getParent();
        if (!(at instanceof TableRow<?> row) || row.isEmpty()) return;
        table.requestFocus();
        if (event.isShortcutDown()) table.getSelectionModel().select(row.getIndex());
        else if (event.isShiftDown()) {
            int from = Math.max(0, table.getFocusModel().getFocusedIndex());
            table.getSelectionModel().selectRange(Math.min(from, row.getIndex()), Math.max(from, row.getIndex()) + 1);
        } else {
            table.getSelectionModel().clearAndSelect(row.getIndex());
        }
        event.consume();
    }

    private void mark(TableView<GridRow<T>> over) {
        var chosen = new ArrayList<>(table.getSelectionModel().getSelectedIndices());
        over.getSelectionModel().clearSelection();
        if (chosen.size() > MOST_MARKED) return;
        for (var row : chosen) over.getSelectionModel().select(row);
    }

    private static @Nullable ScrollBar bar(TableView<?> of, Orientation orientation) {
        for (var node : of.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == orientation) return bar;
        }
        return null;
    }
}
