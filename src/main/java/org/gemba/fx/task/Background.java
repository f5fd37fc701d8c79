package org.gemba.fx.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one doorway between the FX thread and everything that may take time. Screens take {@link #jobs()} and never
/// make threads or call `Platform.runLater` themselves.
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor ui;
    private volatile Consumer<Throwable> unhandled = error -> LOG.error("background work failed", error);

    /// @param workers where the work runs; bounded by whoever owns it
    /// @param ui where the callbacks run: {@link #fxThread()}, or the caller's own thread in a test without a toolkit
    public Background(Executor workers, Executor ui) {
        this.workers = workers;
        this.ui = ui;
    }

    /// Runs at once when already on the FX thread, else as soon as it is free.
    public static Executor fxThread() {
        return action -> {
            if (Platform.isFxApplicationThread()) action.run();
            else Platform.runLater(action);
        };
    }

    /// The work of one screen.
    public Jobs jobs() {
        return new Jobs(this);
    }

    /// Brings something that happened on another thread (an event of the program) to the FX thread.
    public void onUi(Runnable action) {
        ui.execute(action);
    }

    /// Runs after the present event and its layout are done; for focus requests on nodes that were just added.
    public void afterThis(Runnable action) {
        Platform.runLater(action);
    }

    /// Who is told of errors that a screen did not expect; comes on the FX thread.
    public void onUnhandled(Consumer<Throwable> action) {
        unhandled = action;
    }

    void work(Job<?> job, Duration pause) {
        var executor = pause.isZero()
                ? workers
                : CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, workers);
        executor.execute(job::runOnWorker);
    }

    void unhandled(Throwable error) {
        unhandled.accept(error);
    }
}
