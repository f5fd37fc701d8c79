package org.gemba.fx.grid;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// The line above a grid: quick filter, filter row, sorting, columns, grouping, saved views, files. The menus are built
/// when they open, so they always say how it stands.
final class GridToolbar<T> {
    private static final int MOST_FROZEN = 4;

    private final Grid<T> grid;
    private final GridSpec<T> spec;
    private final GridOutput<T> output;
    private final GridViews views;
    private final Language language;
    private final TextField quick = new TextField();
    private final ToggleButton filters = new ToggleButton(null, new FontIcon(MaterialDesignF.FILTER_OUTLINE));
    private final HBox bar;

    GridToolbar(Grid<T> grid, Desk desk, GridSpec<T> spec, GridOutput<T> output, GridViews views) {
        this.grid = grid;
        this.spec = spec;
        this.output = output;
        this.views = views;
        this.language = desk.language();
        quick.setId("quick-filter");
        quick.promptTextProperty().bind(language.text("fx.grid.quick"));
        quick.accessibleTextProperty().bind(language.text("fx.grid.quick"));
        quick.setPrefColumnCount(18);
        quick.textProperty().addListener((property, old, now) -> {
            if (!now.equals(grid.query().get().quick())) grid.change(query -> query.quickly(now));
        });
        quick.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) quick.clear();
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) grid.focus();
        });
        name(filters, "fx.grid.filters");
        filters.getStyleClass().addAll("button-icon", "flat");
        filters.selectedProperty()
                .addListener((property, old, now) -> grid.table().showFilters(now));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar = new HBox(
                quick,
                filters,
                gap,
                menu("fx.grid.sort", MaterialDesignS.SORT, this::sortItems),
                menu("fx.grid.group", MaterialDesignF.FORMAT_LIST_GROUP, this::groupItems),
                menu("fx.grid.columns", MaterialDesignV.VIEW_COLUMN_OUTLINE, this::columnItems),
                menu("fx.grid.views", MaterialDesignB.BOOKMARK_OUTLINE, this::viewItems),
                menu("fx.grid.export", MaterialDesignE.EXPORT_VARIANT, this::exportItems));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("grid-toolbar");
    }

    Node node() {
        return bar;
    }

    void focusQuick() {
        quick.requestFocus();
        quick.selectAll();
    }

    /// Shows the filter row with the cursor in it, or hides it; filters that are hidden still hold.
    void toggleFilters() {
        filters.setSelected(!filters.isSelected());
        if (filters.isSelected()) {
            var first = grid.table().visibleColumns().getFirst();
            var header = grid.table().headers().get(first.id());
            if (header != null) header.focus();
        }
    }

    void showQuery(GridQuery query) {
        quick.setText(query.quick());
        grid.table()
                .headers()
                .forEach((id, header) -> header.showText(query.filters().get(id)));
        if (!query.filters().isEmpty()) filters.setSelected(true);
    }

    void showMisread(List<String> columnIds) {
        grid.table().headers().forEach((id, header) -> header.showMisread(columnIds.contains(id)));
    }

    private List<MenuItem> sortItems() {
        return grid.table().visibleColumns().stream()
                .map(column -> {
                    var now = grid.query().get().sorts().stream()
                            .filter(sort -> sort.columnId().equals(column.id()))
                            .findFirst();
                    var item = new MenuItem(language.now(column.titleKey()));
                    now.ifPresent(sort -> item.setGraphic(new FontIcon(
                            sort.ascending() ? MaterialDesignS.SORT_ASCENDING : MaterialDesignS.SORT_DESCENDING)));
                    boolean ascending = now.isEmpty() || !now.get().ascending();
                    item.setOnAction(event -> sort(List.of(new GridQuery.Sort(column.id(), ascending))));
                    return item;
                })
                .toList();
    }

    private void sort(List<GridQuery.Sort> sorts) {
        grid.table().showSorts(sorts);
        grid.change(query -> query.sortedBy(sorts));
    }

    private List<MenuItem> groupItems() {
        var items = new java.util.ArrayList<MenuItem>();
        items.add(groupItem(language.now("fx.grid.group.none"), ""));
        for (var column : spec.columns()) {
            if (column.kind() == Kind.TEXT || column.kind() == Kind.STATUS || column.kind() == Kind.DAY) {
                items.add(groupItem(language.now(column.titleKey()), column.id()));
            }
        }
        return items;
    }

    private MenuItem groupItem(String words, String columnId) {
        var item = new RadioMenuItem(words);
        item.setSelected(grid.query().get().groupBy().equals(columnId));
        item.setOnAction(event -> grid.change(query -> query.groupedBy(columnId)));
        return item;
    }

    private List<MenuItem> columnItems() {
        var items = new java.util.ArrayList<MenuItem>(checkItems());
        items.add(new SeparatorMenuItem());
        items.add(frozenMenu());
        return items;
    }

    private Menu frozenMenu() {
        var menu = new Menu(language.now("fx.grid.frozen"));
        for (int columns = 0; columns <= MOST_FROZEN; columns++) {
            int wanted = columns;
            var item = new RadioMenuItem(columns == 0 ? language.now("fx.grid.frozen.none") : "" + columns);
            item.setSelected(grid.table().frozen().countProperty().get() == columns);
            item.setOnAction(event -> {
                grid.table().frozen().countProperty().set(wanted);
                views.keepFrozen(wanted);
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<MenuItem> checkItems() {
        return spec.columns().stream()
                .<MenuItem>map(column -> {
                    var item = new CheckMenuItem(language.now(column.titleKey()));
                    var shown = grid.table().column(column.id());
                    if (shown != null) item.selectedProperty().bindBidirectional(shown.visibleProperty());
                    return item;
                })
                .toList();
    }

    private List<MenuItem> viewItems() {
        var items = new java.util.ArrayList<MenuItem>();
        for (var name : views.names()) {
            var view = new Menu(name);
            view.getItems()
                    .addAll(
                            item("fx.grid.views.show", () -> views.find(name).ifPresent(grid::show)),
                            item("fx.grid.views.remove", () -> views.remove(name)));
            items.add(view);
        }
        if (!items.isEmpty()) items.add(new SeparatorMenuItem());
        items.add(saveItem());
        items.add(item("fx.grid.views.reset", grid::reset));
        return items;
    }

    private MenuItem saveItem() {
        var name = new TextField();
        name.setId("view-name");
        name.setPromptText(language.now("fx.grid.views.save"));
        var item = new CustomMenuItem(name, false);
        name.setOnAction(event -> {
            if (name.getText().isBlank()) return;
            views.save(name.getText().strip(), grid.view());
            item.getParentPopup().hide();
        });
        return item;
    }

    private List<MenuItem> exportItems() {
        var items = new java.util.ArrayList<MenuItem>();
        for (var form : GridExport.Form.values()) {
            for (var extent : GridOutput.Extent.values()) {
                var key =
                        "fx.grid.export." + form.ending() + "." + extent.name().toLowerCase(java.util.Locale.ROOT);
                var item = item(key, () -> output.export(form, extent));
                item.setDisable(extent == GridOutput.Extent.SELECTION
                        && grid.selectedRows().isEmpty());
                items.add(item);
            }
        }
        return items;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(language.now(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuButton menu(String key, Ikon icon, Supplier<List<MenuItem>> items) {
        var button = new MenuButton(null, new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        name(button, key);
        button.getItems().add(new MenuItem());
        button.setOnShowing(event -> button.getItems().setAll(items.get()));
        return button;
    }

    private void name(javafx.scene.control.Control control, String key) {
        control.accessibleTextProperty().bind(language.text(key));
        var tip = new Tooltip();
        tip.textProperty().bind(language.text(key));
        control.setTooltip(tip);
    }
}
