package org.gemba.kpi.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.KpiService;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What is missing, how much, where, and what figures use instead.
final class QualityView implements Screen {
    private final Desk desk;
    private final QualityViewModel model;
    private final Grid<QualityViewModel.Gap> grid;
    private final Label remark = new Label();
    private final Action refresh;
    private final VBox page;

    QualityView(Desk desk, KpiService figures, DataQualityService quality) {
        this.desk = desk;
        this.model = new QualityViewModel(desk, figures, quality);
        this.grid = new Grid<>(desk, GridSpec.of("kpi.dataquality", columns()).whenEmpty("kpi.dataquality.none", null));
        this.refresh = Action.of("kpi.dataquality-refresh", "kpi.ui.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5")
                .enabledWhen(Bindings.not(model.busyProperty()));
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        var button = new ActionControls(desk.language()).button(refresh);
        page = new VBox(
                ScopeBar.head(desk, model.scope, "kpi.dataquality.title", remark, button),
                ScopeBar.problem(model.problemProperty()),
                ScopeBar.problem(model.scope.problemProperty()),
                grid.node());
        page.getStyleClass().add("screen");
        model.foundProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    private List<GridColumn<QualityViewModel.Gap>> columns() {
        return List.of(
                GridColumn.<QualityViewModel.Gap>text(
                                "what",
                                "kpi.dataquality.what",
                                gap -> desk.language().now("kpi.gap." + gap.kind()))
                        .width(26),
                GridColumn.<QualityViewModel.Gap>number(
                        "missing", "kpi.dataquality.missing", QualityViewModel.Gap::missing),
                GridColumn.<QualityViewModel.Gap>number("total", "kpi.dataquality.total", QualityViewModel.Gap::total),
                GridColumn.<QualityViewModel.Gap>text("instead", "kpi.dataquality.instead", this::instead)
                        .width(22),
                GridColumn.<QualityViewModel.Gap>share(
                        "confidence",
                        "kpi.dataquality.confidence",
                        gap -> gap.instead().isEmpty() ? null : gap.confidence()),
                GridColumn.<QualityViewModel.Gap>text("where", "kpi.dataquality.where", QualityViewModel.Gap::where)
                        .width(26));
    }

    private String instead(QualityViewModel.Gap gap) {
        return gap.instead().isEmpty() ? "" : desk.language().now("kpi.source." + gap.instead());
    }

    private void show() {
        grid.rows(model.gaps());
        var found = model.foundProperty().get();
        remark.setText(found == null ? "" : desk.language().now("kpi.dataquality.remark", found.entries()));
    }

    @Override
    public String id() {
        return FigureScreens.QUALITY;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.dataquality.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CLIPBOARD_ALERT_OUTLINE;
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
        model.scope.load(model::load);
        grid.onShow();
        grid.focus();
    }

    @Override
    public void onHide() {
        model.onHide();
        grid.onHide();
    }
}
