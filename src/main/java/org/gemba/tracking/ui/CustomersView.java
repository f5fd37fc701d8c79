package org.gemba.tracking.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.dialog.Dialogs;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingCustomers.UserRow;
import org.gemba.tracking.TrackingUser.Binding;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Who follows whose orders, since when; and the way to end that.
final class CustomersView implements Screen {
    private final Desk desk;
    private final CustomersViewModel model;
    private final Grid<UserRow> grid;
    private final Label counts = Parts.quiet();
    private final ObjectProperty<@Nullable UserRow> chosen = new SimpleObjectProperty<>();
    private final List<Action> actions;
    private final VBox page;

    CustomersView(Desk desk, TrackingCustomers customers) {
        this.desk = desk;
        this.model = new CustomersViewModel(desk, customers);
        var invite = Action.of(
                "tracking.customers.invite",
                "tracking.customers.invite",
                MaterialDesignQ.QRCODE,
                () -> desk.navigator().open(TrackingScreens.INVITES));
        var built = new ArrayList<Action>();
        this.grid = new Grid<>(
                desk,
                GridSpec.of("tracking.userList", columns())
                        .opening(model::preview)
                        .whenEmpty("tracking.customers.none", invite)
                        .withActions(List.of(
                                kept(built, preview()),
                                kept(built, messages()),
                                kept(built, signOut()),
                                kept(built, unbind()))));
        built.add(Action.of("tracking.refreshCustomers", "tracking.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5"));
        this.actions = List.copyOf(built);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        page = new VBox(Parts.top(desk, title(), counts, actions), Parts.problem(model.problemProperty()), grid.node());
        page.getStyleClass().add("screen");
        model.usersProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    private static Action kept(List<Action> built, Action action) {
        built.add(action);
        return action;
    }

    private Action preview() {
        return Action.of(
                        "tracking.customers.preview",
                        "tracking.customers.preview",
                        MaterialDesignC.CELLPHONE,
                        () -> onSelected(model::preview))
                .enabledWhen(selected(CustomersView::isBound));
    }

    private Action messages() {
        return Action.of(
                        "tracking.customers.messages",
                        "tracking.customers.messages",
                        MaterialDesignB.BELL_OUTLINE,
                        () -> onSelected(model::toggleMessages))
                .enabledWhen(selected(CustomersView::isBound));
    }

    private Action signOut() {
        return Action.of(
                        "tracking.customers.signOut",
                        "tracking.customers.signOut",
                        MaterialDesignL.LOGOUT,
                        () -> onSelected(row -> confirm(
                                "tracking.customers.signOut",
                                "tracking.customers.signOut.confirm",
                                row,
                                () -> model.signOut(row))))
                .enabledWhen(selected(row -> true));
    }

    private Action unbind() {
        return Action.of(
                        "tracking.customers.unbind",
                        "tracking.customers.unbind",
                        MaterialDesignL.LINK_OFF,
                        () -> onSelected(row -> confirm(
                                "tracking.customers.unbind",
                                "tracking.customers.unbind.confirm",
                                row,
                                () -> model.unbind(row))))
                .enabledWhen(selected(CustomersView::isBound));
    }

    private void confirm(String key, String question, UserRow row, Runnable action) {
        var binding = row.user().binding();
        var words = desk.language()
                .now(question, CustomersViewModel.name(row), binding == null ? "" : binding.customerName());
        new Dialogs(desk.language(), desk.theme()).confirm(page.getScene().getWindow(), words, key, action);
    }

    private void onSelected(Consumer<UserRow> action) {
        var row = chosen.get();
        if (row != null) action.accept(row);
    }

    private ObservableBooleanValue selected(Predicate<UserRow> rule) {
        return Bindings.createBooleanBinding(
                () -> {
                    var row = chosen.get();
                    return row != null && rule.test(row);
                },
                chosen);
    }

    private static boolean isBound(UserRow row) {
        return row.user().binding() != null;
    }

    @Override
    public String id() {
        return TrackingScreens.CUSTOMERS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("tracking.customers.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(actions);
        all.addAll(grid.actions());
        return all;
    }

    @Override
    public void onShow() {
        chosen.bind(grid.selectedProperty());
        model.load();
        grid.onShow();
        grid.focus();
    }

    @Override
    public void onHide() {
        chosen.unbind();
        model.onHide();
        grid.onHide();
    }

    private void show() {
        var users = model.usersProperty().get();
        grid.rows(users);
        counts.setText(desk.language().now("tracking.customers.counts", users.size(), model.bound()));
    }

    private static List<GridColumn<UserRow>> columns() {
        return List.of(
                GridColumn.<UserRow>text("name", "tracking.column.name", CustomersViewModel::name)
                        .width(14),
                GridColumn.<UserRow>status("state", "tracking.column.state", CustomersView::state)
                        .width(9),
                GridColumn.<UserRow>text(
                                "customer",
                                "tracking.column.customer",
                                row -> of(row).map(Binding::customerName).orElse(""))
                        .width(18),
                GridColumn.<UserRow>text(
                                "number",
                                "tracking.column.number",
                                row -> of(row).map(Binding::customerNumber).orElse(""))
                        .width(7),
                GridColumn.<UserRow>instant(
                                "since",
                                "tracking.column.since",
                                row -> of(row).map(Binding::boundAt).orElse(null))
                        .width(10),
                GridColumn.<UserRow>number("orders", "tracking.column.orders", UserRow::orders)
                        .width(6),
                GridColumn.<UserRow>status("messages", "tracking.column.messages", CustomersView::messages)
                        .width(9),
                GridColumn.<UserRow>instant(
                                "login",
                                "tracking.column.login",
                                row -> row.user().lastLoginAt())
                        .width(10));
    }

    private static java.util.Optional<Binding> of(UserRow row) {
        return java.util.Optional.ofNullable(row.user().binding());
    }

    private static Status state(UserRow row) {
        return isBound(row)
                ? new Status("bound", "tracking.customers.bound", Tone.DONE, MaterialDesignL.LINK_VARIANT, 0)
                : new Status("unbound", "tracking.customers.unboundState", Tone.QUIET, MaterialDesignL.LINK_OFF, 1);
    }

    private static Status messages(UserRow row) {
        return row.user().wantsMessages()
                ? new Status("on", "tracking.customers.on", Tone.DONE, MaterialDesignB.BELL_OUTLINE, 0)
                : new Status("off", "tracking.customers.off", Tone.QUIET, MaterialDesignB.BELL_OFF_OUTLINE, 1);
    }
}
