package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridRow;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.Target;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Targets, and the standards of styles and parts; typed into the cells, saved together.
final class StandardsScreen implements Screen {
    /// @param text a style or a part
    /// @param number hours of labour a unit, or ways in which a unit can be defective
    private record Standard(String text, @Nullable BigDecimal number) {}

    private final Desk desk;
    private final KpiDoor kpi;
    private final Jobs jobs;
    private final Clients clients;
    private final Grid<Target> targets;
    private final Grid<Standard> styles;
    private final Grid<Standard> parts;
    private final Label problem = new Label();
    private final VBox page = new VBox();
    private final Action save;
    private final Action refresh;

    StandardsScreen(Desk desk, KpiDoor kpi) {
        this.desk = desk;
        this.kpi = kpi;
        this.jobs = desk.background().jobs();
        this.clients = new Clients(desk, kpi.clients(), jobs);
        this.save = Action.of("kpi.standardsSave", "kpi.save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save)
                .shortcut("Shortcut+S")
                .needs(Permission.KPI_CONFIGURE);
        this.refresh = Action.of("kpi.standardsRefresh", "kpi.refresh", MaterialDesignR.REFRESH, this::load)
                .shortcut("F5");
        this.targets = new Grid<>(desk, GridSpec.of("kpi.targetList", targetColumns()));
        this.styles =
                new Grid<>(desk, standards("kpi.styleList", "kpi.field.style_model", "kpi.field.ideal_cycle_time"));
        this.parts = new Grid<>(
                desk, standards("kpi.partList", "kpi.field.part_number", "kpi.field.opportunities_per_unit"));
        clients.chosenProperty().addListener((property, old, now) -> {
            if (old != null && now != null) load();
        });
        build();
    }

    private void build() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, Words.choice(desk, clients), gap, new ActionControls(desk.language()).button(save));
        head.getStyleClass().add("toolbar-row");
        problem.setId("kpi-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("page-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var right = new VBox(titled("kpi.standards.styles", styles), titled("kpi.standards.parts", parts));
        right.getStyleClass().add("form");
        HBox.setHgrow(right, Priority.ALWAYS);
        var left = titled("kpi.standards.targets", targets);
        HBox.setHgrow(left, Priority.ALWAYS);
        var body = new HBox(left, right);
        body.getStyleClass().add("beside");
        VBox.setVgrow(body, Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(head, problem, body);
    }

    private VBox titled(String key, Grid<?> grid) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(key));
        label.getStyleClass().add("section-title");
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        var box = new VBox(label, grid.node());
        box.setPrefWidth(420);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private List<GridColumn<Target>> targetColumns() {
        return List.of(
                GridColumn.<Target>text(
                                "kpi", "kpi.field.kpi", target -> Words.of(desk.language(), "name", target.kpi()))
                        .width(12),
                GridColumn.<Target>number("target", "kpi.field.target", Target::target)
                        .editable(
                                (row, value) -> new Target(
                                        row.clientId(),
                                        row.kpi(),
                                        value instanceof BigDecimal number ? number : row.target(),
                                        true),
                                StandardsScreen::check),
                GridColumn.<Target>text(
                                "own",
                                "kpi.field.origin",
                                target ->
                                        desk.language().now(target.own() ? "kpi.standards.own" : "kpi.standards.usual"))
                        .width(8));
    }

    private static GridSpec<Standard> standards(String id, String textKey, String numberKey) {
        List<GridColumn<Standard>> columns = List.of(
                GridColumn.<Standard>text("text", textKey, Standard::text)
                        .width(14)
                        .editable(
                                (row, value) -> new Standard(value == null ? "" : value.toString(), row.number()),
                                value -> Optional.empty()),
                GridColumn.<Standard>number("number", numberKey, Standard::number)
                        .width(9)
                        .editable(
                                (row, value) -> new Standard(
                                        row.text(), value instanceof BigDecimal number ? number : row.number()),
                                StandardsScreen::check));
        return GridSpec.of(id, columns).adding(() -> new Standard("", null)).whenEmpty("kpi.standards.empty", null);
    }

    private static Optional<String> check(@Nullable Object value) {
        boolean bad = value instanceof BigDecimal number && number.signum() < 0;
        return bad ? Optional.of("kpi.sheet.wrong.negative") : Optional.empty();
    }

    private record All(List<Target> targets, List<Standard> styles, List<Standard> parts) {}

    private void load() {
        var client = clients.chosenProperty().get();
        if (client == null) return;
        var caller = desk.caller().get();
        var id = client.clientId();
        jobs.runLatest("standards", progress -> read(caller, id))
                .onSuccess(this::show)
                .onError(
                        AppError.class, error -> problem.setText(desk.language().sentence(error)))
                .start();
    }

    private All read(Caller caller, String client) {
        var service = kpi.standards();
        return new All(
                service.targets(caller, client),
                withSpare(service.cycleTimes(caller, client).stream()
                        .map(style -> new Standard(style.styleModel(), style.idealCycleTime()))
                        .toList()),
                withSpare(service.opportunities(caller, client).stream()
                        .map(part -> new Standard(part.partNumber(), BigDecimal.valueOf(part.opportunitiesPerUnit())))
                        .toList()));
    }

    /// Lines to type new ones into.
    private static List<Standard> withSpare(List<Standard> known) {
        var all = new ArrayList<>(known);
        for (int i = 0; i < 3; i++) all.add(new Standard("", null));
        return all;
    }

    private void show(All all) {
        problem.setText("");
        targets.rows(all.targets());
        styles.rows(all.styles());
        parts.rows(all.parts());
    }

    private void save() {
        var client = clients.chosenProperty().get();
        if (client == null || jobs.busyProperty().get()) return;
        var caller = desk.caller().get();
        var id = client.clientId();
        var changedTargets = changed(targets);
        var changedStyles = changed(styles);
        var changedParts = changed(parts);
        jobs.run(progress -> {
                    var service = kpi.standards();
                    changedTargets.forEach(target -> service.putTarget(caller, id, target.kpi(), target.target()));
                    for (var style : changedStyles) {
                        if (style.number() != null) service.putCycleTime(caller, id, style.text(), style.number());
                    }
                    for (var part : changedParts) {
                        if (part.number() == null) continue;
                        service.putOpportunities(
                                caller, id, part.text(), part.number().intValue());
                    }
                    return changedTargets.size() + changedStyles.size() + changedParts.size();
                })
                .onSuccess(count -> {
                    desk.notices().success(desk.language().now("kpi.standards.saved", count));
                    load();
                })
                .onError(
                        AppError.class, error -> problem.setText(desk.language().sentence(error)))
                .start();
    }

    private static <T> List<T> changed(Grid<T> grid) {
        return grid.rows().stream()
                .filter(row -> row.state() != GridRow.State.SAVED)
                .map(GridRow.Data::value)
                .toList();
    }

    @Override
    public String id() {
        return KpiScreens.STANDARDS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.standards.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BULLSEYE_ARROW;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var actions = new ArrayList<>(targets.actions());
        actions.addAll(List.of(save, refresh));
        return actions;
    }

    @Override
    public void onShow() {
        targets.onShow();
        clients.load(this::load);
        targets.focus();
    }

    @Override
    public void onHide() {
        jobs.cancelAll();
        targets.onHide();
        styles.onHide();
        parts.onHide();
    }
}
