package org.gemba.web.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gemba.access.ApiFamily;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares a JSON tree with the record that it shall become. A component is required unless it is `@Nullable`, a
/// primitive included; unknown names are passed over.
final class Shape {
    /// A number beyond this many digits before or after its point measures nothing in a factory, and would fill the
    /// memory when it is written out.
    private static final int MOST_DIGITS = 60;

    private static final Set<String> WORDS_OF_TRUTH = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private final ApiFamily family;
    private final boolean lenient;

    Shape(ApiFamily family, boolean lenient) {
        this.family = family;
        this.lenient = lenient;
    }

    List<FieldError> faults(JsonNode tree, Class<?> type) {
        var faults = new ArrayList<FieldError>();
        check(tree, type, "", faults);
        return faults;
    }

    private void check(JsonNode node, Type type, String path, List<FieldError> faults) {
        if (type instanceof ParameterizedType generic) {
            checkGeneric(node, generic, path, faults);
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            checkRecord(node, raw, path, faults);
        } else if (type instanceof Class<?> raw) {
            checkScalar(node, raw, path, faults);
        }
    }

    private void checkGeneric(JsonNode node, ParameterizedType type, String path, List<FieldError> faults) {
        var raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            if (!node.isArray()) {
                faults.add(wrong(path, node, "array"));
                return;
            }
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), type.getActualTypeArguments()[0], path + "[" + i + "]", faults);
            }
        } else if (Map.class.isAssignableFrom(raw)) {
            if (!node.isObject()) {
                faults.add(wrong(path, node, "object"));
                return;
            }
            checkTexts(node, path, faults);
            node.properties()
                    .forEach(entry -> check(
                            entry.getValue(), type.getActualTypeArguments()[1], below(path, entry.getKey()), faults));
        }
    }

    private void checkRecord(JsonNode node, Class<?> type, String path, List<FieldError> faults) {
        if (!node.isObject()) {
            faults.add(wrong(path, node, "object"));
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = name(component);
            var value = value(node, component, name);
            if (value == null || value.isNull()) {
                if (required(component)) {
                    faults.add(FieldError.body(below(path, name), null, new Rule.Required()));
                }
            } else {
                check(value, component.getGenericType(), below(path, name), faults);
            }
        }
    }

    private String name(RecordComponent component) {
        var annotation = component.getAccessor().getAnnotation(JsonProperty.class);
        if (annotation != null && !annotation.value().isEmpty()) return annotation.value();
        return Json.name(family, component.getName());
    }

    private static @Nullable JsonNode value(JsonNode node, RecordComponent component, String name) {
        var value = node.get(name);
        if (value != null) return value;
        var alias = component.getAccessor().getAnnotation(JsonAlias.class);
        if (alias == null) return null;
        return Arrays.stream(alias.value())
                .map(node::get)
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void checkScalar(JsonNode node, Class<?> type, String path, List<FieldError> faults) {
        if (type == String.class) {
            if (!node.isString() && !(lenient && node.isNumber())) faults.add(wrong(path, node, "string"));
            else checkTexts(node, path, faults);
        } else if (type == int.class || type == Integer.class) {
            if (!integer(node, Integer.MIN_VALUE, Integer.MAX_VALUE)) faults.add(wrong(path, node, "integer"));
        } else if (type == long.class || type == Long.class) {
            if (!integer(node, Long.MIN_VALUE, Long.MAX_VALUE)) faults.add(wrong(path, node, "integer"));
        } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
            if (number(node) == null) faults.add(wrong(path, node, "number"));
        } else if (type == boolean.class || type == Boolean.class) {
            if (!truth(node)) faults.add(wrong(path, node, "boolean"));
        } else if (type.isEnum()) {
            checkEnum(node, type, path, faults);
        } else if (JsonNode.class.isAssignableFrom(type) || type == Object.class) {
            checkTexts(node, path, faults);
        } else {
            checkParsed(node, type, path, faults);
        }
    }

    private static void checkParsed(JsonNode node, Class<?> type, String path, List<FieldError> faults) {
        if (type == LocalDate.class) checkText(node, path, "date", LocalDate::parse, faults);
        else if (type == LocalTime.class) checkText(node, path, "time", LocalTime::parse, faults);
        else if (type == LocalDateTime.class) checkText(node, path, "datetime", LocalDateTime::parse, faults);
        else if (type == Instant.class) checkText(node, path, "datetime", Instant::parse, faults);
        else if (type == UUID.class) checkText(node, path, "uuid", UUID::fromString, faults);
    }

    private static void checkText(
            JsonNode node, String path, String kind, Function<String, Object> parse, List<FieldError> faults) {
        try {
            if (node.isString() && parse.apply(node.stringValue()) != null) return;
        } catch (DateTimeException | IllegalArgumentException e) {
            // told below
        }
        faults.add(wrong(path, node, kind));
    }

    private static void checkEnum(JsonNode node, Class<?> type, String path, List<FieldError> faults) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(value -> ((Enum<?>) value).name())
                .toList();
        if (!node.isString() || !names.contains(node.stringValue())) {
            faults.add(FieldError.body(path, shown(node), new Rule.OneOf(names)));
        }
    }

    private boolean integer(JsonNode node, long least, long most) {
        if (node.isString() && !node.stringValue().matches("-?[0-9]{1,19}")) return false;
        var number = number(node);
        if (number == null || number.stripTrailingZeros().scale() > 0) return false;
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private @Nullable BigDecimal number(JsonNode node) {
        try {
            if (node.isNumber()) return bounded(node.decimalValue());
            if (lenient && node.isString() && node.stringValue().length() <= MOST_DIGITS) {
                return bounded(new BigDecimal(node.stringValue().strip()));
            }
        } catch (NumberFormatException e) {
            // no number
        }
        return null;
    }

    private static @Nullable BigDecimal bounded(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS ? null : number;
    }

    private boolean truth(JsonNode node) {
        if (node.isBoolean()) return true;
        if (!lenient) return false;
        return node.isString() && WORDS_OF_TRUTH.contains(node.stringValue())
                || node.isInt() && (node.intValue() == 0 || node.intValue() == 1);
    }

    /// Half a surrogate pair or a NUL cannot be stored, nor sent on.
    static void checkTexts(JsonNode node, String path, List<FieldError> faults) {
        if (node.isString()) {
            if (!isText(node.stringValue())) {
                faults.add(FieldError.body(path, null, new Rule.Broken("contains characters that are not text")));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) checkTexts(node.get(i), path + "[" + i + "]", faults);
        } else if (node.isObject()) {
            for (var entry : node.properties()) {
                if (!isText(entry.getKey())) {
                    faults.add(FieldError.body(path, null, new Rule.Broken("contains names that are not text")));
                } else {
                    checkTexts(entry.getValue(), below(path, entry.getKey()), faults);
                }
            }
        } else if (node.isNumber() && bounded(node.decimalValue()) == null) {
            faults.add(FieldError.body(path, null, new Rule.WrongType("number")));
        }
    }

    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static FieldError wrong(String path, JsonNode node, String kind) {
        return FieldError.body(path, shown(node), new Rule.WrongType(kind));
    }

    private static @Nullable Object shown(JsonNode node) {
        if (node.isString()) {
            var text = node.stringValue();
            return !isText(text) ? null : text.length() > 100 ? text.substring(0, 100) + "…" : text;
        }
        if (node.isNumber()) return bounded(node.decimalValue());
        return node.isBoolean() ? (Object) node.booleanValue() : null;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
