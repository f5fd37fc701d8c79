package org.gemba.platform.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gemba.platform.Threads;

/// db-scheduler as the alarm clock of the engine: a row of its table says "look at this task at this time" and nothing
/// more. All that is known about a task stands in our own table; a lost or doubled alarm does no harm.
final class Triggers {
    private static final String NAME = "task";
    private static final int WORKERS = 4;
    private static final Duration POLLING = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);

    private final CustomTask<Void> task;
    private final Scheduler scheduler;

    /// @param run runs the task, and says when to look at it again, if at all
    Triggers(DataSource source, Clock clock, Function<UUID, Optional<Instant>> run) {
        task = Tasks.custom(NAME, Void.class)
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var again = run.apply(UUID.fromString(instance.getId()));
                    return new Again(again);
                });
        scheduler = Scheduler.create(source, task)
                .clock(clock::instant)
                .serializer(new NoData())
                .threads(WORKERS)
                .executorService(Threads.pool("task", WORKERS))
                .dueExecutor(Threads.single("task-due"))
                .housekeeperExecutor(Threads.scheduled("task-heartbeat"))
                .pollingInterval(POLLING)
                .enableImmediateExecution()
                .enablePriority()
                .jdbcCustomization(new DefaultJdbcCustomization(true))
                .shutdownMaxWait(PATIENCE_AT_END)
                .build();
    }

    void start() {
        scheduler.start();
    }

    /// Sets the alarm unless one is set already.
    void arm(UUID id, Instant due, int priority) {
        scheduler.scheduleIfNotExists(instance(id, priority), due);
    }

    /// Sets the alarm, also when one is set for another time.
    void rearm(UUID id, Instant due, int priority) {
        scheduler.schedule(instance(id, priority), due, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    private static TaskInstance<Void> instance(UUID id, int priority) {
        return new TaskInstance.Builder<Void>(NAME, id.toString())
                .priority(priority)
                .build();
    }

    /// Takes nothing new until {@link #resume}.
    void pause() {
        scheduler.pause();
    }

    void resume() {
        scheduler.resume();
    }

    boolean isPaused() {
        return scheduler.getSchedulerState().isPaused();
    }

    void stop() {
        scheduler.stop();
    }

    private record Again(Optional<Instant> due) implements CompletionHandler<Void> {
        @Override
        public void complete(ExecutionComplete execution, ExecutionOperations<Void> operations) {
            if (due.isPresent()) operations.reschedule(execution, due.get());
            else operations.remove();
        }
    }

    /// Alarms carry no data, so nothing is ever deserialised from the database.
    private static final class NoData implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return new byte[0];
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            throw new UnsupportedOperationException("alarms carry no data");
        }
    }
}
