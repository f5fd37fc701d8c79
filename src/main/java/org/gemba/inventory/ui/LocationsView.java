package org.gemba.inventory.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.dialog.Dialogs;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Location;
import org.gemba.inventory.LocationTree;
import org.gemba.inventory.PartsChanged;
import org.gemba.inventory.ui.LocationsViewModel.Content;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The tree of locations and what lies there. A row that is dragged onto a location moves its stock, a location that is
/// dragged onto another moves with all below it; both also go by keyboard through the scan screen and the part's form.
final class LocationsView implements Screen {
    private static final String STOCK = "stock";

    private final Desk desk;
    private final LocationsViewModel model;
    private final TreeView<Location> tree = new TreeView<>();
    private final Grid<Content> grid;
    private final Label where = new Label();
    private final TextField newName = new TextField();
    private final List<Action> own;
    private final VBox page;
    private final List<Events.Subscription> subscriptions = new ArrayList<>();

    LocationsView(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.model = new LocationsViewModel(desk, inventory);
        this.grid = new Grid<>(
                desk,
                GridSpec.of("inventory.contents", columns())
                        .opening(model::open)
                        .whenEmpty("inventory.locations.empty", null));
        this.own = List.of(
                Action.of("inventory.locations.add", "inventory.locations.add", MaterialDesignP.PLUS, this::add)
                        .needs(Permission.LOCATIONS_WRITE),
                Action.of(
                                "inventory.locations.delete",
                                "inventory.locations.delete",
                                MaterialDesignD.DELETE_OUTLINE,
                                this::delete)
                        .needs(Permission.LOCATIONS_WRITE)
                        .enabledWhen(Bindings.isNotNull(model.chosenProperty())),
                Action.of(
                                "inventory.locations-refresh",
                                "inventory.parts.refresh",
                                MaterialDesignR.REFRESH,
                                model::load)
                        .shortcut("F5"));
        tree.setId("location-tree");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new PlaceCell());
        tree.accessibleTextProperty().bind(desk.language().text("inventory.locations.title"));
        tree.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, old, now) -> model.chosenProperty().set(now == null ? null : now.getValue()));
        grid.tableView().setOnDragDetected(event -> {
            if (grid.selectedRowsNow().isEmpty()) return;
            var content = new ClipboardContent();
            content.putString(STOCK);
            grid.tableView().startDragAndDrop(TransferMode.MOVE).setContent(content);
            event.consume();
        });
        newName.setId("new-location");
        newName.promptTextProperty().bind(desk.language().text("inventory.locations.name"));
        newName.setOnAction(event -> add());
        where.getStyleClass().add("quiet");
        where.setId("location-path");
        var split = new SplitPane(tree, grid.node());
        split.setDividerPositions(0.28);
        VBox.setVgrow(split, Priority.ALWAYS);
        var controls = new ActionControls(desk.language());
        page = new VBox(
                Page.top(title(), where, newName, controls.mainButton(own.getFirst()), controls.button(own.get(1))),
                Page.problem(model.problemProperty()),
                split);
        page.getStyleClass().add("screen");
        model.treeProperty().addListener((property, old, now) -> fill(now));
        model.contentsProperty().addListener((property, old, now) -> grid.rows(now));
        model.chosenProperty().addListener((property, old, now) -> tell());
        desk.language().localeProperty().addListener((property, old, now) -> tell());
        tell();
    }

    @Override
    public String id() {
        return InventoryScreens.LOCATIONS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.locations.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignM.MAP_MARKER_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(own);
        all.addAll(grid.actions());
        return all;
    }

    @Override
    public void onShow() {
        subscriptions.add(
                desk.events().on(PartsChanged.class, event -> desk.background().onUi(model::load)));
        model.load();
        grid.onShow();
        tree.requestFocus();
    }

    @Override
    public void onHide() {
        subscriptions.forEach(Events.Subscription::close);
        subscriptions.clear();
        model.onHide();
        grid.onHide();
    }

    private void add() {
        var name = newName.getText().strip();
        if (name.isEmpty()) {
            newName.requestFocus();
            return;
        }
        newName.clear();
        model.add(name);
    }

    private void delete() {
        model.previewDelete(words -> new Dialogs(desk.language(), desk.theme())
                .confirm(page.getScene().getWindow(), words, "inventory.locations.delete", model::delete));
    }

    private void tell() {
        var chosen = model.chosenProperty().get();
        where.setText(chosen == null ? desk.language().now("inventory.locations.choose") : model.path(chosen));
    }

    private void fill(@Nullable LocationTree now) {
        if (now == null) return;
        var open = expanded(tree.getRoot(), new HashSet<>());
        var chosen = model.chosenProperty().get();
        var root = new TreeItem<Location>();
        for (var location : now.roots()) add(root, location, now, open, new HashSet<>());
        tree.setRoot(root);
        if (chosen != null) select(root, chosen.id());
        else if (!root.getChildren().isEmpty()) tree.getSelectionModel().select(0);
    }

    private static Set<UUID> expanded(@Nullable TreeItem<Location> item, Set<UUID> open) {
        if (item == null) return open;
        if (item.isExpanded() && item.getValue() != null)
            open.add(item.getValue().id());
        item.getChildren().forEach(child -> expanded(child, open));
        return open;
    }

    private static void add(
            TreeItem<Location> at, Location location, LocationTree now, Set<UUID> open, Set<UUID> seen) {
        if (!seen.add(location.id())) return;
        var item = new TreeItem<>(location);
        item.setExpanded(open.contains(location.id()));
        at.getChildren().add(item);
        for (var child : now.children(location)) add(item, child, now, open, seen);
    }

    private void select(TreeItem<Location> at, UUID id) {
        for (var item : at.getChildren()) {
            if (item.getValue().id().equals(id)) {
                tree.getSelectionModel().select(item);
                return;
            }
            select(item, id);
        }
    }

    private List<GridColumn<Content>> columns() {
        return List.of(
                GridColumn.<Content>text(
                                "name",
                                "inventory.column.name",
                                content -> content.part().name())
                        .width(18),
                GridColumn.<Content>text(
                                "number",
                                "inventory.column.number",
                                content -> content.part().number())
                        .width(10),
                GridColumn.<Content>number(
                        "quantity",
                        "inventory.column.quantity",
                        content -> content.line().quantity()),
                GridColumn.<Content>text(
                                "unit",
                                "inventory.column.unit",
                                content -> content.part().unit())
                        .width(4),
                GridColumn.<Content>text(
                                "place",
                                "inventory.column.location",
                                content -> model.path(content.line().location()))
                        .width(18));
    }

    /// Takes stock and locations that are dropped onto it.
    private final class PlaceCell extends TreeCell<Location> {
        PlaceCell() {
            setOnDragDetected(event -> {
                if (getItem() == null) return;
                var content = new ClipboardContent();
                content.putString(getItem().id().toString());
                startDragAndDrop(TransferMode.MOVE).setContent(content);
                event.consume();
            });
            setOnDragOver(event -> {
                if (getItem() != null && event.getDragboard().hasString()) event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            });
            setOnDragDropped(event -> {
                event.setDropCompleted(dropped(event.getDragboard().getString()));
                event.consume();
            });
        }

        private boolean dropped(@Nullable String what) {
            var to = getItem();
            if (to == null || what == null) return false;
            if (what.equals(STOCK)) model.moveStock(grid.selectedRowsNow(), to);
            else model.moveLocation(UUID.fromString(what), to);
            return true;
        }

        @Override
        protected void updateItem(@Nullable Location location, boolean empty) {
            super.updateItem(location, empty);
            setText(empty || location == null ? null : location.name());
        }
    }
}
