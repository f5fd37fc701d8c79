package org.gemba.tracking.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.StatusLabel;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.chart.ChartCard;
import org.gemba.fx.chart.ChartData;
import org.gemba.fx.chart.Layer;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.platform.metrics.CallTally;
import org.gemba.tracking.ServiceHealth.State;
import org.gemba.tracking.TrackingMonitor;
import org.gemba.tracking.TrackingMonitor.RouteCalls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Whether everything is there, and how the APIs are used: calls, errors and response times by hour, and every route.
final class MonitorView implements Screen {
    private static final double CHART_HEIGHT = 210;

    private final Desk desk;
    private final MonitorViewModel model;
    private final Grid<RouteCalls> grid;
    private final ChartCard calls;
    private final ChartCard times;
    private final StatusLabel database;
    private final StatusLabel erp;
    private final StatusLabel wechat;
    private final Label counts = Parts.quiet();
    private final Action refresh;
    private final VBox page;

    MonitorView(Desk desk, TrackingMonitor monitor) {
        this.desk = desk;
        this.model = new MonitorViewModel(desk, monitor);
        this.database = new StatusLabel(desk.language());
        this.erp = new StatusLabel(desk.language());
        this.wechat = new StatusLabel(desk.language());
        this.calls = new ChartCard(desk, desk.language().text("tracking.monitor.calls"), "tracking.monitor.noCalls");
        this.times = new ChartCard(desk, desk.language().text("tracking.monitor.times"), "tracking.monitor.noCalls");
        this.refresh = Action.of("tracking.refreshMonitor", "tracking.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5");
        this.grid = new Grid<>(
                desk, GridSpec.of("tracking.routeList", columns()).whenEmpty("tracking.monitor.noCalls", null));
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        page = new VBox(
                Parts.top(desk, title(), counts, List.of(refresh)),
                Parts.problem(model.problemProperty()),
                services(),
                charts(),
                grid.node());
        page.getStyleClass().add("screen");
        model.pageProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    private Node services() {
        var row = new HBox(24, database, erp, wechat);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node charts() {
        for (var card : List.of(calls, times)) {
            card.setMinHeight(CHART_HEIGHT);
            card.setPrefHeight(CHART_HEIGHT);
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(CHART_HEIGHT);
        }
        return new HBox(16, calls, times);
    }

    private void show() {
        var now = model.pageProperty().get();
        if (now == null) return;
        database.show(service(now.health().database(), "database"));
        erp.show(service(now.health().erp(), "erp"));
        wechat.show(service(now.health().wechat(), "wechat"));
        long total = now.hour().stream().mapToLong(one -> one.tally().calls()).sum();
        long errors = now.hour().stream().mapToLong(one -> one.tally().errors()).sum();
        counts.setText(desk.language().now("tracking.monitor.counts", total, errors));
        grid.rows(now.routes());
        charts(now);
    }

    private void charts(MonitorViewModel.Page now) {
        var labels = new ArrayList<String>();
        var good = new ArrayList<@Nullable BigDecimal>();
        var bad = new ArrayList<@Nullable BigDecimal>();
        var mean = new ArrayList<@Nullable BigDecimal>();
        var longest = new ArrayList<@Nullable BigDecimal>();
        for (var hour : now.hours()) {
            labels.add(desk.formats().time(hour.hour()));
            var tally = hour.tally();
            good.add(BigDecimal.valueOf(tally.calls() - tally.errors()));
            bad.add(BigDecimal.valueOf(tally.errors()));
            mean.add(rounded(tally.meanMillis()));
            longest.add(rounded(tally.longestMillis()));
        }
        var language = desk.language();
        calls.show(ChartData.of(
                labels,
                new Layer.Bars(language.now("tracking.monitor.good"), good, true),
                new Layer.Bars(language.now("tracking.monitor.bad"), bad, true)));
        times.show(ChartData.of(
                        labels,
                        new Layer.Line(language.now("tracking.monitor.mean"), mean, false, Layer.Axis.LEFT),
                        new Layer.Line(language.now("tracking.monitor.longest"), longest, true, Layer.Axis.LEFT))
                .withUnit("ms"));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private static Status service(State state, String name) {
        var key = "tracking.service." + name + "." + state.word();
        return switch (state) {
            case HEALTHY -> new Status("healthy", key, Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 2);
            case UNHEALTHY -> new Status("unhealthy", key, Tone.FAILED, MaterialDesignA.ALERT_CIRCLE_OUTLINE, 0);
            case NOT_CONFIGURED ->
                new Status("not_configured", key, Tone.QUIET, MaterialDesignM.MINUS_CIRCLE_OUTLINE, 1);
        };
    }

    @Override
    public String id() {
        return TrackingScreens.MONITOR;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("tracking.monitor.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignP.PULSE;
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

    private static List<GridColumn<RouteCalls>> columns() {
        return List.of(
                GridColumn.<RouteCalls>text(
                                "family",
                                "tracking.column.family",
                                one -> one.route().family())
                        .width(8),
                GridColumn.<RouteCalls>text(
                                "method",
                                "tracking.column.method",
                                one -> one.route().method())
                        .width(6.5),
                GridColumn.<RouteCalls>text(
                                "path",
                                "tracking.column.path",
                                one -> one.route().path())
                        .width(20),
                number(
                        "hour",
                        "tracking.column.hourCalls",
                        one -> BigDecimal.valueOf(one.hour().calls())),
                number(
                        "day",
                        "tracking.column.dayCalls",
                        one -> BigDecimal.valueOf(one.day().calls())),
                number(
                                "errors",
                                "tracking.column.errors",
                                one -> BigDecimal.valueOf(one.day().errors()))
                        .alarming(Tone.FAILED),
                number("mean", "tracking.column.mean", one -> mean(one.day())),
                number(
                        "longest",
                        "tracking.column.longest",
                        one -> rounded(one.day().longestMillis())));
    }

    private static BigDecimal mean(CallTally tally) {
        return rounded(tally.meanMillis());
    }

    private static GridColumn<RouteCalls> number(
            String id, String key, java.util.function.Function<RouteCalls, BigDecimal> value) {
        return GridColumn.<RouteCalls>number(id, key, value).width(8);
    }
}
