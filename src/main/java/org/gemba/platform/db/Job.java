package org.gemba.platform.db;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One piece of work for the writer, and who waits for it. Its outcome is kept until the group is on disk.
final class Job<T> {
    private final Function<Handle, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable Runnable outcome;

    Job(Function<Handle, T> work) {
        this.work = work;
    }

    CompletableFuture<T> done() {
        return done;
    }

    void run(Handle handle) {
        T result = work.apply(handle);
        outcome = () -> done.complete(result);
    }

    void failed(Throwable failure) {
        outcome = () -> done.completeExceptionally(failure);
    }

    /// Tells the waiting caller; only called when the group is on disk.
    void acknowledge() {
        if (outcome != null) outcome.run();
    }

    /// The whole group is lost: nothing of it was kept.
    void lost(Throwable failure) {
        done.completeExceptionally(failure);
    }
}
