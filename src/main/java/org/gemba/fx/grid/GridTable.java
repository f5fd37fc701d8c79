package org.gemba.fx.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.gemba.fx.Desk;
import org.jspecify.annotations.Nullable;

/// The JavaFX table inside a grid: columns, order, cursor. Its own sorting is off; it only says what was clicked.
final class GridTable<T> {
    private static final String DOT = "#";
    private static final double FONT = 14;
    private static final double SCROLL_BAR = 16;

    private final Grid<T> grid;
    private final GridSpec<T> spec;
    private final Desk desk;
    private final ObservableList<GridRow<T>> items = FXCollections.observableArrayList();
    private final TableView<GridRow<T>> table = new TableView<>(items);
    private final Map<String, TableColumn<GridRow<T>, GridRow<T>>> columns = new HashMap<>();
    private final Map<String, ColumnHeader<T>> headers = new HashMap<>();
    private final FrozenColumns<T> frozen;
    private boolean settingSorts;

    GridTable(Grid<T> grid, Desk desk, GridSpec<T> spec) {
        this.grid = grid;
        this.desk = desk;
        this.spec = spec;
        table.setId(spec.id().replace('.', '-'));
        table.getStyleClass().addAll("dense", "grid-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().setCellSelectionEnabled(spec.isEditable());
        table.setEditable(spec.isEditable());
        table.setSortPolicy(sorted -> sortClicked());
        if (spec.isEditable()) table.getColumns().add(stateColumn());
        for (var column : spec.columns()) table.getColumns().add(build(column));
        table.setRowFactory(view -> new GridTableRow<>(grid, spec));
        table.setPlaceholder(new EmptyList(desk, spec.emptyKey(), spec.emptyAction()));
        table.widthProperty().addListener((property, old, now) -> stretch());
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<GridRow<T>, ?>>) change -> stretch());
        new GridKeys<>(grid, this, spec, desk).install(table);
        frozen = new FrozenColumns<>(grid, spec, table, grid.views().frozen().orElse(spec.frozen()), desk.background());
    }

    FrozenColumns<T> frozen() {
        return frozen;
    }

    /// The widest column takes what the window has left, so that names are read whole where there is room.
    private void stretch() {
        var leaves = table.getVisibleLeafColumns();
        var widest = visibleColumns().stream()
                .filter(column -> column.kind() == Kind.TEXT)
                .max(Comparator.comparingDouble(GridColumn::width));
        if (widest.isEmpty()) return;
        var target = columns.get(widest.get().id());
        if (target == null) return;
        double others = leaves.stream()
                .filter(leaf -> leaf != target)
                .mapToDouble(TableColumn::getWidth)
                .sum();
        double rest = table.getWidth() - others - SCROLL_BAR;
        target.setPrefWidth(Math.max(rest, pixels(widest.get())));
    }

    TableView<GridRow<T>> node() {
        return table;
    }

    void show(List<GridRow<T>> rows) {
        var cursor = selectedIndexes();
        items.setAll(rows);
        if (!cursor.isEmpty()) reselect(cursor);
    }

    /// Puts edited rows in the place of their old selves, added ones at the end, and drops those taken back.
    void replace(List<GridRow.Data<T>> rows, int dataSize) {
        TablePosition<?, ?> cursor = table.getFocusModel().getFocusedCell();
        var fresh = new HashMap<Integer, GridRow.Data<T>>();
        rows.stream().filter(row -> row.index() < dataSize).forEach(row -> fresh.put(row.index(), row));
        items.removeIf(item -> item instanceof GridRow.Data<T> row && row.index() >= dataSize);
        for (int i = 0; i < items.size() && !fresh.isEmpty(); i++) {
            if (items.get(i) instanceof GridRow.Data<T> row && fresh.containsKey(row.index())) {
                items.set(i, fresh.remove(row.index()));
            }
        }
        items.addAll(fresh.values());
        // The focus model forgets the column when an item is replaced.
        if (cursor.getRow() >= 0 && cursor.getRow() < items.size() && cursor.getColumn() >= 0) {
            table.getFocusModel().focus(cursor.getRow(), table.getVisibleLeafColumn(cursor.getColumn()));
        }
    }

    List<GridColumn<T>> visibleColumns() {
        var visible = new ArrayList<GridColumn<T>>();
        for (var leaf : table.getVisibleLeafColumns()) {
            var column = spec.column(leaf.getId());
            if (column != null) visible.add(column);
        }
        return visible;
    }

    List<GridView.ShownColumn> shownColumns() {
        return table.getColumns().stream()
                .filter(column -> !column.getId().equals(DOT))
                .map(column -> new GridView.ShownColumn(column.getId(), column.isVisible(), column.getWidth()))
                .toList();
    }

    /// Columns that the view does not name come after those that it names, as the program has them.
    void showColumns(List<GridView.ShownColumn> shown) {
        var order = new ArrayList<TableColumn<GridRow<T>, ?>>();
        if (spec.isEditable()) order.add(table.getColumns().getFirst());
        for (var wanted : shown) {
            var column = columns.get(wanted.id());
            if (column == null || order.contains(column)) continue;
            column.setVisible(wanted.shown());
            if (wanted.width() > 0) column.setPrefWidth(wanted.width());
            order.add(column);
        }
        for (var column : spec.columns()) {
            var missing = columns.get(column.id());
            if (missing == null || order.contains(missing)) continue;
            missing.setVisible(column.shown());
            order.add(missing);
        }
        table.getColumns().setAll(order);
    }

    @Nullable
    TableColumn<GridRow<T>, GridRow<T>> column(String id) {
        return columns.get(id);
    }

    void showSorts(List<GridQuery.Sort> sorts) {
        settingSorts = true;
        var order = new ArrayList<TableColumn<GridRow<T>, ?>>();
        for (var sort : sorts) {
            var column = columns.get(sort.columnId());
            if (column == null) continue;
            column.setSortType(sort.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
            order.add(column);
        }
        table.getSortOrder().setAll(order);
        settingSorts = false;
    }

    void showFilters(boolean shown) {
        headers.values().forEach(header -> header.showFilter(shown));
    }

    Map<String, ColumnHeader<T>> headers() {
        return headers;
    }

    void move(int rows, int steps) {
        var cursor = table.getFocusModel().getFocusedCell();
        var leaves = table.getVisibleLeafColumns();
        int row = Math.clamp(cursor.getRow() + rows, 0, Math.max(0, items.size() - 1));
        int at = Math.max(0, cursor.getColumn()) + steps;
        if (at < 0 || at >= leaves.size()) return;
        table.getSelectionModel().clearAndSelect(row, leaves.get(at));
        table.scrollTo(Math.max(0, row - 3));
        table.scrollToColumnIndex(at);
    }

    /// The place among {@link #visibleColumns()} of a place among the table's columns.
    int columnAt(int leaf) {
        return Math.max(0, leaf - (spec.isEditable() ? 1 : 0));
    }

    void editFocused() {
        TablePosition<?, ?> cursor = table.getFocusModel().getFocusedCell();
        if (cursor.getRow() >= 0 && cursor.getTableColumn() != null) {
            table.edit(cursor.getRow(), table.getVisibleLeafColumn(cursor.getColumn()));
        }
    }

    private TableColumn<GridRow<T>, GridRow<T>> build(GridColumn<T> column) {
        var built = new TableColumn<GridRow<T>, GridRow<T>>();
        built.setId(column.id());
        built.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        built.setCellFactory(of -> new GridCell<>(grid, column));
        built.setEditable(column.edit() != null);
        built.setVisible(column.shown());
        var header = new ColumnHeader<>(grid, desk.language(), column);
        header.attach(built);
        headers.put(column.id(), header);
        columns.put(column.id(), built);
        built.setPrefWidth(
                column.width() * FONT * desk.theme().fontScaleProperty().get());
        return built;
    }

    private double pixels(GridColumn<T> column) {
        return column.width() * FONT * desk.theme().fontScaleProperty().get();
    }

    private TableColumn<GridRow<T>, GridRow<T>> stateColumn() {
        var dot = new TableColumn<GridRow<T>, GridRow<T>>();
        dot.setId(DOT);
        dot.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        dot.setCellFactory(of -> new StateCell<>(grid));
        dot.setSortable(false);
        dot.setReorderable(false);
        dot.setResizable(false);
        dot.setPrefWidth(28);
        return dot;
    }

    private boolean sortClicked() {
        if (settingSorts) return true;
        var sorts = table.getSortOrder().stream()
                .map(column ->
                        new GridQuery.Sort(column.getId(), column.getSortType() == TableColumn.SortType.ASCENDING))
                .toList();
        if (!sorts.equals(grid.query().get().sorts())) grid.change(query -> query.sortedBy(sorts));
        return true;
    }

    private List<Integer> selectedIndexes() {
        var chosen = table.getSelectionModel().getSelectedItems();
        if (chosen.isEmpty() || chosen.size() > 200) return List.of();
        return chosen.stream()
                .filter(GridRow.Data.class::isInstance)
                .map(row -> ((GridRow.Data<T>) row).index())
                .toList();
    }

    private void reselect(List<Integer> dataIndexes) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof GridRow.Data<T> row && dataIndexes.contains(row.index())) {
                table.getSelectionModel().select(i);
            }
        }
    }
}
