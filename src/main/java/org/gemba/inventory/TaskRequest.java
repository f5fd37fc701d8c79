package org.gemba.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.jspecify.annotations.Nullable;

/// A task that somebody asks for.
///
/// @param input what it works on: `part_id` or `part_ids`, `supplier`, `capabilities`, `batch_size`
public record TaskRequest(
        TaskType type,
        @Nullable String name,
        @Nullable String description,
        Priority priority,
        Map<String, Object> input,
        int maxRetries,
        int timeoutSeconds,
        @Nullable Instant scheduledAt,
        @Nullable String relatedType,
        @Nullable String relatedId,
        @Nullable UUID parentId,
        List<UUID> dependsOn) {
    static final int STANDARD_RETRIES = 3;
    static final int STANDARD_TIMEOUT = 300;
    private static final int BULK_TIMEOUT = 3600;

    public TaskRequest {
        input = Map.copyOf(input);
        dependsOn = List.copyOf(dependsOn);
    }

    /// With the standard limits, whatever the input says: a client cannot raise them by the quick way.
    public static TaskRequest quick(TaskType type, Map<String, Object> input) {
        int parts = parts(input);
        var about = type == TaskType.BULK_ENRICHMENT || parts > 1
                ? parts + " parts"
                : String.valueOf(input.getOrDefault("part_id", "all parts"));
        return new TaskRequest(
                type,
                type.title() + " - " + about,
                null,
                type == TaskType.DATABASE_CLEANUP ? Priority.LOW : Priority.NORMAL,
                input,
                STANDARD_RETRIES,
                type == TaskType.BULK_ENRICHMENT ? BULK_TIMEOUT : STANDARD_TIMEOUT,
                null,
                input.containsKey("part_id") ? "part" : null,
                input.get("part_id") instanceof String id ? id : null,
                null,
                List.of());
    }

    int parts() {
        return parts(input);
    }

    private static int parts(Map<String, Object> input) {
        if (input.get("part_ids") instanceof Collection<?> ids) return ids.size();
        return input.containsKey("part_id") ? 1 : 0;
    }
}
