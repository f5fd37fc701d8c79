package org.gemba.shell;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.gemba.fx.task.Background;
import org.gemba.fx.theme.Theme;
import org.gemba.shell.window.MainWindow;
import org.jspecify.annotations.Nullable;

/// Shows the window. The frame appears before the parts are ready, so that opening the database and starting the
/// toolkit go on side by side.
public final class Desktop {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;
    private static final int SECONDS_TO_LEAVE = 2;

    /// Kept, as a logger that nobody holds forgets its level. It would warn at every start that JavaFX lies on the
    /// class
    /// path, which is how this program is built.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Executor fx = Background.fxThread();
    private volatile @Nullable Throwable failure;
    private volatile boolean leaving;
    private @Nullable Stage stage;
    private @Nullable Theme theme;
    private @Nullable MainWindow window;

    /// Shows the window and returns when it was closed, by the user or by {@link #close}.
    ///
    /// @param parts what the window works with; may come later
    /// @throws RuntimeException what the parts failed with, after the window went
    public void run(CompletionStage<ShellParts> parts) {
        JAVAFX.setLevel(Level.SEVERE);
        Platform.startup(() -> open(parts));
        await(closed);
        if (!leaving) Platform.exit();
        var failed = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (failed instanceof RuntimeException known) throw known;
        if (failed != null) throw new IllegalStateException(failed);
    }

    /// Closes the window while the Java VM goes down; {@link #run} then returns. The toolkit's own shutdown hook runs
    /// at the same time and may already have stopped the FX thread, so nothing here waits for it without a limit.
    public void close() {
        leaving = true;
        fx.execute(this::end);
        try {
            if (!closed.await(SECONDS_TO_LEAVE, TimeUnit.SECONDS)) closed.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Shows a program that replaces the present one in the same window, from any thread.
    public void replace(CompletionStage<ShellParts> parts) {
        fx.execute(() -> {
            var shown = stage;
            var look = theme;
            if (shown == null || look == null) return;
            if (window != null) window.end();
            window = null;
            var root = opening();
            shown.getScene().setRoot(root);
            parts.whenCompleteAsync((ready, failed) -> begin(ready, failed, shown, root, look), fx);
        });
    }

    /// What stands in the window until the parts are there.
    private static StackPane opening() {
        var name = new Label("Gemba");
        name.getStyleClass().add("screen-title");
        var bar = new ProgressBar();
        var column = new VBox(name, bar);
        column.setAlignment(Pos.CENTER);
        column.setSpacing(12);
        return new StackPane(column);
    }

    private void open(CompletionStage<ShellParts> parts) {
        Platform.setImplicitExit(false);
        var look = new Theme();
        look.install();
        theme = look;
        var root = opening();
        var shown = new Stage();
        shown.setTitle("Gemba");
        shown.setScene(new Scene(root, WIDTH, HEIGHT));
        shown.setOnHidden(event -> end());
        stage = shown;
        shown.show();
        parts.whenCompleteAsync((ready, failed) -> begin(ready, failed, shown, root, look), fx);
    }

    private void begin(
            @Nullable ShellParts ready, @Nullable Throwable failed, Stage shown, StackPane root, Theme look) {
        if (ready == null) {
            failure = failed;
            end();
            return;
        }
        window = new MainWindow(ready, look, shown, root);
        window.begin();
    }

    private void end() {
        if (closed.getCount() == 0) return;
        if (window != null) window.end();
        closed.countDown();
        if (stage != null) stage.hide();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
