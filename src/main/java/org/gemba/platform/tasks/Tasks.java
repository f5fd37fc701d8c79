package org.gemba.platform.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gemba.platform.Threads;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskKind.Overlap;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The one engine for long work. A task is durable before {@link #submit} returns, survives a restart and a kill, and
/// never stays running without somebody who runs it.
public final class Tasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_PRUNED = 500;
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final Database database;
    private final Events events;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Runner runner;
    private final Triggers triggers;
    private final Schedules schedules;
    private final ScheduledExecutorService ticker = Threads.scheduled("task-ticker");

    /// @param kinds every kind that this program knows; names are unique
    public Tasks(Database database, Events events, Clock clock, List<TaskKind<?>> kinds) {
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.runner = new Runner(database, events, clock, json, kinds, ticker, this::wake);
        this.triggers = new Triggers(database.schedulerSource(), clock, runner::run);
        this.schedules = new Schedules(database, clock);
    }

    /// Settles what a killed program left behind and begins to run what is due. Called once.
    public void start() {
        database.write(handle -> Recovery.settle(handle, clock.instant()))
                .forEach(task -> events.publish(new TaskChanged(task)));
        triggers.start();
        armAll();
        every(Duration.ofMillis(250), this::announceProgress);
        every(Duration.ofSeconds(1), this::storeProgress);
        every(Duration.ofSeconds(1), schedules::look);
        every(Duration.ofSeconds(30), this::armAll);
        every(Duration.ofHours(1), this::prune);
    }

    /// Queues work. It is on disk when this returns.
    ///
    /// @throws AppError.Conflict when the kind refuses overlap and one is queued or running
    public <P> UUID submit(TaskKind<P> kind, P payload, String createdBy) {
        return submit(kind, payload, createdBy, TaskDetails.plain());
    }

    /// Queues work that has a title, a priority, a time to begin, tasks to wait for.
    ///
    /// @throws AppError.Conflict when the kind refuses overlap and one is queued or running
    /// @throws AppError.NotFound when it shall wait for a task that does not exist
    public <P> UUID submit(TaskKind<P> kind, P payload, String createdBy, TaskDetails details) {
        if (!runner.knows(kind)) throw new IllegalArgumentException("the engine was not given " + kind.name());
        var now = clock.instant();
        var due = details.notBefore() == null || details.notBefore().isBefore(now) ? now : details.notBefore();
        var task =
                TaskRecords.queued(UUID.randomUUID(), kind, createdBy, now, json.writeValueAsString(payload), details);
        database.write(handle -> {
            if (kind.overlap() == Overlap.REFUSED) refuseOverlap(TaskTable.anyActive(handle, kind.name()), kind.name());
            var known = TaskTable.states(handle, details.dependsOn());
            for (var id : details.dependsOn()) if (!known.containsKey(id)) throw unknown(id);
            TaskTable.insert(handle, task, due);
            return task;
        });
        events.publish(new TaskChanged(task));
        arm(task.id(), due, details.priority().rank());
        return task.id();
    }

    private static void refuseOverlap(boolean anyActive, String kind) {
        if (anyActive) throw new AppError.Conflict("A task of the kind " + kind + " is already queued or running.");
    }

    /// Ends a queued task at once; asks a running one to stop.
    ///
    /// @throws AppError.NotFound for an unknown id
    /// @throws AppError.Conflict when it is over already
    public void cancel(UUID id) {
        var task = database.write(handle -> {
            var row = TaskTable.find(handle, id).orElseThrow(() -> unknown(id)).task();
            if (row.state().isOver()) throw new AppError.Conflict("The task is over already.");
            if (row.state() == State.RUNNING) TaskTable.askToCancel(handle, id);
            else TaskTable.end(handle, TaskRecords.ended(row, State.CANCELLED, clock.instant(), null));
            return TaskTable.find(handle, id).orElseThrow(() -> unknown(id)).task();
        });
        var live = runner.running().get(id);
        if (live != null) live.askToStop(RunningTask.Stop.BY_SOMEBODY);
        if (task.state().isOver()) events.publish(new TaskChanged(task));
    }

    /// Queues a failed or cancelled task again, with all its attempts and from its last checkpoint.
    ///
    /// @throws AppError.NotFound for an unknown id
    /// @throws AppError.Conflict when it is not over, or was completed, or overlap is refused
    public void retry(UUID id) {
        var now = clock.instant();
        var task = database.write(handle -> {
            var row = TaskTable.find(handle, id).orElseThrow(() -> unknown(id)).task();
            if (row.state() != State.FAILED && row.state() != State.CANCELLED) {
                throw new AppError.Conflict("Only a failed or cancelled task can be run again.");
            }
            var kind = runner.kind(row.kind());
            boolean refused = kind != null && kind.overlap() == Overlap.REFUSED;
            refuseOverlap(refused && TaskTable.anyActive(handle, row.kind()), row.kind());
            TaskTable.await(handle, id, State.QUEUED, now, 0, 0, null);
            TaskTable.countRetry(handle, id);
            return TaskTable.find(handle, id).orElseThrow(() -> unknown(id)).task();
        });
        events.publish(new TaskChanged(task));
        guarded(id, () -> triggers.rearm(id, now, task.details().priority().rank()));
    }

    /// Says of a waiting task how far it has come or how it ended, for work that is done elsewhere.
    ///
    /// @param state an end; null to leave it waiting
    /// @param progress 0 to 100; null to leave it
    /// @throws AppError.NotFound for an unknown id
    /// @throws AppError.Conflict when it runs here or is over
    public TaskRecord amend(
            UUID id,
            @Nullable State state,
            @Nullable Integer progress,
            @Nullable String phase,
            @Nullable String result,
            @Nullable String error) {
        var task = database.write(handle -> {
            var row = TaskTable.find(handle, id).orElseThrow(() -> unknown(id)).task();
            if (row.state().isOver()) throw new AppError.Conflict("The task is over already.");
            if (row.state() == State.RUNNING) throw new AppError.Conflict("The task is running.");
            TaskTable.end(handle, TaskRecords.amended(row, state, progress, phase, result, error, clock.instant()));
            return TaskTable.find(handle, id).orElseThrow(() -> unknown(id)).task();
        });
        events.publish(new TaskChanged(task));
        if (task.state().isOver()) {
            database.read(handle -> TaskTable.dependents(handle, id)).forEach(this::wake);
        }
        return task;
    }

    /// Looks at a waiting task at once.
    private void wake(UUID id) {
        var now = clock.instant();
        find(id).filter(task -> task.state() == State.QUEUED)
                .ifPresent(task -> guarded(
                        id,
                        () -> triggers.rearm(id, now, task.details().priority().rank())));
    }

    /// Takes no new work until {@link #resume}; what runs is put off until then.
    ///
    /// @return false when it was paused already
    public boolean pause() {
        if (triggers.isPaused()) return false;
        triggers.pause();
        runner.putOffAll();
        return true;
    }

    /// @return false when it was not paused
    public boolean resume() {
        if (!triggers.isPaused()) return false;
        triggers.resume();
        return true;
    }

    public boolean isPaused() {
        return triggers.isPaused();
    }

    /// The names of every kind of work that this program knows.
    public Set<String> kinds() {
        return runner.kinds();
    }

    /// How many tasks a filter lets through, whatever its limit.
    public long count(TaskFilter filter) {
        return database.read(handle -> TaskTable.count(handle, filter));
    }

    /// @param owner only this user's; null for everybody's
    public TaskStatistics statistics(@Nullable String owner, Instant completedSince) {
        return database.read(handle -> TaskTable.statistics(handle, owner, completedSince));
    }

    /// With the progress of this instant.
    public Optional<TaskRecord> find(UUID id) {
        return database.read(handle -> TaskTable.find(handle, id)).map(this::withProgress);
    }

    /// Newest first, with the progress of this instant.
    public List<TaskRecord> list(TaskFilter filter) {
        return database.read(handle -> TaskTable.list(handle, filter)).stream()
                .map(this::withProgress)
                .toList();
    }

    private TaskRecord withProgress(TaskRow row) {
        var live = runner.running().get(row.task().id());
        return live != null && row.task().state() == State.RUNNING ? live.now() : row.task();
    }

    /// Runs `start` every day at the given wall-clock times of the factory. Times that pass while the machine is off
    /// or asleep are made up for by one start when it is back. Call {@link #reschedule} after a change of times or
    /// zone.
    ///
    /// @param name stable and unique, for example `erp.sync`
    public void daily(String name, Supplier<List<LocalTime>> times, Supplier<ZoneId> zone, Runnable start) {
        schedules.add(name, times, zone, start);
    }

    /// Applies changed times at once; a changed time that is past already today waits for tomorrow.
    public void reschedule(String name) {
        schedules.changed(name);
    }

    /// When the schedule starts next; none when it has no times.
    public Optional<Instant> nextStart(String name) {
        return schedules.next(name);
    }

    private void every(Duration period, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("the task engine's housekeeping failed: {}", e.getMessage(), e);
            }
        };
        ticker.scheduleWithFixedDelay(guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void armAll() {
        database.read(TaskTable::waiting).forEach(waiting -> arm(waiting.id(), waiting.due(), waiting.priority()));
    }

    /// A failure is not the caller's: the task is stored, and {@link #armAll} arms it again soon.
    private void arm(UUID id, Instant due, int priority) {
        guarded(id, () -> triggers.arm(id, due, priority));
    }

    private static void guarded(UUID id, Runnable alarm) {
        try {
            alarm.run();
        } catch (RuntimeException e) {
            LOG.warn("the alarm of task {} could not be set yet: {}", id, e.getMessage());
        }
    }

    private void announceProgress() {
        runner.running()
                .values()
                .forEach(live -> live.takeUnannounced().ifPresent(task -> events.publish(new TaskChanged(task))));
    }

    private void storeProgress() {
        runner.running()
                .values()
                .forEach(live -> live.takeUnstored()
                        .ifPresent(task -> database.writeLater(handle -> {
                            TaskTable.progress(handle, task);
                            return task;
                        })));
    }

    void prune() {
        var before = clock.instant().minus(KEPT);
        while (database.write(handle -> TaskTable.prune(handle, before, MOST_PRUNED)) == MOST_PRUNED) {
            // until few enough are left
        }
    }

    private static AppError.NotFound unknown(UUID id) {
        return new AppError.NotFound("Task", id.toString());
    }

    /// Asks running work to stop, waits a few seconds for it, and leaves the rest to the next start.
    @Override
    public void close() {
        ticker.shutdownNow();
        runner.stopAll(PATIENCE_AT_END);
        triggers.stop();
    }
}
