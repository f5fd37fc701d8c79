package org.gemba.erp;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.erp.data.SyncTables;
import org.gemba.erp.sync.SyncOrder;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts, watches and schedules synchronisations.
public final class SyncService {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);
    private static final String SCHEDULE = "erp.sync";
    public static final int MOST_DAYS = 365;
    public static final int MOST_CHUNK_DAYS = 30;
    public static final int DEFAULT_CHUNK_DAYS = 7;

    private final ErpService erp;
    private final SyncTables tables;
    private final TaskKind<SyncOrder> kind;
    private final Supplier<Tasks> tasks;
    private final Supplier<ZoneId> zone;
    private final Clock clock;

    SyncService(
            ErpService erp,
            SyncTables tables,
            TaskKind<SyncOrder> kind,
            Supplier<Tasks> tasks,
            Supplier<ZoneId> zone,
            Clock clock) {
        this.erp = erp;
        this.tables = tables;
        this.kind = kind;
        this.tasks = tasks;
        this.zone = zone;
        this.clock = clock;
    }

    /// Starts one in the background.
    ///
    /// @param daysBack 1 to 365
    /// @param chunkDays 1 to 30
    /// @return the task, durable
    /// @throws AppError.Conflict when one is queued or running
    /// @throws AppError.NotConfigured when no ERP is set up
    public UUID trigger(Caller caller, int daysBack, int chunkDays, boolean force) {
        caller.require(Permission.SYNC_WRITE);
        var faults = new ArrayList<FieldError>();
        within("days_back", daysBack, MOST_DAYS, faults);
        within("chunk_days", chunkDays, MOST_CHUNK_DAYS, faults);
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        return submit(daysBack, chunkDays, force, caller.username());
    }

    private UUID submit(int daysBack, int chunkDays, boolean force, String who) {
        if (!erp.isConfigured()) throw new AppError.NotConfigured("erp", "No ERP is set up");
        try {
            return tasks.get().submit(kind, new SyncOrder(daysBack, chunkDays, force, who), who);
        } catch (AppError.Conflict e) {
            throw new AppError.Conflict("Sync task already running");
        }
    }

    private static void within(String field, int value, int most, List<FieldError> faults) {
        if (value < 1) faults.add(FieldError.body(field, value, new Rule.AtLeast(1)));
        if (value > most) faults.add(FieldError.body(field, value, new Rule.AtMost(most)));
    }

    /// Where it stands now.
    public SyncStatus status() {
        var active = active();
        var last = tables.history(1);
        var run = last.isEmpty() ? null : last.getFirst();
        var lastGood = tables.lastGood().orElse(null);
        if (active.isPresent()) {
            var task = active.get();
            return new SyncStatus(true, task.progress(), task.phase(), task.message(), run, lastGood);
        }
        if (run == null) return new SyncStatus(false, 0, "idle", "No synchronisation has run yet", null, null);
        boolean good = run.status() == SyncRun.Status.COMPLETED;
        return new SyncStatus(false, good ? 100 : 0, good ? "done" : "failed", message(run), run, lastGood);
    }

    private static String message(SyncRun run) {
        return switch (run.status()) {
            case RUNNING -> "Sync waits to go on";
            case COMPLETED -> "Sync completed successfully";
            case PARTIAL -> "Sync completed in part";
            case FAILED -> "Sync failed";
            case CANCELLED -> "Sync cancelled";
        };
    }

    /// The task that is queued or running.
    public Optional<TaskRecord> active() {
        var filter = TaskFilter.newest(1).ofKind(kind.name()).inStates(State.QUEUED, State.RUNNING, State.RETRY);
        return tasks.get().list(filter).stream().findFirst();
    }

    public void cancel(Caller caller) {
        caller.require(Permission.SYNC_WRITE);
        active().ifPresent(task -> tasks.get().cancel(task.id()));
    }

    /// Newest first.
    public List<SyncRun> history(int limit) {
        return tables.history(limit);
    }

    public SyncConfig config() {
        return tables.config();
    }

    /// Changes what is not null; the schedule holds from now on.
    public void configure(
            Caller caller,
            @Nullable Boolean automatic,
            @Nullable List<java.time.LocalTime> schedule,
            @Nullable Integer automaticDays,
            @Nullable Integer manualDays) {
        caller.require(Permission.SYNC_WRITE);
        var faults = new ArrayList<FieldError>();
        if (automaticDays != null) within("auto_sync_days", automaticDays, MOST_DAYS, faults);
        if (manualDays != null) within("manual_sync_default_days", manualDays, MOST_DAYS, faults);
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        var old = tables.config();
        tables.save(
                new SyncConfig(
                        automatic == null ? old.automatic() : automatic,
                        schedule == null ? old.schedule() : schedule,
                        automaticDays == null ? old.automaticDays() : automaticDays,
                        manualDays == null ? old.manualDays() : manualDays),
                caller.username());
        tasks.get().reschedule(SCHEDULE);
    }

    /// Settles what a killed program left, and arms the schedule.
    void start() {
        var alive = tasks.get()
                .list(TaskFilter.newest(10).ofKind(kind.name()).inStates(State.QUEUED, State.RUNNING, State.RETRY));
        Set<UUID> ids = alive.stream().map(TaskRecord::id).collect(Collectors.toSet());
        tables.settle(ids, clock.instant());
        tasks.get()
                .daily(
                        SCHEDULE,
                        () -> config().automatic() ? config().schedule() : List.of(),
                        zone,
                        this::startByItself);
    }

    private void startByItself() {
        try {
            submit(config().automaticDays(), DEFAULT_CHUNK_DAYS, false, "schedule");
        } catch (AppError e) {
            LOG.info("the scheduled synchronisation did not start: {}", e.getMessage());
        }
    }
}
