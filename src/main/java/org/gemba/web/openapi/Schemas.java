package org.gemba.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gemba.access.ApiFamily;
import org.gemba.web.Upload;
import org.gemba.web.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schema of the records that routes take and answer, by the same rules as bodies are read and written: names of
/// the family, required unless `@Nullable`. A record becomes a named component; everything else stands inline.
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    Map<String, ObjectNode> components() {
        return components;
    }

    ObjectNode of(ApiFamily family, Type type) {
        if (type instanceof ParameterizedType generic) return generic(family, generic);
        if (!(type instanceof Class<?> raw)) return JSON.objectNode();
        if (raw.isRecord()) return reference(record(family, raw));
        if (raw.isEnum()) return enumeration(raw);
        return scalar(family, raw);
    }

    static ObjectNode reference(String component) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + component);
    }

    private ObjectNode generic(ApiFamily family, ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) return array(of(family, arguments[0]));
        if (Map.class.isAssignableFrom(raw)) {
            var map = typed("object");
            map.set("additionalProperties", of(family, arguments[1]));
            return map;
        }
        if (raw == Optional.class) return of(family, arguments[0]);
        return raw.isRecord() ? reference(record(family, raw)) : JSON.objectNode();
    }

    static ObjectNode array(ObjectNode items) {
        var array = typed("array");
        array.set("items", items);
        return array;
    }

    private String record(ApiFamily family, Class<?> type) {
        var name = family.name().toLowerCase(java.util.Locale.ROOT) + "." + type.getSimpleName();
        if (owners.getOrDefault(name, type) != type)
            name = name + "_" + type.getName().replace('.', '_').replace('$', '_');
        if (owners.putIfAbsent(name, type) != null) return name;
        var schema = typed("object");
        components.put(name, schema);
        var properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (var component : type.getRecordComponents()) {
            var wire = name(family, component);
            var property = of(family, component.getGenericType());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            properties.set(wire, nullable ? orNull(property) : property);
            if (!nullable) required.add(wire);
        }
        if (!required.isEmpty()) schema.set("required", required);
        return name;
    }

    private static String name(ApiFamily family, RecordComponent component) {
        var annotation = component.getAccessor().getAnnotation(JsonProperty.class);
        if (annotation != null && !annotation.value().isEmpty()) return annotation.value();
        return Json.name(family, component.getName());
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var choice = JSON.objectNode();
        choice.putArray("anyOf").add(schema).add(typed("null"));
        return choice;
    }

    private static ObjectNode enumeration(Class<?> type) {
        var schema = typed("string");
        var values = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(((Enum<?>) value).name()));
        return schema;
    }

    private static ObjectNode scalar(ApiFamily family, Class<?> type) {
        if (type == String.class) return typed("string");
        if (type == int.class || type == Integer.class) return typed("integer").put("format", "int32");
        if (type == long.class || type == Long.class) return typed("integer").put("format", "int64");
        if (type == BigDecimal.class || type == double.class || type == Double.class) return typed("number");
        if (type == boolean.class || type == Boolean.class) return typed("boolean");
        if (type == Upload.class) return typed("string").put("format", "binary");
        if (type == UUID.class) return typed("string").put("format", "uuid");
        if (type == LocalDate.class) return typed("string").put("format", "date");
        if (type == LocalDateTime.class) return naive();
        if (type == Instant.class) return instant(family);
        return JSON.objectNode();
    }

    private static ObjectNode instant(ApiFamily family) {
        return switch (family) {
            case MTO -> naive();
            case TRACKING -> typed("integer").put("format", "int64").put("description", "Milliseconds since 1970");
            case KPI, INVENTORY, PLANNING -> typed("string").put("format", "date-time");
        };
    }

    private static ObjectNode naive() {
        return typed("string").put("description", "Local time of the factory, yyyy-MM-ddTHH:mm:ss");
    }

    static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }
}
