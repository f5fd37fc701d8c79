package org.gemba.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It takes what waits as a group, runs each work behind its own savepoint in one
/// transaction, commits, has the engine bring the commit to the disk, and only then answers those who wait.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST_IN_GROUP = 256;
    private static final long LONGEST_GROUP_NANOS = Duration.ofMillis(15).toNanos();
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(8);

    private final Engine engine;
    private final WriteQueue queue = new WriteQueue();
    private final Thread thread;
    private @Nullable Handle open;

    Writer(Engine engine) {
        this.engine = engine;
        this.thread = Threads.start("database-writer", this::loop);
    }

    <T> CompletableFuture<T> submit(Function<Handle, T> work, boolean isBulk) {
        var job = new Job<>(work);
        queue.add(job, isBulk);
        return job.done();
    }

    /// The handle of the group that is being written when the calling thread is the writer itself: work that calls
    /// the database again joins its own group instead of waiting for itself.
    @Nullable
    Handle ownHandle() {
        return Thread.currentThread() == thread ? open : null;
    }

    private void loop() {
        try {
            for (var turn = queue.takeTurn(IDLE); turn != null; turn = queue.takeTurn(IDLE)) {
                if (turn.first() == null) engine.idle();
                else write(turn.first(), turn.isBulk());
            }
        } catch (InterruptedException e) {
            LOG.warn("the database writer was interrupted");
        } finally {
            queue.close();
            queue.drain().forEach(job -> job.lost(new AppError.Unavailable("Gemba is shutting down.", null)));
            engine.closeWriter();
        }
    }

    private void write(Job<?> first, boolean isBulk) {
        var group = new ArrayList<Job<?>>();
        group.add(first);
        boolean committing = false;
        try {
            engine.checkSpace();
            open = engine.writer();
            fill(group, isBulk, open);
            committing = true;
            engine.commit(open);
        } catch (SQLException | RuntimeException | Error e) {
            giveUp(group, e, committing);
            return;
        } finally {
            open = null;
        }
        group.forEach(Job::acknowledge);
    }

    private void fill(List<Job<?>> group, boolean isBulk, Handle handle) throws SQLException {
        long end = System.nanoTime() + LONGEST_GROUP_NANOS;
        run(group.getFirst(), handle);
        if (isBulk) return;
        while (group.size() < MOST_IN_GROUP && System.nanoTime() < end) {
            var next = queue.pollSmall();
            if (next == null) return;
            group.add(next);
            run(next, handle);
        }
    }

    private void run(Job<?> job, Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        var before = connection.setSavepoint();
        try {
            job.run(handle);
        } catch (RuntimeException | Error e) {
            if (engine.isFatal(e)) throw e;
            job.failed(e);
            connection.rollback(before);
        }
    }

    private void giveUp(List<Job<?>> group, Throwable failure, boolean committing) {
        var told = engine.explain(failure, committing);
        LOG.error(
                "a group of {} writes was not stored: {}",
                group.size(),
                told.getMessage(),
                failure == told ? null : failure);
        engine.discardWriter();
        group.forEach(job -> job.lost(told));
    }

    @Override
    public void close() {
        queue.close();
        try {
            if (!thread.join(PATIENCE_AT_END)) thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
