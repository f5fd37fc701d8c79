package org.gemba.inventory;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;

/// Waits for tasks on behalf of those who want an answer at once.
final class TaskWatch {
    private final Supplier<Tasks> tasks;
    private final Events events;

    TaskWatch(Supplier<Tasks> tasks, Events events) {
        this.tasks = tasks;
        this.events = events;
    }

    /// Until the task is over or waits for another attempt; as it stands then, or when the time is up.
    Optional<TaskRecord> settled(UUID id, Duration most) {
        var settled = new CompletableFuture<TaskRecord>();
        try (var listening = events.on(TaskChanged.class, change -> offer(id, change.task(), settled))) {
            tasks.get().find(id).ifPresent(now -> offer(id, now, settled));
            return Optional.of(settled.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return tasks.get().find(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tasks.get().find(id);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void offer(UUID id, TaskRecord task, CompletableFuture<TaskRecord> settled) {
        boolean rests = task.state().isOver() || task.state() == TaskRecord.State.RETRY;
        if (task.id().equals(id) && rests) settled.complete(task);
    }
}
