package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.chart.ChartCard;
import org.gemba.fx.chart.ChartData;
import org.gemba.fx.chart.Layer;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.Aggregation;
import org.gemba.kpi.DrillService;
import org.gemba.kpi.KpiDrill;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiRow;
import org.gemba.kpi.KpiSeries;
import org.gemba.kpi.KpiService;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What stands behind one figure.
final class FigureView implements Screen {
    private final Desk desk;
    private final FigureViewModel model;
    private final Label remark = new Label();
    private final Label value = new Label();
    private final Label formula = new Label();
    private final Label inputs = new Label();
    private final ChartCard trend;
    private final ChartCard causes;
    private final Grid<KpiRow> grid;
    private final Action refresh;
    private final VBox page;

    FigureView(Desk desk, KpiService figures, DrillService drills, Map<String, String> arguments) {
        this.desk = desk;
        this.model = new FigureViewModel(desk, figures, drills, arguments);
        this.trend = new ChartCard(desk, desk.language().text("kpi.figure.trend"), "kpi.figure.notrend");
        this.causes = new ChartCard(desk, desk.language().text("kpi.figure.causes"), "kpi.figure.nocauses");
        this.grid = new Grid<>(
                desk,
                GridSpec.of("kpi.figure." + model.kpi.code(), RowColumns.of(model.kpi, desk.language()))
                        .whenEmpty("kpi.figure.norows", null));
        this.refresh = Action.of("kpi.figure-refresh", "kpi.ui.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5")
                .enabledWhen(Bindings.not(model.busyProperty()));
        page = new VBox(top(), facts(), charts(), grid.node());
        page.getStyleClass().add("screen");
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        model.shownProperty().addListener((property, old, now) -> show());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    private Node top() {
        var button = new ActionControls(desk.language()).button(refresh);
        return new VBox(
                ScopeBar.head(desk, model.scope, FigureTexts.titleKey(model.kpi), remark, steps(), button),
                ScopeBar.problem(model.problemProperty()),
                ScopeBar.problem(model.scope.problemProperty()));
    }

    private Node steps() {
        var group = new ToggleGroup();
        var row = new HBox();
        for (var step : List.of(Aggregation.DAILY, Aggregation.WEEKLY, Aggregation.MONTHLY)) {
            var button = new ToggleButton();
            button.setId("kpi-" + step.id());
            button.textProperty().bind(desk.language().text("kpi.step." + step.id()));
            button.setToggleGroup(group);
            button.setSelected(step == Aggregation.DAILY);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.aggregationProperty().set(step);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node facts() {
        value.getStyleClass().add("kpi-value");
        value.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        formula.setWrapText(true);
        formula.textProperty()
                .bind(desk.language().text("kpi.formula." + model.kpi.name().toLowerCase(Locale.ROOT)));
        inputs.setWrapText(true);
        inputs.getStyleClass().add("quiet");
        var words = new VBox(formula, inputs);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(value, words);
        row.getStyleClass().add("order-top");
        return row;
    }

    private Node charts() {
        var row = new HBox(trend, causes);
        row.getStyleClass().add("order-top");
        HBox.setHgrow(trend, Priority.ALWAYS);
        HBox.setHgrow(causes, Priority.ALWAYS);
        for (var card : List.of(trend, causes)) {
            card.setPrefSize(500, 240);
            card.setMinHeight(200);
        }
        boolean hasCauses = model.kpi != KpiName.ON_TIME_DELIVERY && model.kpi != KpiName.WIP_AGING;
        causes.setVisible(hasCauses);
        causes.setManaged(hasCauses);
        return row;
    }

    private void show() {
        var shown = model.shownProperty().get();
        if (shown == null) return;
        var figure = shown.drill().value();
        value.setText(figure.shown()
                .map(number -> FigureTexts.value(model.kpi, desk.formats(), number))
                .orElse("–"));
        var told = FigureTexts.remark(desk.language(), figure);
        var share = desk.language()
                .now(
                        "kpi.figure.inferred",
                        shown.drill().inferredRows(),
                        shown.drill().allRows());
        remark.setText(told.isEmpty() ? share : share + " · " + told);
        inputs.setText(shown.drill().inputs().stream().map(this::input).collect(Collectors.joining("   ")));
        trend.show(trend(shown.series()));
        causes.show(causes(shown.drill()));
        grid.rows(shown.drill().rows());
    }

    private String input(KpiDrill.Input input) {
        return desk.language().now("kpi.input." + input.name()) + " "
                + desk.formats().number(input.amount());
    }

    private ChartData trend(KpiSeries series) {
        var known = series.points().stream()
                .filter(point -> point.value().isKnown())
                .toList();
        var labels = known.stream()
                .map(point -> point.date().toString().substring(5))
                .toList();
        var values = new ArrayList<@Nullable BigDecimal>();
        for (var point : known) point.value().shown().ifPresent(values::add);
        var name = desk.language().now(FigureTexts.titleKey(model.kpi));
        var data = ChartData.of(labels, new Layer.Line(name, values, false, Layer.Axis.LEFT));
        var target = series.total().value().target();
        if (target == null) return data;
        return data.withLimit(new ChartData.Limit(desk.language().now("kpi.ui.target"), target, Tone.LATE));
    }

    private ChartData causes(KpiDrill drill) {
        var weights = drill.causes().stream()
                .limit(10)
                .map(cause -> new ChartData.Weight(causeName(cause.name()), cause.amount()))
                .toList();
        if (weights.isEmpty()) return ChartData.NONE;
        return ChartData.pareto(
                desk.language().now("kpi.amount." + unit()), desk.language().now("kpi.ui.cumulated"), weights);
    }

    private String causeName(String name) {
        return switch (model.kpi) {
            case AVAILABILITY -> desk.language().now("kpi.reason." + name.toLowerCase(Locale.ROOT));
            case ABSENTEEISM -> desk.language().now("kpi.absence." + name.toLowerCase(Locale.ROOT));
            default -> name;
        };
    }

    private String unit() {
        return switch (model.kpi) {
            case AVAILABILITY -> "minutes";
            case EFFICIENCY, PERFORMANCE, OEE, ABSENTEEISM -> "hours";
            case FPY, DPMO -> "defects";
            default -> "units";
        };
    }

    @Override
    public String id() {
        return FigureScreens.FIGURE;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text(FigureTexts.titleKey(model.kpi));
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_LINE;
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

    @Override
    public Map<String, String> saveState() {
        return Map.of();
    }
}
