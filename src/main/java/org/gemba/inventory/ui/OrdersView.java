package org.gemba.inventory.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.OrderItem;
import org.gemba.inventory.SupplierOrder;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Supplier orders above, the lines of the chosen one below; what has come is booked in from here.
final class OrdersView implements Screen {
    private final Desk desk;
    private final OrdersViewModel model;
    private final Grid<SupplierOrder> orders;
    private final Grid<OrderItem> items;
    private final Label counts = new Label();
    private final List<Action> own;
    private final VBox page;

    OrdersView(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.model = new OrdersViewModel(desk, inventory);
        this.orders = new Grid<>(
                desk, GridSpec.of("inventory.orders", orderColumns()).whenEmpty("inventory.orders.none", null));
        this.items = new Grid<>(
                desk,
                GridSpec.of("inventory.order-items", itemColumns())
                        .opening(item -> model.openPart(item.partId()))
                        .whenEmpty("inventory.orders.choose", null));
        this.own = List.of(
                Action.of(
                                "inventory.orders.receive",
                                "inventory.orders.receive",
                                MaterialDesignT.TRUCK_CHECK_OUTLINE,
                                this::receive)
                        .shortcut("Shortcut+R")
                        .needs(Permission.PARTS_UPDATE)
                        .enabledWhen(Bindings.isNotNull(orders.selectedProperty())),
                Action.of("inventory.orders.cancel", "inventory.orders.cancel", MaterialDesignC.CANCEL, this::cancel)
                        .needs(Permission.PARTS_UPDATE)
                        .enabledWhen(Bindings.isNotNull(orders.selectedProperty())),
                Action.of("inventory.orders-refresh", "inventory.parts.refresh", MaterialDesignR.REFRESH, model::load)
                        .shortcut("F5"));
        orders.selectedProperty().addListener((property, old, now) -> {
            if (now != null) items.rows(now.items());
        });
        counts.getStyleClass().add("quiet");
        var split = new SplitPane(orders.node(), items.node());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        VBox.setVgrow(split, Priority.ALWAYS);
        var controls = new ActionControls(desk.language());
        page = new VBox(
                Page.top(title(), counts, controls.mainButton(own.getFirst()), controls.button(own.get(1))),
                Page.problem(model.problemProperty()),
                split);
        page.getStyleClass().add("screen");
        model.loadedProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    @Override
    public String id() {
        return InventoryScreens.ORDERS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.orders.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CART_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(own);
        all.addAll(orders.actions());
        return all;
    }

    @Override
    public void onShow() {
        model.load();
        orders.onShow();
        items.onShow();
        orders.focus();
    }

    @Override
    public void onHide() {
        model.onHide();
        orders.onHide();
        items.onHide();
    }

    /// The chosen lines, or the whole order when none is chosen.
    private void receive() {
        var order = orders.selectedProperty().get();
        if (order == null) return;
        var chosen = items.selectedRowsNow();
        model.receive(chosen.isEmpty() ? order.items() : chosen);
    }

    private void cancel() {
        var order = orders.selectedProperty().get();
        if (order != null) model.cancel(order);
    }

    private void show() {
        var now = model.loadedProperty().get();
        orders.rows(now.orders());
        items.rows(List.of());
        counts.setText(
                desk.language().now("inventory.orders.counts", now.orders().size(), model.openOrders()));
    }

    static Status state(SupplierOrder order) {
        return switch (order.status()) {
            case PENDING ->
                new Status("pending", "inventory.order.pending", Tone.QUIET, MaterialDesignP.PENCIL_OUTLINE, 0);
            case ORDERED ->
                new Status("ordered", "inventory.order.ordered", Tone.RUNNING, MaterialDesignC.CART_ARROW_RIGHT, 1);
            case SHIPPED ->
                new Status("shipped", "inventory.order.shipped", Tone.RUNNING, MaterialDesignT.TRUCK_OUTLINE, 2);
            case DELIVERED ->
                new Status(
                        "delivered", "inventory.order.delivered", Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 3);
            case CANCELLED ->
                new Status("cancelled", "inventory.order.cancelled", Tone.STOPPED, MaterialDesignC.CANCEL, 4);
        };
    }

    private static List<GridColumn<SupplierOrder>> orderColumns() {
        return List.of(
                GridColumn.<SupplierOrder>status("state", "inventory.column.state", OrdersView::state)
                        .width(9),
                GridColumn.<SupplierOrder>text("number", "inventory.column.order", SupplierOrder::number),
                GridColumn.<SupplierOrder>text("supplier", "inventory.column.supplier", SupplierOrder::supplier)
                        .width(14),
                GridColumn.<SupplierOrder>day("day", "inventory.column.day", SupplierOrder::date),
                GridColumn.<SupplierOrder>number(
                                "lines",
                                "inventory.column.lines",
                                order -> order.items().size())
                        .width(5),
                GridColumn.<SupplierOrder>number("total", "inventory.column.sum", SupplierOrder::total)
                        .width(9),
                GridColumn.<SupplierOrder>text("currency", "inventory.column.currency", SupplierOrder::currency)
                        .width(5),
                GridColumn.<SupplierOrder>text("tracking", "inventory.column.tracking", SupplierOrder::trackingNumber),
                GridColumn.<SupplierOrder>text("source", "inventory.column.source", SupplierOrder::source));
    }

    private List<GridColumn<OrderItem>> itemColumns() {
        return List.of(
                GridColumn.<OrderItem>text("part", "inventory.column.name", model::name)
                        .width(20),
                GridColumn.<OrderItem>text("number", "inventory.column.supplier_number", OrderItem::supplierPartNumber)
                        .width(12),
                GridColumn.<OrderItem>number("ordered", "inventory.column.ordered", OrderItem::quantityOrdered),
                GridColumn.<OrderItem>number("received", "inventory.column.received", OrderItem::quantityReceived),
                GridColumn.<OrderItem>number("open", "inventory.column.open", OrdersViewModel::open)
                        .alarming(Tone.SHORT),
                GridColumn.<OrderItem>number("price", "inventory.column.price", OrderItem::unitPrice),
                GridColumn.<OrderItem>number("sum", "inventory.column.sum", OrderItem::extendedPrice)
                        .withTotal());
    }
}
