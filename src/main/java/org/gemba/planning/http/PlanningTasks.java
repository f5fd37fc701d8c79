package org.gemba.planning.http;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;

/// Tasks of one kind under the names of the document: `forecast-<uuid>`.
///
/// @param prefix `forecast-`
public record PlanningTasks(Supplier<Tasks> tasks, TaskKind<?> kind, String prefix) {
    String name(UUID id) {
        return prefix + id;
    }

    /// @throws AppError.NotFound for a name of another form, or a task that is none of this kind
    TaskRecord find(String name) {
        return id(name).flatMap(id -> tasks.get().find(id))
                .filter(task -> task.kind().equals(kind.name()))
                .orElseThrow(() -> new AppError.NotFound("Task", name));
    }

    private Optional<UUID> id(String name) {
        if (!name.startsWith(prefix)) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(name.substring(prefix.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String word(TaskRecord task) {
        return switch (task.state()) {
            case QUEUED, RUNNING, RETRY -> "processing";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
