package org.gemba.platform.tasks;

import java.time.Instant;
import java.util.UUID;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jspecify.annotations.Nullable;

/// The steps in a task's life, as copies of its record.
final class TaskRecords {
    private TaskRecords() {}

    static TaskRecord queued(UUID id, TaskKind<?> kind, String createdBy, Instant now) {
        return new TaskRecord(
                id, kind.name(), State.QUEUED, 0, "", "", createdBy, now, null, null, 0, kind.attempts(), null, null);
    }

    static TaskRecord progressed(TaskRecord task, int percent, String phase, String message) {
        return copy(task, task.state(), percent, phase, message, task.finishedAt(), task.result(), task.error());
    }

    static TaskRecord completed(TaskRecord task, Instant now, String result) {
        return copy(task, State.COMPLETED, 100, task.phase(), task.message(), now, result, null);
    }

    static TaskRecord ended(TaskRecord task, State state, Instant now, @Nullable String error) {
        return copy(task, state, task.progress(), task.phase(), task.message(), now, null, error);
    }

    private static TaskRecord copy(
            TaskRecord task,
            State state,
            int progress,
            String phase,
            String message,
            @Nullable Instant finished,
            @Nullable String result,
            @Nullable String error) {
        return new TaskRecord(
                task.id(),
                task.kind(),
                state,
                progress,
                phase,
                message,
                task.createdBy(),
                task.createdAt(),
                task.startedAt(),
                finished,
                task.attempt(),
                task.attempts(),
                result,
                error);
    }
}
