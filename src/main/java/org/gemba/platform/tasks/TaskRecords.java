package org.gemba.platform.tasks;

import java.time.Instant;
import java.util.UUID;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jspecify.annotations.Nullable;

/// The steps in a task's life, as copies of its record.
final class TaskRecords {
    private TaskRecords() {}

    static TaskRecord queued(
            UUID id, TaskKind<?> kind, String createdBy, Instant now, String payload, TaskDetails details) {
        return new TaskRecord(
                id,
                kind.name(),
                State.QUEUED,
                0,
                "",
                "",
                createdBy,
                now,
                null,
                null,
                0,
                kind.attempts(),
                null,
                null,
                payload,
                details);
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

    static TaskRecord amended(
            TaskRecord task,
            @Nullable State state,
            @Nullable Integer progress,
            @Nullable String phase,
            @Nullable String result,
            @Nullable String error,
            Instant now) {
        boolean isOver = state != null && state.isOver();
        int done = state == State.COMPLETED ? 100 : progress == null ? task.progress() : progress;
        return copy(
                task,
                state == null ? task.state() : state,
                done,
                phase == null ? task.phase() : phase,
                task.message(),
                isOver ? now : null,
                result == null ? task.result() : result,
                error == null ? task.error() : error);
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
                error,
                task.payload(),
                task.details());
    }
}
