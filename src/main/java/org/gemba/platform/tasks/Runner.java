package org.gemba.platform.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Identity;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Runs one attempt of a task and records what came of it.
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final Database database;
    private final Events events;
    private final Clock clock;
    private final JsonMapper json;
    private final Map<String, TaskKind<?>> kinds;
    private final Map<UUID, RunningTask> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService alarms;
    private final Consumer<UUID> wake;
    private volatile boolean ending;

    /// @param alarms for attempts that may not take for ever
    /// @param wake looks at a waiting task again
    Runner(
            Database database,
            Events events,
            Clock clock,
            JsonMapper json,
            List<TaskKind<?>> kinds,
            ScheduledExecutorService alarms,
            Consumer<UUID> wake) {
        this.alarms = alarms;
        this.wake = wake;
        this.database = database;
        this.events = events;
        this.clock = clock;
        this.json = json;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(TaskKind::name, Function.identity()));
    }

    Map<UUID, RunningTask> running() {
        return running;
    }

    Set<String> kinds() {
        return kinds.keySet();
    }

    boolean knows(TaskKind<?> kind) {
        return kinds.get(kind.name()) == kind;
    }

    @Nullable
    TaskKind<?> kind(String name) {
        return kinds.get(name);
    }

    /// @return when to look at the task again: its next attempt, if there is to be one
    Optional<Instant> run(UUID id) {
        if (ending) return Optional.of(clock.instant());
        var before = waitsFor(id);
        if (before.isPresent()) return before.get().isLost() ? giveUp(id, before.get()) : later();
        var claimed = database.write(handle ->
                TaskTable.claim(handle, id, clock.instant()) ? TaskTable.find(handle, id) : Optional.<TaskRow>empty());
        return claimed.flatMap(this::attempt);
    }

    /// A task that must be completed before another, and is not.
    private record Before(UUID id, @Nullable State state) {
        /// Never will be.
        boolean isLost() {
            return state == null || state.isOver();
        }
    }

    private Optional<Before> waitsFor(UUID id) {
        return database.read(handle -> {
            var wanted = TaskTable.find(handle, id)
                    .map(row -> row.task().details().dependsOn())
                    .orElse(List.of());
            var states = TaskTable.states(handle, wanted);
            return wanted.stream()
                    .map(each -> new Before(each, states.get(each)))
                    .filter(each -> each.state() != State.COMPLETED)
                    .max(Comparator.comparing(Before::isLost));
        });
    }

    private Optional<Instant> giveUp(UUID id, Before lost) {
        var row = database.read(handle -> TaskTable.find(handle, id));
        if (row.isEmpty() || row.get().task().state().isOver()) return Optional.empty();
        var why = "Task " + lost.id() + ", which must be completed before, "
                + (lost.state() == null
                        ? "does not exist."
                        : "is " + lost.state().name().toLowerCase(Locale.ROOT) + ".");
        return end(TaskRecords.ended(row.get().task(), State.FAILED, clock.instant(), why));
    }

    private Optional<Instant> later() {
        return Optional.of(clock.instant().plus(BETWEEN_LOOKS));
    }

    private Optional<Instant> attempt(TaskRow row) {
        var live = new RunningTask(database, row);
        running.put(row.task().id(), live);
        try {
            stopIfAskedMeanwhile(live);
            events.publish(new TaskChanged(row.task()));
            var outcome = outcome(row, live);
            live.over();
            return outcome.keep(this, row, live.now());
        } finally {
            live.over();
            running.remove(row.task().id());
            live.gone();
        }
    }

    /// Between the claim and the entry in the map nobody could reach it.
    private void stopIfAskedMeanwhile(RunningTask live) {
        boolean asked = database.read(handle -> TaskTable.find(handle, live.taskId()))
                .map(TaskRow::cancelAsked)
                .orElse(true);
        if (asked) live.askToStop(RunningTask.Stop.BY_SOMEBODY);
        if (ending) live.askToStop(RunningTask.Stop.BY_THE_END_OF_THE_PROGRAM);
    }

    private Outcome outcome(TaskRow row, RunningTask live) {
        var kind = kinds.get(row.task().kind());
        if (kind == null)
            return new Outcome.Failed(
                    "This version of Gemba does not know " + row.task().kind() + ".");
        try {
            live.checkCancelled();
            return new Outcome.Completed(inTime(kind, row, live));
        } catch (Throwable e) {
            return switch (live.stop()) {
                case BY_SOMEBODY -> new Outcome.Cancelled();
                case BY_TIME -> again(kind, row, timedOut(row.task()));
                case BY_THE_END_OF_THE_PROGRAM -> new Outcome.PutOff();
                case NO -> failed(kind, row, e);
            };
        }
    }

    private String inTime(TaskKind<?> kind, TaskRow row, RunningTask live) throws Exception {
        var timeout = row.task().details().timeout();
        if (timeout == null) return work(kind, row, live);
        var alarm = alarms.schedule(
                () -> live.askToStop(RunningTask.Stop.BY_TIME), timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work(kind, row, live);
        } finally {
            alarm.cancel(false);
        }
    }

    private <P> String work(TaskKind<P> kind, TaskRow row, RunningTask live) throws Exception {
        return kind.work().run(json.readValue(row.task().payload(), kind.payload()), live);
    }

    private Outcome failed(TaskKind<?> kind, TaskRow row, Throwable failure) {
        if (failure instanceof TaskCancelled) return new Outcome.Cancelled();
        var words = words(failure);
        LOG.warn(
                "task {} {} failed: {}",
                kind.name(),
                row.task().id(),
                words,
                failure instanceof AppError ? null : failure);
        return isForGood(failure) ? new Outcome.Failed(words) : again(kind, row, words);
    }

    private static Outcome again(TaskKind<?> kind, TaskRow row, String words) {
        int attempt = row.task().attempt();
        if (attempt >= row.task().attempts()) return new Outcome.Failed(words);
        return new Outcome.Again(words, pause(kind.backoff(), attempt));
    }

    private static String timedOut(TaskRecord task) {
        var timeout = task.details().timeout();
        return "Stopped after " + (timeout == null ? 0 : timeout.toSeconds()) + " seconds, which is all it may take.";
    }

    /// Whether another attempt would end the same way.
    private static boolean isForGood(Throwable failure) {
        return failure instanceof AppError.InvalidInput
                || failure instanceof AppError.Unprocessable
                || failure instanceof AppError.NotFound
                || failure instanceof AppError.Forbidden
                || failure instanceof AppError.TooLarge;
    }

    private static Duration pause(Duration first, int attempt) {
        var pause = first.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    static String words(Throwable failure) {
        if (failure instanceof AppError told) return String.valueOf(told.getMessage());
        return "Unexpected error " + Identity.of(failure) + ": " + failure;
    }

    /// What came of an attempt, and how it is kept.
    private sealed interface Outcome {
        Optional<Instant> keep(Runner runner, TaskRow row, TaskRecord task);

        record Completed(String result) implements Outcome {
            @Override
            public Optional<Instant> keep(Runner runner, TaskRow row, TaskRecord task) {
                return runner.end(TaskRecords.completed(task, runner.clock.instant(), result));
            }
        }

        record Failed(String why) implements Outcome {
            @Override
            public Optional<Instant> keep(Runner runner, TaskRow row, TaskRecord task) {
                return runner.end(TaskRecords.ended(task, State.FAILED, runner.clock.instant(), why));
            }
        }

        record Cancelled() implements Outcome {
            @Override
            public Optional<Instant> keep(Runner runner, TaskRow row, TaskRecord task) {
                return runner.end(TaskRecords.ended(task, State.CANCELLED, runner.clock.instant(), null));
            }
        }

        record Again(String why, Duration pause) implements Outcome {
            @Override
            public Optional<Instant> keep(Runner runner, TaskRow row, TaskRecord task) {
                var due = runner.clock.instant().plus(pause);
                return runner.await(task.id(), State.RETRY, due, task.attempt(), why);
            }
        }

        /// The program ends: it waits for the next start, and the attempt does not count.
        record PutOff() implements Outcome {
            @Override
            public Optional<Instant> keep(Runner runner, TaskRow row, TaskRecord task) {
                return runner.await(task.id(), State.QUEUED, runner.clock.instant(), task.attempt() - 1, null);
            }
        }
    }

    private Optional<Instant> end(TaskRecord ended) {
        keepEnd(ended);
        database.read(handle -> TaskTable.dependents(handle, ended.id())).forEach(wake);
        return Optional.empty();
    }

    private void keepEnd(TaskRecord ended) {
        announce(persistently(handle -> {
            TaskTable.end(handle, ended);
            return TaskTable.find(handle, ended.id());
        }));
    }

    private Optional<Instant> await(UUID id, State state, Instant due, int attempt, @Nullable String why) {
        announce(persistently(handle -> {
            TaskTable.await(handle, id, state, due, attempt, 0, why);
            return TaskTable.find(handle, id);
        }));
        return Optional.of(due);
    }

    /// An outcome that cannot be stored now, because the disk is full for example, is stored as soon as it can be: no
    /// task stays running without somebody who runs it.
    private <T> T persistently(Function<Handle, T> write) {
        while (true) {
            try {
                return database.write(write);
            } catch (AppError.Unavailable e) {
                if (ending) throw e;
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private void announce(Optional<TaskRow> row) {
        row.ifPresent(stored -> {
            running.remove(stored.task().id());
            events.publish(new TaskChanged(stored.task()));
        });
    }

    /// Asks everything that runs to stop for now; it goes on when the engine does.
    void putOffAll() {
        running.values().forEach(task -> task.askToStop(RunningTask.Stop.BY_THE_END_OF_THE_PROGRAM));
    }

    /// Asks everything to stop and waits until it has, or patience ends.
    void stopAll(Duration patience) {
        ending = true;
        running.values().forEach(task -> task.askToStop(RunningTask.Stop.BY_THE_END_OF_THE_PROGRAM));
        long end = System.nanoTime() + patience.toNanos();
        for (var task : running.values()) {
            if (!task.awaitEnd(end - System.nanoTime())) LOG.warn("task {} did not stop in time", task.taskId());
        }
    }
}
