package org.gemba.erp.ui;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.ErpState;
import org.gemba.erp.SyncRun;
import org.gemba.erp.SyncService;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The sync monitor: the connection, what runs and how far, the schedule, every run and what went wrong in it.
final class SyncView implements Screen {
    private static final double GAP = 8;

    private final Desk desk;
    private final SyncViewModel model;
    private final Grid<SyncRun> runs;
    private final Grid<SyncRun.Part> parts;
    private final TextField days = new TextField("90");
    private final CheckBox force = new CheckBox();
    private final CheckBox enabled = new CheckBox();
    private final TextField times = new TextField();
    private final TextField autoDays = new TextField();
    private final Label state = new Label();
    private final Label phase = new Label();
    private final Label next = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Action start;
    private final Action cancel;
    private final Action test;
    private final Action save;
    private final VBox page;

    SyncView(Desk desk, SyncService sync, ErpConnection erp) {
        this.desk = desk;
        this.model = new SyncViewModel(desk, sync, erp);
        var running = model.progressProperty().isNotNull();
        start = Action.of(
                        "erp.sync.start",
                        "erp.sync.start",
                        MaterialDesignP.PLAY,
                        () -> model.start(days.getText(), force.isSelected()))
                .shortcut("F9")
                .needs(Permission.SYNC_WRITE)
                .enabledWhen(running.not());
        cancel = Action.of("erp.sync.cancel", "erp.sync.cancel", MaterialDesignS.STOP, model::cancel)
                .needs(Permission.SYNC_WRITE)
                .enabledWhen(running);
        test = Action.of("erp.sync.test", "erp.sync.test", MaterialDesignL.LAN_CONNECT, model::test)
                .enabledWhen(Bindings.not(model.busyProperty()));
        save = Action.of(
                        "erp.sync.save",
                        "erp.sync.save",
                        MaterialDesignC.CONTENT_SAVE,
                        () -> model.configure(enabled.isSelected(), times.getText(), autoDays.getText()))
                .needs(Permission.SYNC_WRITE);
        runs = new Grid<>(desk, GridSpec.of("erp.syncRuns", runColumns()).whenEmpty("erp.sync.none", start));
        parts = new Grid<>(desk, GridSpec.of("erp.syncParts", partColumns()).whenEmpty("erp.sync.parts.none", null));
        page = new VBox(GAP, heading(), connection(), trigger(), progress(), schedule(), words(), grids());
        page.getStyleClass().add("screen");
        model.pageProperty().addListener((property, old, now) -> show());
        model.stateProperty().addListener((property, old, now) -> showState());
        model.progressProperty().addListener((property, old, now) -> showProgress());
        desk.language().localeProperty().addListener((property, old, now) -> show());
    }

    @Override
    public String id() {
        return ErpScreens.SYNC;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("erp.sync.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.SYNC;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(List.of(start, cancel, test, save));
        all.addAll(runs.actions());
        return all;
    }

    @Override
    public void onShow() {
        model.onShow();
        runs.onShow();
        parts.onShow();
        days.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
        runs.onHide();
        parts.onHide();
    }

    private Node heading() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        return title;
    }

    private Node connection() {
        state.setId("erp-state");
        state.setWrapText(true);
        return row(label("erp.sync.connection"), state, button(test));
    }

    private Node trigger() {
        days.setId("sync-days");
        days.setPrefColumnCount(4);
        desk.language().bind(force.textProperty(), "erp.sync.force");
        return row(label("erp.sync.days"), days, force, new ActionControls(desk).mainButton(start), button(cancel));
    }

    private Node progress() {
        bar.setPrefWidth(240);
        phase.setId("sync-phase");
        return row(bar, phase);
    }

    private Node schedule() {
        times.setId("sync-times");
        autoDays.setPrefColumnCount(4);
        desk.language().bind(enabled.textProperty(), "erp.sync.auto");
        next.getStyleClass().add("quiet");
        return row(enabled, times, label("erp.sync.days"), autoDays, button(save), next);
    }

