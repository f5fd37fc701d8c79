package org.gemba.mto.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.mto.MtoAlert;
import org.gemba.mto.MtoService;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What is over-picked, over-shipped or short; Enter opens the order.
final class AlertsView implements Screen {
    private final Desk desk;
    private final AlertsViewModel model;
    private final Grid<MtoAlert> grid;
    private final Label counts = new Label();
    private final Label leftOut = new Label();
    private final Action refresh;
    private final VBox page;

    AlertsView(Desk desk, MtoService service) {
        this.desk = desk;
        this.model = new AlertsViewModel(desk, service);
        this.grid = new Grid<>(
                desk,
                GridSpec.of("mto.alerts", columns())
                        .freezing(2)
                        .opening(model::open)
                        .whenEmpty("mto.alerts.none", null));
        this.refresh = Action.of("mto.alerts.refresh", "mto.alerts.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5")
                .enabledWhen(Bindings.not(model.busyProperty()));
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        page = new VBox(top(), problem(), grid.node());
        page.getStyleClass().add("screen");
        model.alertsProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    @Override
    public String id() {
        return MtoScreens.ALERTS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("mto.alerts.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ALERT_OUTLINE;
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
        grid.onShow();
        grid.focus();
    }

    @Override
    public void onHide() {
        model.onHide();
        grid.onHide();
    }

    private Node top() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        counts.setId("alert-counts");
        leftOut.setId("alert-left-out");
        leftOut.getStyleClass().add("quiet");
        var words = new VBox(title, counts, leftOut);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(words, gap, new ActionControls(desk).button(refresh));
        row.getStyleClass().add("order-top");
        return row;
    }

    private Node problem() {
        var problem = new Label();
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(model.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void show() {
        var alerts = model.alertsProperty().get();
        grid.rows(alerts.alerts());
        counts.setText(desk.language()
                .now(
                        "mto.alerts.counts",
                        model.count(MtoAlert.Kind.OVER_PICKED),
                        model.count(MtoAlert.Kind.OVER_SHIPPED),
                        model.count(MtoAlert.Kind.SHORT)));
        leftOut.setText(desk.language().now("mto.alerts.leftout", alerts.samplesLeftOut(), alerts.unclear()));
    }

    private static List<GridColumn<MtoAlert>> columns() {
        return List.of(
                GridColumn.<MtoAlert>status("kind", "mto.column.kind", AlertsView::kind)
                        .width(12.5),
                GridColumn.<MtoAlert>text("mto", "mto.column.mto", MtoAlert::mtoNumber)
                        .width(9),
                GridColumn.<MtoAlert>text("customer", "mto.column.customer", MtoAlert::customerName)
                        .width(13),
                GridColumn.<MtoAlert>day("due", "mto.column.due", MtoAlert::deliveryDate)
                        .width(7.5),
                GridColumn.<MtoAlert>text(
                                "code",
                                "mto.column.code",
                                alert -> alert.material().code())
                        .width(9),
                GridColumn.<MtoAlert>text(
                                "name",
                                "mto.column.name",
                                alert -> alert.material().name())
                        .width(14),
                GridColumn.<MtoAlert>number("expected", "mto.column.expected", MtoAlert::expected),
                GridColumn.<MtoAlert>number("actual", "mto.column.actual", MtoAlert::actual),
                GridColumn.<MtoAlert>number("difference", "mto.column.difference", MtoAlert::difference));
    }

    private static Status kind(MtoAlert alert) {
        boolean severe = alert.severity() == MtoAlert.Severity.SEVERE;
        return switch (alert.kind()) {
            case OVER_PICKED ->
                new Status(
                        "over_picked",
                        severe ? "mto.alert.over_picked.severe" : "mto.alert.over_picked",
                        Tone.OVER,
                        MaterialDesignA.ARROW_UP_BOLD_CIRCLE_OUTLINE,
                        severe ? 1 : 4);
            case OVER_SHIPPED ->
                new Status("over_shipped", "mto.alert.over_shipped", Tone.OVER, MaterialDesignT.TRUCK_ALERT_OUTLINE, 3);
            case SHORT ->
                severe
                        ? new Status("late", "mto.alert.late", Tone.LATE, MaterialDesignC.CLOCK_ALERT_OUTLINE, 0)
                        : new Status("short", "mto.alert.short", Tone.SHORT, MaterialDesignA.ALERT_OUTLINE, 2);
        };
    }
}
