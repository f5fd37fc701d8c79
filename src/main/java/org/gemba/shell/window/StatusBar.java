package org.gemba.shell.window;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Part;
import org.gemba.fx.Screen;
import org.gemba.fx.Tone;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.shell.ErpStatus;
import org.gemba.shell.ServerStatus;
import org.gemba.shell.ShellParts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// ERP and data age, addresses, what features add, running tasks, user, version. Never colour alone: icon and words.
final class StatusBar {
    private static final Duration EVERY = Duration.seconds(5);
    private static final Set<State> ACTIVE = EnumSet.of(State.QUEUED, State.RUNNING, State.RETRY);

    private final Desk desk;
    private final ShellParts parts;
    private final Jobs jobs;
    private final Label erp = chip("status-erp");
    private final Label server = chip("status-server");
    private final Button tasks = new Button(null, new FontIcon(MaterialDesignP.PROGRESS_CLOCK));
    private final HBox row = new HBox();
    private final ObjectProperty<ErpStatus.@Nullable State> erpState = new SimpleObjectProperty<>();
    private final ObjectProperty<ServerStatus.@Nullable State> serverState = new SimpleObjectProperty<>();
    private final ObservableSet<UUID> active = FXCollections.observableSet(new HashSet<>());
    private final List<Screen> items;
    private final Timeline clock = new Timeline(new KeyFrame(EVERY, event -> ask()));
    private Events.@Nullable Subscription subscription;
    private Events.@Nullable Subscription erpChanges;

    StatusBar(Desk desk, ShellParts parts, List<Part> statusItems) {
        this.desk = desk;
        this.parts = parts;
        this.jobs = desk.background().jobs();
        this.items = statusItems.stream().map(part -> part.create().get()).toList();
        clock.setCycleCount(Timeline.INDEFINITE);
        row.getStyleClass().add("status-bar");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(erp, server);
        items.forEach(item -> row.getChildren().add(item.node()));
        row.getChildren().addAll(gap(), tasksChip(), user(), new Label(parts.version()));
        erpState.addListener((property, old, now) -> speak());
        serverState.addListener((property, old, now) -> speak());
        desk.language().localeProperty().addListener((property, old, now) -> speak());
        active.addListener((javafx.collections.SetChangeListener<UUID>) change -> speak());
        speak();
    }

    Node node() {
        return row;
    }

    void begin() {
        subscription =
                desk.events().on(TaskChanged.class, event -> desk.background().onUi(() -> note(event.task())));
        jobs.run(progress -> parts.tasks().list(TaskFilter.newest(200).inStates(ACTIVE.toArray(State[]::new))))
                .onSuccess(found -> found.forEach(this::note))
                .start();
        erpChanges = parts.erp().onChange(() -> desk.background().onUi(this::askErp));
        items.forEach(Screen::onShow);
        ask();
        clock.play();
    }

    void end() {
        clock.stop();
        if (subscription != null) subscription.close();
        subscription = null;
        if (erpChanges != null) erpChanges.close();
        erpChanges = null;
        jobs.cancelAll();
        items.forEach(Screen::onHide);
    }

    private void askErp() {
        jobs.runLatest("erp", progress -> parts.erp().now())
                .onSuccess(erpState::set)
                .start();
    }

    private void ask() {
        askErp();
        jobs.runLatest("server", progress -> parts.server().now())
                .onSuccess(serverState::set)
                .start();
    }

    private void note(TaskRecord task) {
        if (ACTIVE.contains(task.state())) active.add(task.id());
        else active.remove(task.id());
    }

    private void speak() {
        sayErp(erpState.get());
        sayServer(serverState.get());
        tasks.setText(desk.language().now("shell.status.tasks", active.size()));
    }

    private void sayErp(ErpStatus.@Nullable State state) {
        if (state == null) {
            say(
                    erp,
                    MaterialDesignD.DATABASE_CLOCK_OUTLINE,
                    Tone.QUIET,
                    desk.language().now("shell.status.asking"),
                    "");
            return;
        }
        var reach = desk.language().now("shell.status.erp." + state.reach().name());
        var asOf = state.dataAsOf();
        var age = asOf == null
                ? desk.language().now("shell.status.noData")
                : desk.language()
                        .now(
                                "shell.status.asOf",
                                desk.formats().asOf(asOf, desk.clock().instant()));
        say(erp, erpIcon(state.reach()), erpTone(state.reach()), reach + " · " + age, state.detail());
    }

    private static Ikon erpIcon(ErpStatus.Reach reach) {
        return switch (reach) {
            case ONLINE -> MaterialDesignD.DATABASE_CHECK_OUTLINE;
            case OFFLINE -> MaterialDesignD.DATABASE_OFF_OUTLINE;
            case LOGIN_REFUSED -> MaterialDesignD.DATABASE_LOCK_OUTLINE;
            case NOT_SET_UP -> MaterialDesignD.DATABASE_COG_OUTLINE;
        };
    }

    private static Tone erpTone(ErpStatus.Reach reach) {
        return switch (reach) {
            case ONLINE, NOT_SET_UP -> Tone.QUIET;
            case OFFLINE -> Tone.SHORT;
            case LOGIN_REFUSED -> Tone.FAILED;
        };
    }

    private void sayServer(ServerStatus.@Nullable State state) {
        if (state == null) {
            say(server, MaterialDesignL.LAN_PENDING, Tone.QUIET, desk.language().now("shell.status.asking"), "");
        } else if (!state.isListening()) {
            say(
                    server,
                    MaterialDesignL.LAN_DISCONNECT,
                    Tone.FAILED,
                    desk.language().now("shell.status.noServer"),
                    state.warning());
        } else {
            var address = state.addresses().isEmpty() ? "" : state.addresses().getFirst();
            var key = state.isOpenToLan() ? "shell.status.lan" : "shell.status.local";
            var icon = state.isOpenToLan() ? MaterialDesignL.LAN_CONNECT : MaterialDesignL.LAPTOP;
            var tone = state.warning().isEmpty() ? Tone.QUIET : Tone.SHORT;
            say(server, icon, tone, desk.language().now(key, address), state.warning());
        }
    }

    private static void say(Label chip, Ikon icon, Tone tone, String words, String detail) {
        chip.setText(words);
        chip.setGraphic(new FontIcon(icon));
        chip.getStyleClass().removeIf(style -> style.startsWith("tone-"));
        chip.getStyleClass().add(tone.styleClass());
        chip.setTooltip(detail.isEmpty() ? null : new Tooltip(detail));
    }

    private Node tasksChip() {
        tasks.setId("status-tasks");
        tasks.getStyleClass().addAll("flat", "status-button");
        tasks.setFocusTraversable(false);
        tasks.setDisable(!desk.caller().get().may(Permission.TASKS_READ));
        tasks.setOnAction(event -> desk.navigator().open("shell.tasks"));
        return tasks;
    }

    private Node user() {
        var caller = desk.caller().get();
        var words = new Label(null, new FontIcon(MaterialDesignA.ACCOUNT_OUTLINE));
        words.textProperty()
                .bind(desk.language()
                        .text("shell.role." + caller.role().name())
                        .map(role -> caller.username() + " · " + role));
        return words;
    }

    private static Label chip(String id) {
        var label = new Label(null, new FontIcon(MaterialDesignC.CLOCK_OUTLINE));
        label.setId(id);
        label.getStyleClass().add("status-chip");
        return label;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
