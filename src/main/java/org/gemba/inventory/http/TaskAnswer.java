package org.gemba.inventory.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.inventory.InventoryTasks;
import org.gemba.platform.tasks.TaskRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A task as the document prints it: words in capitals, what goes in and comes out as objects.
record TaskAnswer(
        String id,
        String taskType,
        String name,
        @Nullable String description,
        String status,
        String priority,
        int progressPercentage,
        @Nullable String currentStep,
        Map<String, Object> inputData,
        Object resultData,
        @Nullable String errorMessage,
        int maxRetries,
        int retryCount,
        @Nullable Long timeoutSeconds,
        String createdAt,
        @Nullable String scheduledAt,
        @Nullable String startedAt,
        @Nullable String completedAt,
        @Nullable String createdByUserId,
        @Nullable String relatedEntityType,
        @Nullable String relatedEntityId,
        @Nullable String parentTaskId,
        List<String> dependsOnTaskIds) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static TaskAnswer of(InventoryTasks tasks, TaskRecord task) {
        var details = task.details();
        var timeout = details.timeout();
        return new TaskAnswer(
                task.id().toString(),
                tasks.type(task).name(),
                details.title() == null ? task.kind() : details.title(),
                details.description(),
                status(task.state()),
                details.priority().name(),
                task.progress(),
                step(task),
                tasks.input(task),
                result(task),
                task.error(),
                details.mostRetries(),
                details.retries(),
                timeout == null ? null : timeout.toSeconds(),
                Wire.time(task.createdAt()),
                Wire.timeOrNull(details.notBefore()),
                Wire.timeOrNull(task.startedAt()),
                Wire.timeOrNull(task.finishedAt()),
                details.owner() == null ? task.createdBy() : details.owner(),
                details.relatedType(),
                details.relatedId(),
                details.parentId() == null ? null : details.parentId().toString(),
                details.dependsOn().stream().map(Object::toString).toList());
    }

    static String status(TaskRecord.State state) {
        return state == TaskRecord.State.QUEUED ? "PENDING" : state.name();
    }

    private static @Nullable String step(TaskRecord task) {
        if (!task.message().isEmpty()) return task.message();
        return task.phase().isEmpty() ? null : task.phase();
    }

    private static Object result(TaskRecord task) {
        var text = task.result();
        if (text == null || text.isBlank()) return Map.of();
        try {
            if (text.startsWith("{")) return JSON.readValue(text, JsonNode.class);
        } catch (JacksonException e) {
            // a sentence that begins with a brace
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("message", text);
        return told;
    }
}
