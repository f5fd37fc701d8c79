package org.gemba.erp.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.SyncFinished;
import org.gemba.erp.SyncOrder;
import org.gemba.erp.SyncProgress;
import org.gemba.erp.SyncRun;
import org.gemba.erp.SyncRun.Status;
import org.gemba.erp.data.CachedDocuments;
import org.gemba.erp.data.DocumentWriter;
import org.gemba.erp.data.Masters;
import org.gemba.erp.data.SyncRuns;
import org.gemba.platform.Threads;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work of the task `erp.sync`: keeps the run's row, runs its chunks, says what came of it.
public final class SyncTask implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncTask.class);

    private final ErpConnection erp;
    private final Stores stores;
    private final Events events;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final ExecutorService waiting = Threads.virtual("erp-sync-wait");
    private volatile @Nullable SyncProgress progress;

    /// What a run reads and writes.
    record Stores(CachedDocuments cached, DocumentWriter writer, Masters masters, SyncRuns runs) {}

    public SyncTask(ErpConnection erp, Database database, Events events, Clock clock, Supplier<ZoneId> zone) {
        this.erp = erp;
        this.stores = new Stores(
                new CachedDocuments(database),
                new DocumentWriter(database),
                new Masters(database),
                new SyncRuns(database));
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /// Null unless a run goes on.
    public @Nullable SyncProgress progress() {
        return progress;
    }

    /// @return one sentence about a run without a fault, or with some
    /// @throws AppError.UpstreamUnavailable when nothing could be fetched
    public String run(SyncOrder order, TaskContext context) {
        var run = stores.runs().find(context.taskId()).orElseGet(() -> begun(order, context));
        stores.runs().begin(run);
        context.checkpoint("begun");
        var work = new RunningSync(erp, stores, run, context, clock, waiting, this::announce);
        try {
            work.run(stores.runs().config().parallelChunks());
        } catch (TaskCancelled e) {
            end(run, work, Status.CANCELLED);
            throw e;
        } catch (RuntimeException e) {
            work.note("the run was given up", e);
            end(run, work, Status.FAILED);
            throw e;
        }
        return end(run, work, null);
    }

    private SyncRun begun(SyncOrder order, TaskContext context) {
        var today = LocalDate.ofInstant(clock.instant(), zone.get());
        return new SyncRun(
                context.taskId(),
                order.trigger(),
                order.createdBy(),
                clock.instant(),
                null,
                Status.RUNNING,
                order.daysBack(),
                order.chunkDays(),
                order.force(),
                today.minusDays(order.daysBack()),
                today.plusDays(1),
                0,
                0,
                null);
    }

    private String end(SyncRun run, RunningSync work, @Nullable Status forced) {
        var errors = work.errors();
        var status = forced != null ? forced : status(work, errors);
        var ended = new SyncRun(
                run.id(),
                run.trigger(),
                run.createdBy(),
                run.startedAt(),
                clock.instant(),
                status,
                run.daysBack(),
                run.chunkDays(),
                run.forced(),
                run.fromDay(),
                run.toDay(),
                work.mtos(),
                work.documents(),
                errors.isEmpty() ? null : errors);
        stores.runs().end(ended);
        LOG.info("sync {}: {} MTOs, {} documents {}", status.word(), work.mtos(), work.documents(), errors);
        announce(new SyncProgress(
                run.id(), 100, "done", status.word(), work.chunksDone(), work.chunks(), work.mtos(), work.documents()));
        progress = null;
        events.publish(new SyncFinished(clock.instant()));
        var sentence = work.documents() + " documents of " + work.mtos() + " MTOs";
        return switch (status) {
            case COMPLETED -> sentence;
            case PARTIAL -> "partial: " + sentence + "; " + errors;
            case FAILED -> {
                if (forced == null) throw new AppError.UpstreamUnavailable("erp", errors, null);
                yield errors;
            }
            case CANCELLED, RUNNING -> sentence;
        };
    }

    private static Status status(RunningSync work, String errors) {
        if (errors.isEmpty()) return Status.COMPLETED;
        return work.mtos() == 0 ? Status.FAILED : Status.PARTIAL;
    }

    private void announce(SyncProgress now) {
        progress = now;
        events.publish(now);
    }

    @Override
    public void close() {
        waiting.shutdownNow();
    }
}
