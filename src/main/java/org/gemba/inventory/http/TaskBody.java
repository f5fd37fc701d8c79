package org.gemba.inventory.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gemba.inventory.TaskRequest;
import org.gemba.inventory.TaskType;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A task that a client asks for. Words are taken in either case; input as an object or as the text of one.
record TaskBody(
        String taskType,
        @Nullable String name,
        @Nullable String description,
        @Nullable String priority,
        @Nullable JsonNode inputData,
        @Nullable Integer maxRetries,
        @Nullable Integer timeoutSeconds,
        @Nullable String scheduledAt,
        @Nullable String relatedEntityType,
        @Nullable String relatedEntityId,
        @Nullable String parentTaskId,
        @Nullable List<String> dependsOnTaskIds) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int RETRIES = 3;
    private static final int SECONDS = 300;

    TaskRequest request() {
        var type = type("task_type", taskType);
        return new TaskRequest(
                type,
                name == null ? type.title() : name,
                description,
                priority == null ? Priority.NORMAL : priority("priority", priority),
                object("input_data", inputData),
                maxRetries == null ? RETRIES : maxRetries,
                timeoutSeconds == null ? SECONDS : timeoutSeconds,
                scheduledAt == null ? null : instant("scheduled_at", scheduledAt),
                relatedEntityType,
                relatedEntityId,
                parentTaskId == null ? null : Wire.known("Task", parentTaskId),
                dependsOn());
    }

    private List<UUID> dependsOn() {
        if (dependsOnTaskIds == null) return List.of();
        return dependsOnTaskIds.stream().map(id -> Wire.known("Task", id)).toList();
    }

    static TaskType type(String field, String text) {
        return TaskType.named(text)
                .orElseThrow(() -> oneOf(
                        field,
                        text,
                        Arrays.stream(TaskType.values()).map(Enum::name).toList()));
    }

    static Priority priority(String field, String text) {
        for (var priority : Priority.values()) if (priority.name().equalsIgnoreCase(text)) return priority;
        throw oneOf(
                field, text, Arrays.stream(Priority.values()).map(Enum::name).toList());
    }

    static State state(String field, String text) {
        var word = text.toUpperCase(Locale.ROOT);
        if (word.equals("PENDING")) return State.QUEUED;
        for (var state : State.values()) if (state.name().equals(word) && state != State.QUEUED) return state;
        throw oneOf(
                field,
                text,
                Arrays.stream(State.values()).map(TaskAnswer::status).toList());
    }

    static AppError oneOf(String field, String text, List<String> allowed) {
        return new AppError.InvalidInput(FieldError.body(field, text, new Rule.OneOf(allowed)));
    }

    static Map<String, Object> object(String field, @Nullable JsonNode node) {
        if (node == null || node.isNull()) return Map.of();
        try {
            var object = node.isString() ? JSON.readTree(node.stringValue()) : node;
            if (object.isObject()) return withoutNulls(JSON.treeToValue(object, OBJECT));
        } catch (JacksonException e) {
            // told below
        }
        throw new AppError.InvalidInput(FieldError.body(field, null, new Rule.WrongType("object")));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> map) {
        map.values().removeIf(java.util.Objects::isNull);
        return map;
    }

    private static Instant instant(String field, String text) {
        try {
            return text.endsWith("Z") || text.contains("+")
                    ? java.time.OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new AppError.InvalidInput(FieldError.body(field, text, new Rule.WrongType("datetime")));
        }
    }
}