    private Node words() {
        var problem = new Label();
        problem.setId("sync-problem");
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(Bindings.concat(model.problemProperty(), model.saidProperty()));
        problem.visibleProperty().bind(Bindings.isNotEmpty(problem.textProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Node grids() {
        HBox.setHgrow(runs.node(), Priority.ALWAYS);
        HBox.setHgrow(parts.node(), Priority.ALWAYS);
        var both = new HBox(GAP, runs.node(), parts.node());
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private Node button(Action action) {
        return new ActionControls(desk).button(action);
    }

    private Label label(String key) {
        var label = new Label();
        desk.language().bind(label.textProperty(), key);
        return label;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(GAP, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show() {
        showState();
        showProgress();
        var now = model.pageProperty().get();
        if (now == null) return;
        runs.rows(now.history());
        parts.rows(now.parts());
        enabled.setSelected(now.config().autoEnabled());
        autoDays.setText(Integer.toString(now.config().autoDays()));
        times.setText(now.config().schedule().stream().map(LocalTime::toString).collect(Collectors.joining(", ")));
        next.setText(now.next()
                .map(at -> desk.language().now("erp.sync.next", desk.formats().dayTime(at)))
                .orElse(""));
    }

    private void showState() {
        ErpState now = model.stateProperty().get();
        var words = desk.language().now("erp.state." + now.status().name().toLowerCase(java.util.Locale.ROOT));
        var since = now.lastGood() == null
                ? ""
                : " · " + desk.language().now("erp.state.last", desk.formats().dayTime(now.lastGood()));
        var lines = new ArrayList<>(List.of(words + since));
        if (!now.problem().isEmpty()) lines.add(now.problem());
        lines.addAll(now.warnings());
        state.setText(String.join("\n", lines));
    }

    private void showProgress() {
        var now = model.progressProperty().get();
        bar.setProgress(now == null ? 0 : now.percent() / 100.0);
        bar.setVisible(now != null);
        bar.setManaged(now != null);
        if (now != null) {
            phase.setText(desk.language()
                    .now("erp.sync.progress", now.chunksDone(), now.chunks(), now.mtos(), now.documents()));
            return;
        }
        var read = model.pageProperty().get();
        var last = read == null ? null : read.status().last();
        phase.setText(
                last == null
                        ? desk.language().now("erp.sync.none")
                        : desk.language()
                                .now(
                                        "erp.sync.last",
                                        desk.language()
                                                .now("erp.run." + last.status().word()),
                                        desk.formats().dayTime(last.finishedAt()),
                                        desk.formats().number(last.documents())));
    }

    private static List<GridColumn<SyncRun>> runColumns() {
        return List.of(
                GridColumn.<SyncRun>instant("started", "erp.column.started", SyncRun::startedAt)
                        .width(10),
                GridColumn.<SyncRun>status("status", "erp.column.status", SyncView::status)
                        .width(9),
                GridColumn.<SyncRun>number("days", "erp.column.days", SyncRun::daysBack)
                        .width(5),
                GridColumn.<SyncRun>number("mtos", "erp.column.mtos", SyncRun::mtos)
                        .width(6),
                GridColumn.<SyncRun>number("documents", "erp.column.documents", SyncRun::documents)
                        .width(8),
                GridColumn.<SyncRun>text("by", "erp.column.by", SyncRun::createdBy)
                        .width(7),
                GridColumn.<SyncRun>text("error", "erp.column.error", SyncRun::error)
                        .width(20));
    }

    private static List<GridColumn<SyncRun.Part>> partColumns() {
        return List.of(
                GridColumn.<SyncRun.Part>day("from", "erp.column.from", SyncRun.Part::fromDay)
                        .width(7.5),
                GridColumn.<SyncRun.Part>day(
                                "to", "erp.column.to", part -> part.toDay().minusDays(1))
                        .width(7.5),
                GridColumn.<SyncRun.Part>number("documents", "erp.column.documents", SyncRun.Part::documents)
                        .width(7),
                GridColumn.<SyncRun.Part>text("error", "erp.column.error", SyncRun.Part::error)
                        .width(16));
    }

    private static Status status(SyncRun run) {
        return switch (run.status()) {
            case RUNNING -> new Status("running", "erp.run.running", Tone.RUNNING, MaterialDesignR.REFRESH, 2);
            case COMPLETED -> new Status("completed", "erp.run.completed", Tone.DONE, MaterialDesignC.CHECK, 4);
            case PARTIAL -> new Status("partial", "erp.run.partial", Tone.SHORT, MaterialDesignA.ALERT_OUTLINE, 1);
            case FAILED -> new Status("failed", "erp.run.failed", Tone.FAILED, MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 0);
            case CANCELLED -> new Status("cancelled", "erp.run.cancelled", Tone.QUIET, MaterialDesignS.STOP, 3);
        };
    }
}
