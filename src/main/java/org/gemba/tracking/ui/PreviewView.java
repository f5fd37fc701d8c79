package org.gemba.tracking.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.TrackedOrder;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingCustomers.Invite;
import org.gemba.tracking.TrackingOrders;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The orders of one customer through that customer's eyes.
final class PreviewView implements Screen {
    private final Desk desk;
    private final PreviewViewModel model;
    private final ComboBox<Invite> customer = new ComboBox<>();
    private final ComboBox<OrderStatus> status = new ComboBox<>();
    private final TextField keyword = new TextField();
    private final Grid<TrackedOrder> grid;
    private final OrderCard card;
    private final Label source = Parts.quiet();
    private final Action refresh;
    private final VBox page;

    PreviewView(Desk desk, TrackingCustomers customers, TrackingOrders orders, String customerNumber) {
        this.desk = desk;
        this.model = new PreviewViewModel(desk, customers, orders, customerNumber);
        this.card = new OrderCard(desk);
        this.refresh = Action.of("tracking.refreshPreview", "tracking.refresh", MaterialDesignR.REFRESH, this::search)
                .shortcut("F5");
        this.grid = new Grid<>(
                desk, GridSpec.of("tracking.previewOrders", columns()).whenEmpty("tracking.preview.none", null));
        HBox.setHgrow(grid.node(), Priority.ALWAYS);
        var middle = new HBox(12, grid.node(), card.node());
        VBox.setVgrow(middle, Priority.ALWAYS);
        page = new VBox(
                Parts.top(desk, title(), source, List.of(refresh)),
                asks(),
                Parts.problem(model.problemProperty()),
                middle);
        page.getStyleClass().add("screen");
        listen();
    }

    private void listen() {
        grid.selectedProperty().addListener((property, old, now) -> model.open(now));
        model.choicesProperty().addListener((property, old, now) -> showChoices(now));
        model.pageProperty().addListener((property, old, now) -> showPage());
        model.orderProperty().addListener((property, old, now) -> card.show(now));
        desk.language().localeProperty().addListener((property, old, now) -> {
            showPage();
            status.setConverter(statusWords());
        });
        customer.valueProperty().addListener((property, old, now) -> {
            if (now != null && !now.customer().number().equals(model.customer())) {
                keyword.clear();
                status.setValue(null);
                model.choose(now.customer().number());
            }
        });
        keyword.textProperty().addListener((property, old, now) -> search());
        status.valueProperty().addListener((property, old, now) -> search());
        showPage();
    }

    private Node asks() {
        customer.setId("preview-customer");
        customer.setConverter(customerWords());
        customer.setPrefWidth(280);
        desk.language().bind(customer.promptTextProperty(), "tracking.preview.whose");
        keyword.setId("preview-keyword");
        keyword.setPrefColumnCount(20);
        desk.language().bind(keyword.promptTextProperty(), "tracking.preview.keyword");
        status.setConverter(statusWords());
        status.getItems().add(null);
        status.getItems().addAll(Arrays.asList(OrderStatus.values()));
        desk.language().bind(status.promptTextProperty(), "tracking.preview.anyStatus");
        var row = new HBox(8, customer, keyword, status);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static StringConverter<Invite> customerWords() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Invite invite) {
                return invite == null
                        ? ""
                        : invite.customer().number() + "  " + invite.customer().name();
            }

            @Override
            public @Nullable Invite fromString(String text) {
                return null;
            }
        };
    }

    private StringConverter<OrderStatus> statusWords() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable OrderStatus one) {
                return one == null
                        ? desk.language().now("tracking.preview.anyStatus")
                        : desk.language().now("tracking.status." + one.word());
            }

            @Override
            public @Nullable OrderStatus fromString(String text) {
                return null;
            }
        };
    }

    private void search() {
        model.search(keyword.getText() == null ? "" : keyword.getText(), status.getValue());
    }

    private void showChoices(List<Invite> choices) {
        customer.getItems().setAll(choices);
        choices.stream()
                .filter(invite -> invite.customer().number().equals(model.customer()))
                .findFirst()
                .ifPresent(customer::setValue);
    }

    private void showPage() {
        var found = model.pageProperty().get();
        if (found == null) {
            source.setText(desk.language().now("tracking.preview.how"));
            return;
        }
        grid.rows(found.orders());
        var formats = desk.formats();
        var as = desk.language()
                .now(
                        found.cacheHit() ? "tracking.preview.stored" : "tracking.preview.live",
                        formats.dayTime(found.asOf()));
        source.setText(desk.language().now("tracking.preview.total", found.total()) + " · " + as);
    }

    @Override
    public String id() {
        return TrackingScreens.PREVIEW;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("tracking.preview.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CELLPHONE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(List.of(refresh));
        all.addAll(grid.actions());
        return all;
    }

    @Override
    public void onShow() {
        model.load();
        search();
        grid.onShow();
        customer.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
        grid.onHide();
    }

    @Override
    public Map<String, String> saveState() {
        return Map.of("customer", model.customer());
    }

    @Override
    public void restoreState(Map<String, String> state) {
        var kept = state.getOrDefault("customer", "");
        if (!kept.isEmpty()) model.choose(kept);
    }

    private static List<GridColumn<TrackedOrder>> columns() {
        return List.of(
                GridColumn.<TrackedOrder>text("order", "tracking.column.order", TrackedOrder::orderNo)
                        .width(10),
                GridColumn.<TrackedOrder>day("date", "tracking.column.date", TrackedOrder::orderDate)
                        .width(7.5),
                GridColumn.<TrackedOrder>status(
                                "status", "tracking.column.status", order -> Parts.status(order.status()))
                        .width(9),
                GridColumn.<TrackedOrder>share(
                                "progress",
                                "tracking.column.progress",
                                order -> order.progress().movePointLeft(2))
                        .width(9),
                GridColumn.<TrackedOrder>day("due", "tracking.column.due", TrackedOrder::deliveryDate)
                        .width(7.5),
                GridColumn.<TrackedOrder>number("ordered", "tracking.column.ordered", TrackedOrder::ordered)
                        .width(7),
                GridColumn.<TrackedOrder>number("delivered", "tracking.column.delivered", TrackedOrder::delivered)
                        .width(7));
    }
}
