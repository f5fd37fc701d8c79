package org.gemba.kpi.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.tile.KpiFigure;
import org.gemba.fx.tile.KpiTile;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiService;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// Every figure as a tile; a click or Enter opens what stands behind it.
final class DashboardView implements Screen {
    private static final List<KpiName> ORDER = List.of(
            KpiName.EFFICIENCY,
            KpiName.PERFORMANCE,
            KpiName.AVAILABILITY,
            KpiName.OEE,
            KpiName.ON_TIME_DELIVERY,
            KpiName.WIP_AGING,
            KpiName.FPY,
            KpiName.RTY,
            KpiName.PPM,
            KpiName.DPMO,
            KpiName.ABSENTEEISM);

    private final Desk desk;
    private final DashboardViewModel model;
    private final Map<KpiName, KpiTile> tiles = new EnumMap<>(KpiName.class);
    private final Label remark = new Label();
    private final Action refresh;
    private final VBox page;

    DashboardView(Desk desk, KpiService figures) {
        this.desk = desk;
        this.model = new DashboardViewModel(desk, figures);
        this.refresh = Action.of("kpi.refresh", "kpi.ui.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5")
                .enabledWhen(Bindings.not(model.busyProperty()));
        var flow = new FlowPane(12, 12);
        for (var kpi : ORDER) flow.getChildren().add(tile(kpi));
        var scroll = new ScrollPane(flow);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var button = new ActionControls(desk.language()).button(refresh);
        page = new VBox(
                ScopeBar.head(desk, model.scope, "kpi.dashboard.title", remark, button),
                ScopeBar.problem(model.problemProperty()),
                ScopeBar.problem(model.scope.problemProperty()),
                scroll);
        page.getStyleClass().add("screen");
        model.shownProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    private KpiTile tile(KpiName kpi) {
        var better = kpi.isHigherBetter() ? KpiFigure.Better.HIGHER : KpiFigure.Better.LOWER;
        var tile = new KpiTile(
                        desk,
                        "kpi.short." + kpi.code(),
                        (formats, number) -> FigureTexts.value(kpi, formats, number),
                        better)
                .drilling(() -> model.open(kpi));
        tile.setId("kpi-" + kpi.code());
        tiles.put(kpi, tile);
        return tile;
    }

    private void show() {
        tiles.forEach((kpi, tile) -> tile.show(model.figure(kpi)));
        var shown = model.shownProperty().get();
        if (shown == null) {
            remark.setText(desk.language().now("kpi.dashboard.none"));
            return;
        }
        var scope = shown.board().scope();
        var completeness = shown.board()
                .completeness()
                .shown(1)
                .map(percent -> desk.formats().number(percent) + " %")
                .orElse("–");
        remark.setText(desk.language()
                .now(
                        "kpi.dashboard.remark",
                        desk.formats().day(scope.from()),
                        desk.formats().day(scope.to()),
                        completeness));
    }

    @Override
    public String id() {
        return FigureScreens.DASHBOARD;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.dashboard.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignV.VIEW_DASHBOARD_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(refresh);
    }

    @Override
    public void onShow() {
        show();
        model.scope.load(model::load);
        var first = tiles.get(ORDER.getFirst());
        if (first != null) first.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
    }
}
