package org.gemba.shell.window;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.access.Caller;
import org.gemba.fx.Language;
import org.gemba.fx.UserMemory;
import org.gemba.fx.task.Background;
import org.gemba.fx.task.Jobs;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.error.Identity;
import org.gemba.shell.ShellParts;
import org.gemba.shell.firstrun.FirstRunView;
import org.gemba.shell.firstrun.FirstRunViewModel;
import org.gemba.shell.login.LoginView;
import org.gemba.shell.login.LoginViewModel;
import org.gemba.shell.settings.Appearance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window shows: the first-run page, the login page, or the workspace of who is logged in. A workspace lives
/// from login to logout, so that nothing of one user is left for the next.
public final class MainWindow {
    private static final Logger LOG = LoggerFactory.getLogger(MainWindow.class);

    private final ShellParts parts;
    private final Theme theme;
    private final Stage stage;
    private final StackPane root;
    private final Language language;
    private final Background background;
    private final Jobs jobs;
    private final Appearance appearance;
    private @Nullable Workspace workspace;

    public MainWindow(ShellParts parts, Theme theme, Stage stage, StackPane root) {
        this.parts = parts;
        this.theme = theme;
        this.stage = stage;
        this.root = root;
        this.language = new Language(parts.texts(), parts.language());
        this.background = new Background(parts.workers(), Background.fxThread());
        this.jobs = background.jobs();
        this.appearance = new Appearance(theme, language);
        root.getStylesheets().add(String.valueOf(MainWindow.class.getResource("/org/gemba/shell/shell.css")));
        root.getStyleClass().add("shell");
        background.onUnhandled(this::unexpected);
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> unexpected(error));
    }

    /// Asks what there is to begin with and shows it.
    public void begin() {
        jobs.run(progress -> parts.firstRun().isNeeded())
                .onSuccess(needed -> {
                    if (needed) showFirstRun();
                    else showLogin();
                })
                .start();
    }

    /// Keeps what is worth keeping; the program ends.
    public void end() {
        leaveWorkspace();
        jobs.cancelAll();
    }

    private void showFirstRun() {
        var model = new FirstRunViewModel(parts.firstRun(), language, background, this::showLogin);
        show(new FirstRunView(model, language).node());
    }

    private void showLogin() {
        var model = new LoginViewModel(parts.access(), language, background, this::enter);
        if (parts.demoLogin() != null) model.offer(parts.demoLogin());
        var view = new LoginView(model, language);
        show(view.node());
        background.afterThis(view::focus);
    }

    private void enter(Caller caller) {
        var memory = parts.memory().apply(caller);
        appearance.follow(memory);
        var fresh = new Workspace(
                parts, desk(caller, memory), stage, appearance, this::lock, this::logOut, this::unexpected);
        workspace = fresh;
        show(fresh.node());
        fresh.begin();
    }

    private Workspace.Seat desk(Caller caller, UserMemory memory) {
        return new Workspace.Seat(caller, memory, theme, language, background);
    }

    /// The workspace stays as it is, behind a page that only its own user opens again.
    private void lock() {
        var locked = workspace;
        if (locked == null) return;
        locked.hide();
        var model = new LoginViewModel(parts.access(), language, background, caller -> unlock(locked));
        model.lockFor(locked.caller().username());
        model.onOther(this::logOut);
        var view = new LoginView(model, language);
        show(view.node());
        background.afterThis(view::focus);
    }

    private void unlock(Workspace locked) {
        show(locked.node());
        locked.unhide();
    }

    private void logOut() {
        leaveWorkspace();
        appearance.follow(UserMemory.transientMemory());
        showLogin();
    }

    private void leaveWorkspace() {
        if (workspace != null) workspace.end();
        workspace = null;
    }

    private void show(Node page) {
        root.getChildren().setAll(page);
    }

    /// Errors that nobody expected: a code that finds the stack trace in the log, and a way to pass it on.
    private void unexpected(Throwable error) {
        LOG.error("unexpected error {} in the window", Identity.of(error), error);
        if (workspace != null) workspace.tellUnexpected(error);
    }

    /// The language that the window shows at this moment.
    public Locale locale() {
        return language.locale();
    }
}
