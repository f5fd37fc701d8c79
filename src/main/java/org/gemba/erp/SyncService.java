package org.gemba.erp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.erp.data.SyncRuns;
import org.gemba.erp.sync.SyncTask;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Synchronisation as both faces see it: start, watch, configure, look back.
public final class SyncService {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);
    private static final String SCHEDULE = "erp.sync";

    private final ErpConnection erp;
    private final Database database;
    private final SyncRuns runs;
    private final SyncTask work;
    private final Supplier<Tasks> tasks;
    private final Events events;
    private final Audit audit;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final TaskKind<SyncOrder> kind;

    SyncService(
            ErpConnection erp,
            Database database,
            SyncTask work,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.erp = erp;
        this.database = database;
        this.runs = new SyncRuns(database);
        this.work = work;
        this.tasks = tasks;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
        this.kind = TaskKind.once("erp.sync", SyncOrder.class, TaskKind.Overlap.REFUSED, work::run);
    }

    /// Starts a run in the background.
    ///
    /// @param daysBack 1 to 365
    /// @param chunkDays 1 to 30
    /// @param force also fetches every open sales order, and writes what did not change
    /// @return the run's id, which is its task's
    /// @throws AppError.Conflict when one goes on already
    /// @throws AppError.NotConfigured when no ERP is set up
    public java.util.UUID trigger(Caller caller, int daysBack, int chunkDays, boolean force) {
        caller.require(Permission.SYNC_WRITE);
        checked(inRange("days_back", daysBack, 365), inRange("chunk_days", chunkDays, 30));
        return submit(new SyncOrder(daysBack, chunkDays, force, "manual", caller.username()));
    }

    private java.util.UUID submit(SyncOrder order) {
        if (!erp.isConfigured()) {
            throw new AppError.NotConfigured(
                    "erp", "No ERP is connected; set KINGDEE_SERVER_URL and the account in Settings.");
        }
        try {
            return tasks.get().submit(kind, order, order.createdBy());
        } catch (AppError.Conflict e) {
            throw new AppError.Conflict("Sync task already running");
        }
    }

    /// Runs one synchronisation and waits for its end; for the command line.
    ///
    /// @return the run as it ended
    public SyncRun runNow(Caller caller, int daysBack, int chunkDays, boolean force, Consumer<SyncProgress> progress)
            throws InterruptedException {
        var over = new CountDownLatch(1);
        var id = new java.util.concurrent.atomic.AtomicReference<java.util.@org.jspecify.annotations.Nullable UUID>();
        try (var heard = events.on(SyncProgress.class, progress);
                var ended = events.on(TaskChanged.class, change -> {
                    var own = id.get();
                    boolean mine = own == null
                            ? change.task().kind().equals(kind.name())
                            : own.equals(change.task().id());
                    if (mine && change.task().state().isOver()) over.countDown();
                })) {
            id.set(trigger(caller, daysBack, chunkDays, force));
            var mine = java.util.Objects.requireNonNull(id.get());
            if (!tasks.get()
                    .find(mine)
                    .map(TaskRecord::state)
                    .map(TaskRecord.State::isOver)
                    .orElse(true)) over.await();
            return runs.find(mine).orElseThrow(() -> new AppError.Unavailable("The sync did not begin.", null));
        }
    }

    /// Asks the run that goes on to stop.
    ///
    /// @throws AppError.NotFound when none does
    public void cancel(Caller caller) {
        caller.require(Permission.SYNC_WRITE);
        var active = active().orElseThrow(() -> new AppError.NotFound("Sync", "running", "No sync is running"));
        tasks.get().cancel(active.id());
    }

    public SyncStatus status(Caller caller) {
        caller.require(Permission.MTO_READ);
        var active = active();
        var last = active.flatMap(task -> runs.find(task.id()))
                .or(() -> runs.list(1).stream().findFirst());
        return new SyncStatus(
                active.isPresent(),
                last.orElse(null),
                active.isPresent() ? work.progress() : null,
                runs.lastGood().orElse(null));
    }

    public SyncConfig config(Caller caller) {
        caller.require(Permission.MTO_READ);
        return runs.config();
    }

    /// Changes what is not null. A new schedule counts at once.
    public SyncConfig updateConfig(Caller caller, SyncConfigChange change) {
        caller.require(Permission.SYNC_WRITE);
        var faults = new ArrayList<Optional<FieldError>>();
        if (change.autoDays() != null) faults.add(inRange("auto_sync_days", change.autoDays(), 365));
        if (change.manualDays() != null) faults.add(inRange("manual_sync_default_days", change.manualDays(), 365));
        checked(faults);
        var after = database.write(handle -> {
            var before = SyncRuns.config(handle);
            var changed = changed(before, change);
            SyncRuns.store(handle, changed);
            audit.record(handle, caller.username(), "update", "sync_config", "1", before, changed);
            return changed;
        });
        tasks.get().reschedule(SCHEDULE);
        return after;
    }

    private static SyncConfig changed(SyncConfig before, SyncConfigChange change) {
        return new SyncConfig(
                change.autoEnabled() == null ? before.autoEnabled() : change.autoEnabled(),
                change.schedule() == null
                        ? before.schedule()
                        : change.schedule().stream().distinct().sorted().toList(),
                change.autoDays() == null ? before.autoDays() : change.autoDays(),
                change.manualDays() == null ? before.manualDays() : change.manualDays(),
                before.chunkDays(),
                before.parallelChunks());
    }

    /// The last runs, newest first.
    public List<SyncRun> history(Caller caller, int limit) {
        caller.require(Permission.MTO_READ);
        return runs.list(limit);
    }

    /// A run with its chunks.
    ///
    /// @throws AppError.NotFound for an unknown id
    public SyncRun.Detail detail(Caller caller, java.util.UUID id) {
        caller.require(Permission.MTO_READ);
        var run = runs.find(id).orElseThrow(() -> new AppError.NotFound("Sync run", id.toString()));
        return new SyncRun.Detail(run, runs.parts(id));
    }

    /// When the next scheduled run starts; empty when none will.
    public Optional<Instant> nextStart() {
        return tasks.get().nextStart(SCHEDULE);
    }

    /// The factory's zone, in which the schedule is meant.
    public ZoneId zone() {
        return zone.get();
    }

    TaskKind<SyncOrder> kind() {
        return kind;
    }

    /// Settles runs that a killed program left, and begins to keep the schedule.
    void start() {
        var active = active().map(TaskRecord::id);
        for (var id : runs.running()) {
            if (active.filter(id::equals).isPresent()) continue;
            runs.fail(id, "interrupted: the program ended while it was running", clock.instant());
        }
        tasks.get().daily(SCHEDULE, this::times, zone, this::scheduled);
    }

    private List<LocalTime> times() {
        var config = runs.config();
        return config.autoEnabled() ? config.schedule() : List.of();
    }

    private void scheduled() {
        try {
            var config = runs.config();
            submit(new SyncOrder(config.autoDays(), config.chunkDays(), false, "scheduled", "system"));
        } catch (AppError.Conflict | AppError.NotConfigured e) {
            LOG.info("no scheduled sync: {}", e.getMessage());
        }
    }

    private Optional<TaskRecord> active() {
        return tasks
                .get()
                .list(org.gemba.platform.tasks.TaskFilter.newest(1)
                        .ofKind(kind.name())
                        .inStates(TaskRecord.State.QUEUED, TaskRecord.State.RUNNING, TaskRecord.State.RETRY))
                .stream()
                .findFirst();
    }

    @SafeVarargs
    private static void checked(Optional<FieldError>... faults) {
        checked(List.of(faults));
    }

    private static void checked(List<Optional<FieldError>> faults) {
        var found = faults.stream().flatMap(Optional::stream).toList();
        if (!found.isEmpty()) throw new AppError.InvalidInput(found);
    }

    private static Optional<FieldError> inRange(String field, int value, int most) {
        if (value < 1) return Optional.of(FieldError.body(field, value, new FieldError.Rule.AtLeast(1)));
        if (value > most) return Optional.of(FieldError.body(field, value, new FieldError.Rule.AtMost(most)));
        return Optional.empty();
    }
}
