package org.gemba.inventory.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridSpec;
import org.gemba.inventory.Category;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartsChanged;
import org.gemba.inventory.StockChanged;
import org.gemba.inventory.ui.PartsViewModel.Choice;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Every part: a tree of categories at the left, the grid at the right, a form beside it for what is new or changes for
/// several at once.
final class PartsView implements Screen {
    private static final double TREE_SHARE = 0.18;

    private final Desk desk;
    private final PartsViewModel model;
    private final Grid<Part> grid;
    private final TreeView<Choice> tree = new TreeView<>();
    private final StackPane side = new StackPane();
    private final SplitPane split;
    private final Label counts = new Label();
    private final List<Action> own;
    private final VBox page;
    private final List<Events.Subscription> subscriptions = new ArrayList<>();

    PartsView(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.model = new PartsViewModel(desk, inventory);
        var add = Action.of("inventory.parts.new", "inventory.parts.new", MaterialDesignP.PLUS, this::addPart)
                .shortcut("Shortcut+N")
                .needs(Permission.PARTS_CREATE);
        this.grid = new Grid<>(
                desk,
                GridSpec.of("inventory.parts", PartColumns.all())
                        .opening(model::open)
                        .whenEmpty("inventory.parts.none", add));
        var chosen = Bindings.isNotNull(grid.selectedProperty());
        this.own = List.of(
                add,
                Action.of(
                                "inventory.parts.more",
                                "inventory.parts.more",
                                MaterialDesignP.PLUS_CIRCLE_OUTLINE,
                                () -> quick(1))
                        .shortcut("Shortcut+Up")
                        .needs(Permission.PARTS_UPDATE)
                        .enabledWhen(chosen),
                Action.of(
                                "inventory.parts.less",
                                "inventory.parts.less",
                                MaterialDesignM.MINUS_CIRCLE_OUTLINE,
                                () -> quick(-1))
                        .shortcut("Shortcut+Down")
                        .needs(Permission.PARTS_UPDATE)
                        .enabledWhen(chosen),
                Action.of(
                                "inventory.parts.edit",
                                "inventory.parts.edit",
                                MaterialDesignP.PENCIL_OUTLINE,
                                this::editParts)
                        .shortcut("F2")
                        .needs(Permission.PARTS_UPDATE)
                        .enabledWhen(chosen),
                Action.of("inventory.parts.refresh", "inventory.parts.refresh", MaterialDesignR.REFRESH, model::load)
                        .shortcut("F5"));
        tree.setId("part-tree");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new ChoiceCell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) model.choiceProperty().set(now.getValue());
        });
        tree.accessibleTextProperty().bind(desk.language().text("inventory.parts.tree"));
        split = new SplitPane(tree, grid.node());
        split.setDividerPositions(TREE_SHARE);
        SplitPane.setResizableWithParent(tree, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        counts.getStyleClass().add("quiet");
        counts.setId("part-counts");
        var controls = new ActionControls(desk.language());
        page = new VBox(
                Page.top(
                        title(),
                        counts,
                        controls.mainButton(own.getFirst()),
                        controls.button(own.get(1)),
                        controls.button(own.get(2)),
                        controls.button(own.get(3))),
                Page.problem(model.problemProperty()),
                split);
        page.getStyleClass().add("screen");
        model.loadedProperty().addListener((property, old, now) -> fillTree());
        model.choiceProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> fillTree());
    }

    @Override
    public String id() {
        return InventoryScreens.PARTS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.parts.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignP.PACKAGE_VARIANT_CLOSED;
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
                desk.events().on(PartsChanged.class, event -> desk.background().onUi(model::loadSoon)));
        subscriptions.add(
                desk.events().on(StockChanged.class, event -> desk.background().onUi(model::loadSoon)));
        model.load();
        grid.onShow();
        grid.focus();
    }

    @Override
    public void onHide() {
        subscriptions.forEach(Events.Subscription::close);
        subscriptions.clear();
        model.onHide();
        grid.onHide();
    }

    private void quick(int delta) {
        model.quick(grid.selectedRowsNow(), BigDecimal.valueOf(delta));
    }

    private void addPart() {
        openSide(PartForm.forNew(desk, model, this::closeSide));
    }

    private void editParts() {
        var chosen = grid.selectedRowsNow();
        if (!chosen.isEmpty()) openSide(PartForm.forSeveral(desk, model, chosen, this::closeSide));
    }

    private void openSide(PartForm form) {
        side.getChildren().setAll(form.node());
        if (!split.getItems().contains(side)) {
            split.getItems().add(side);
            split.setDividerPositions(TREE_SHARE, 0.72);
            SplitPane.setResizableWithParent(side, false);
        }
        form.focus();
    }

    private void closeSide() {
        split.getItems().remove(side);
        grid.focus();
    }

    private void fillTree() {
        var chosen = model.choiceProperty().get();
        var root = new TreeItem<Choice>(new Choice.All());
        var all = new TreeItem<Choice>(new Choice.All());
        var low = new TreeItem<Choice>(new Choice.Low());
        root.getChildren().add(all);
        root.getChildren().add(low);
        var below = new HashMap<@Nullable UUID, List<Category>>();
        for (var category : model.loadedProperty().get().categories()) {
            below.computeIfAbsent(category.parentId(), id -> new ArrayList<>()).add(category);
        }
        add(root, null, below, 0);
        tree.setRoot(root);
        select(root, chosen);
        show();
    }

    private static void add(
            TreeItem<Choice> at, @Nullable UUID parent, Map<@Nullable UUID, List<Category>> below, int depth) {
        if (depth > 20) return;
        for (var category : below.getOrDefault(parent, List.of())) {
            var item = new TreeItem<Choice>(new Choice.Of(category));
            item.setExpanded(true);
            at.getChildren().add(item);
            add(item, category.id(), below, depth + 1);
        }
    }

    private void select(TreeItem<Choice> at, Choice wanted) {
        for (var item : at.getChildren()) {
            if (item.getValue().equals(wanted)) {
                tree.getSelectionModel().select(item);
                return;
            }
            select(item, wanted);
        }
    }

    private void show() {
        grid.rows(model.shown());
        counts.setText(desk.language()
                .now(
                        "inventory.parts.counts",
                        model.loadedProperty().get().parts().size(),
                        model.lowCount()));
        tree.refresh();
    }

    private final class ChoiceCell extends TreeCell<Choice> {
        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : words(choice));
        }

        private String words(Choice choice) {
            return switch (choice) {
                case Choice.All every -> desk.language().now("inventory.parts.all");
                case Choice.Low low -> desk.language().now("inventory.parts.low", model.lowCount());
                case Choice.Of of -> of.category().name();
            };
        }
    }
}
