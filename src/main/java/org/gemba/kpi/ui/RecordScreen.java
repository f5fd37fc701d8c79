package org.gemba.kpi.ui;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.form.Form;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.Client;
import org.gemba.kpi.KpiDoor;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// A list of what happened in some days at one client, and beside it a form for one more of it.
class RecordScreen<T> implements Screen {
    /// What a screen is about.
    ///
    /// @param days how far back the list begins
    record About(String id, String titleKey, Ikon icon, int days) {}

    /// Reads the rows, off the FX thread.
    interface Load<T> {
        List<T> rows(Caller caller, Client client, LocalDate from, LocalDate to);
    }

    /// A form at the side.
    interface Input {
        Form form();

        /// What saving it does, off the FX thread; null when a field is wrong. Says in words what was saved.
        @Nullable
        Callable<String> saving(Caller caller, Client client);

        /// Ready for the next one.
        void cleared();

        /// Another client, or another day.
        default void shown(Client client) {}
    }

    final Desk desk;
    final KpiDoor kpi;
    final Jobs jobs;
    final Clients clients;
    private final About about;
    private final Load<T> load;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Label problem = new Label();
    private final VBox page = new VBox();
    private final List<Action> actions = new ArrayList<>();
    private @Nullable Grid<T> grid;
    private @Nullable Input input;

    RecordScreen(Desk desk, KpiDoor kpi, About about, Load<T> load) {
        this.desk = desk;
        this.kpi = kpi;
        this.about = about;
        this.load = load;
        this.jobs = desk.background().jobs();
        this.clients = new Clients(desk, kpi.clients(), jobs);
        var today = LocalDate.ofInstant(desk.clock().instant(), desk.zone());
        from.setValue(today.minusDays(about.days()));
        to.setValue(today);
        actions.add(Action.of(about.id() + "Refresh", "kpi.refresh", MaterialDesignR.REFRESH, this::load)
                .shortcut("F5"));
    }

    /// Call once, at the end of the constructor.
    final RecordScreen<T> build(GridSpec<T> spec, List<Action> more, @Nullable Input side) {
        var made = new Grid<T>(desk, spec);
        grid = made;
        input = side;
        actions.addAll(more);
        var controls = new ActionControls(desk.language());
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, Words.choice(desk, clients), from, new Label("–"), to, gap);
        for (var action : more) head.getChildren().add(controls.button(action));
        head.getStyleClass().add("toolbar-row");
        from.setId("kpi-from");
        to.setId("kpi-to");
        from.setPrefWidth(140);
        to.setPrefWidth(140);
        from.accessibleTextProperty().bind(desk.language().text("kpi.from"));
        to.accessibleTextProperty().bind(desk.language().text("kpi.to"));
        from.valueProperty().addListener((property, old, now) -> load());
        to.valueProperty().addListener((property, old, now) -> load());
        clients.chosenProperty().addListener((property, old, now) -> {
            if (old != null && now != null) load();
        });
        HBox.setHgrow(made.node(), Priority.ALWAYS);
        var body = new HBox(made.node());
        body.getStyleClass().add("beside");
        if (side != null) body.getChildren().add(sideOf(side));
        VBox.setVgrow(body, Priority.ALWAYS);
        problem.setId("kpi-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.getStyleClass().add("page-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        page.getStyleClass().add("screen");
        page.getChildren().addAll(head, problem, body);
        return this;
    }

    private Node sideOf(Input side) {
        var save = new Button();
        save.setId("kpi-save");
        save.textProperty().bind(desk.language().text("kpi.save"));
        save.getStyleClass().add(Styles.ACCENT);
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        var action = Action.of(about.id() + "Save", "kpi.save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save)
                .shortcut("Shortcut+S");
        actions.add(action);
        var column = new VBox(side.form().node(), save);
        column.getStyleClass().add("form");
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-form");
        scroll.setMinWidth(ScrollPane.USE_PREF_SIZE);
        scroll.setPrefWidth(300);
        return scroll;
    }

    final Grid<T> grid() {
        return java.util.Objects.requireNonNull(grid, "build() comes first");
    }

    private void save() {
        var client = clients.chosenProperty().get();
        var side = input;
        if (client == null || side == null || jobs.busyProperty().get()) return;
        var work = side.saving(desk.caller().get(), client);
        if (work == null) return;
        jobs.run(progress -> work.call())
                .onSuccess(words -> {
                    side.form().clear();
                    side.cleared();
                    desk.notices().success(words);
                    load();
                })
                .onError(AppError.class, error -> side.form().show(error))
                .start();
    }

    /// Does something to the chosen rows and reads the list anew.
    final void run(Consumer<Caller> work, String doneKey, Object... arguments) {
        var caller = desk.caller().get();
        jobs.run(progress -> {
                    work.accept(caller);
                    return caller;
                })
                .onSuccess(done -> {
                    desk.notices().success(desk.language().now(doneKey, arguments));
                    load();
                })
                .onError(AppError.class, error -> {
                    load();
                    problem.setText(desk.language().sentence(error));
                })
                .start();
    }

    final void load() {
        var client = clients.chosenProperty().get();
        var first = from.getValue();
        var last = to.getValue();
        if (client == null || first == null || last == null) return;
        problem.setText(last.isBefore(first) ? desk.language().now("kpi.reversed") : "");
        var side = input;
        if (side != null) side.shown(client);
        var caller = desk.caller().get();
        jobs.runLatest("list", progress -> load.rows(caller, client, first, last))
                .onSuccess(rows -> grid().rows(rows))
                .onError(
                        AppError.class, error -> problem.setText(desk.language().sentence(error)))
                .start();
    }

    @Override
    public String id() {
        return about.id();
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text(about.titleKey());
    }

    @Override
    public Ikon icon() {
        return about.icon();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(grid().actions());
        all.addAll(actions);
        return all;
    }

    @Override
    public void onShow() {
        grid().onShow();
        clients.load(this::load);
        grid().focus();
    }

    @Override
    public void onHide() {
        jobs.cancelAll();
        grid().onHide();
    }
}
