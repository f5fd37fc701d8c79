package org.gemba.shell.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.gemba.fx.Part;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.UserMemory;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionRegistry;
import org.gemba.fx.notify.Notices;
import org.gemba.fx.notify.Toasts;
import org.gemba.fx.scan.ScanListener;
import org.gemba.fx.scan.ScanSettings;
import org.gemba.fx.task.Background;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.error.Identity;
import org.gemba.shell.ShellParts;
import org.gemba.shell.palette.Palette;
import org.gemba.shell.palette.ShortcutSheet;
import org.gemba.shell.settings.Appearance;
import org.jspecify.annotations.Nullable;

/// What one user has in front from login to logout: navigation, tabs, bars, palette.
final class Workspace {
    /// Who sits there and what the window lends.
    record Seat(Caller caller, UserMemory memory, Theme theme, Language language, Background background) {}

    private final ShellParts parts;
    private final Seat seat;
    private final Stage stage;
    private final Runnable lock;
    private final Runnable logOut;
    private final Desk desk;
    private final Layouts layouts;
    private final Tabs tabs;
    private final NavRail rail;
    private final SidePanel side;
    private final StatusBar status;
    private final Overlays overlays = new Overlays();
    private final List<SearchProvider> providers = new ArrayList<>();
    private final List<ScreenSpec> specs;
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane();
    private @Nullable ScanListener scanner;

    Workspace(
            ShellParts parts,
            Seat seat,
            Stage stage,
            Appearance appearance,
            Runnable lock,
            Runnable logOut,
            Consumer<Throwable> broken) {
        this.parts = parts;
        this.seat = seat;
        this.stage = stage;
        this.lock = lock;
        this.logOut = logOut;
        this.layouts = new Layouts(seat.memory());
        this.desk = desk();
        this.specs = screens(appearance);
        this.tabs = new Tabs(desk, specs, layouts, this::guarded, broken);
        this.rail = new NavRail(desk, specs, tabs, layouts);
        this.side = new SidePanel(desk, allowed(sidePanels()), layouts);
        this.status = new StatusBar(desk, parts, allowed(statusItems()));
        for (var feature : parts.features()) providers.addAll(feature.searchProviders(desk));
        build(new TopBar(desk, this::openPalette, overlays, this::userActions));
    }

    Caller caller() {
        return seat.caller();
    }

    Node node() {
        return root;
    }

    void begin() {
        desk.actions().add(ownActions());
        for (var feature : parts.features()) desk.actions().add(guarded(feature.actions(desk)));
        layouts.restore(stage);
        tabs.restore("shell.home");
        status.begin();
    }

    void hide() {
        tabs.hide();
        side.hide();
        status.end();
    }

    void unhide() {
        tabs.show();
        side.show();
        status.begin();
    }

    void end() {
        if (scanner != null) scanner.end();
        tabs.end();
        layouts.keep(stage);
        side.hide();
        status.end();
    }

    /// A code that finds the stack trace in the log, and the log one click away.
    void tellUnexpected(Throwable error) {
        var words = seat.language().now("shell.unexpected", Identity.of(error));
        boolean seesLog = seat.caller().may(Permission.LOGS_READ);
        desk.notices().failure(words, seesLog ? logAction() : null);
    }

    private Desk desk() {
        return new Desk(
                seat.background(),
                seat.language(),
                seat.theme(),
                new ActionRegistry(),
                new Notices(parts.clock()),
                (screenId, arguments) -> tabs().open(screenId, arguments),
                seat.memory(),
                parts.files(),
                parts.export(),
                parts.events(),
                seat::caller,
                parts.clock(),
                parts.zone());
    }

    private Tabs tabs() {
        return tabs;
    }

    private void build(TopBar top) {
        var toasts = new Toasts(desk.notices(), seat.language());
        frame.setTop(top.node());
        frame.setLeft(rail.node());
        frame.setCenter(side.around(tabs.node()));
        frame.setBottom(status.node());
        root.getChildren().addAll(frame, toasts.node(), overlays.node());
        root.addEventHandler(KeyEvent.KEY_PRESSED, desk.actions()::handle);
        var scans = new Scans(desk, tabs, providers, this::openPalette);
        scanner = new ScanListener(root, ScanSettings.in(seat.memory()), System::nanoTime, scans::take);
    }

    private List<ScreenSpec> screens(Appearance appearance) {
        var all = new ArrayList<>(new OwnScreens(parts, desk, appearance).first());
        for (var feature : parts.features()) all.addAll(feature.screens(desk));
        all.addAll(new OwnScreens(parts, desk, appearance).last());
        return all.stream().filter(spec -> may(spec.permission())).toList();
    }

    private List<Part> sidePanels() {
        return parts.features().stream()
                .flatMap(feature -> feature.sidePanels(desk).stream())
                .toList();
    }

    private List<Part> statusItems() {
        return parts.features().stream()
                .flatMap(feature -> feature.statusItems(desk).stream())
                .toList();
    }

    private List<Part> allowed(List<Part> all) {
        return all.stream().filter(part -> may(part.permission())).toList();
    }

    private boolean may(@Nullable Permission permission) {
        return permission == null || seat.caller().may(permission);
    }

    /// Actions for which the user lacks the right are shown and stay disabled.
    private List<Action> guarded(List<Action> actions) {
        return actions.stream()
                .map(action -> may(action.permission())
                        ? action
                        : action.enabledWhen(new ReadOnlyBooleanWrapper(false).getReadOnlyProperty()))
                .toList();
    }

    private List<Action> ownActions() {
        var own = new OwnActions(desk, tabs, rail, side, seat);
        var actions = new ArrayList<>(own.all());
        actions.addAll(own.forWindow(this::openPalette, this::openShortcuts, lock, logOut));
        return guarded(actions);
    }

    private List<Action> userActions() {
        return List.of("shell.settings", "shell.shortcuts", "shell.about", "shell.lock", "shell.logout").stream()
                .flatMap(id -> desk.actions().find("do." + id).stream())
                .toList();
    }

    /// Null while the window is not yet built: an error of that moment is told without it.
    private @Nullable Action logAction() {
        return desk.actions().find("do.shell.logs").orElse(null);
    }

    private void openPalette(String prefix) {
        overlays.show(new Palette(desk, specs, providers, prefix, overlays::close).node());
    }

    private void openShortcuts() {
        overlays.show(new ShortcutSheet(desk, overlays::close).node());
    }
}
