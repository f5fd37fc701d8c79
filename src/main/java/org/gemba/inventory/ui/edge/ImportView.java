package org.gemba.inventory.ui.edge;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
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
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.wizard.Wizard;
import org.gemba.inventory.CsvImport;
import org.gemba.inventory.ImportRun;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// Importing supplier orders: the wizard above, what was imported lately below, each with its way back.
final class ImportView implements Screen {
    private final Desk desk;
    private final ImportViewModel model;
    private final Wizard wizard;
    private final Grid<ImportRun> recent;
    private final Action undo;
    private final VBox page;

    ImportView(Desk desk, CsvImport csv) {
        this.desk = desk;
        this.model = new ImportViewModel(desk, csv);
        this.undo = Action.of("inventory.import.undo", "inventory.import.undo", MaterialDesignU.UNDO, this::undo)
                .needs(Permission.CSV_IMPORT);
        this.recent = new Grid<>(
                desk,
                GridSpec.of("inventory.imports", columns())
                        .withActions(List.of(undo))
                        .whenEmpty("inventory.import.none", null));
        this.wizard = new Wizard(
                desk.language(),
                List.of(
                        new ImportFileStep(desk, model),
                        new ImportCheckStep(desk, model),
                        new ImportResultStep(desk, model)),
                this::again);
        var lower = new VBox(heading("inventory.import.recent"), recent.node());
        VBox.setVgrow(recent.node(), Priority.ALWAYS);
        var split = new SplitPane(wizard, lower);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        VBox.setVgrow(split, Priority.ALWAYS);
        var problem = new Label();
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.setId("import-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(model.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        page = new VBox(title("inventory.import.title"), problem, split);
        page.getStyleClass().add("screen");
        model.recentProperty().addListener((property, old, now) -> recent.rows(now));
    }

    private Label title(String key) {
        var label = heading(key);
        label.getStyleClass().setAll("label", "screen-title");
        return label;
    }

    private Label heading(String key) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private void again() {
        wizard.restart();
    }

    private void undo() {
        var run = recent.selectedProperty().get();
        if (run != null && run.state() == ImportRun.State.DONE) model.undo(run);
    }

    private List<GridColumn<ImportRun>> columns() {
        return List.of(
                GridColumn.instant("created_at", "inventory.import.when", ImportRun::createdAt),
                GridColumn.status("state", "inventory.import.state", run -> state(run.state())),
                GridColumn.text("supplier", "inventory.supplier", ImportRun::supplier),
                GridColumn.text("order_number", "inventory.import.order", ImportRun::orderNumber),
                GridColumn.<ImportRun>text("file_name", "inventory.import.file", ImportRun::fileName)
                        .width(18),
                GridColumn.number("added", "inventory.import.added", run -> count(run, true)),
                GridColumn.<ImportRun>number("updated", "inventory.import.updated", run -> count(run, false))
                        .width(9),
                GridColumn.number("failed", "inventory.import.failed", ImportView::failures),
                GridColumn.text("created_by", "inventory.import.who", ImportRun::createdBy));
    }

    private static int count(ImportRun run, boolean added) {
        var outcome = run.outcome();
        if (outcome == null) return 0;
        return added ? outcome.added() : outcome.updated();
    }

    private static int failures(ImportRun run) {
        var outcome = run.outcome();
        return outcome == null ? run.errors().size() : outcome.failures().size();
    }

    static Status state(ImportRun.State state) {
        return switch (state) {
            case WAITING ->
                new Status("waiting", "inventory.import.waiting", Tone.RUNNING, MaterialDesignP.PROGRESS_CLOCK, 0);
            case DONE -> new Status("done", "inventory.import.done", Tone.DONE, MaterialDesignC.CHECK, 1);
            case UNDONE -> new Status("undone", "inventory.import.taken_back", Tone.QUIET, MaterialDesignU.UNDO, 2);
            case FAILED ->
                new Status("failed", "inventory.import.broken", Tone.FAILED, MaterialDesignA.ALERT_OUTLINE, 3);
        };
    }

    @Override
    public String id() {
        return EdgeScreens.IMPORT;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.import.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FILE_IMPORT_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return recent.actions();
    }

    @Override
    public void onShow() {
        recent.onShow();
        model.load();
    }

    @Override
    public void onHide() {
        recent.onHide();
        model.onHide();
    }

    /// For the pictures and the journeys.
    ImportViewModel model() {
        return model;
    }
}
