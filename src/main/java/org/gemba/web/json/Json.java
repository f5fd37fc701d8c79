package org.gemba.web.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import org.gemba.access.ApiFamily;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// One JSON mapper per family. Names: records are written in Java's camelCase and leave as snake_case, in every family
/// but tracking, whose document prints camelCase; `@JsonProperty` on a record component is the exception to the rule.
/// Keys of maps stay as they are. Times: an `Instant` leaves as the family's document prints it, whole seconds;
/// quantities leave as plain numbers without exponent and trailing zeros.
public final class Json {
    private static final int MOST_DEPTH = 50;
    private static final int LONGEST_STRING = 10_000_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private static final Snake SNAKE = new Snake();

    private static final class Snake extends PropertyNamingStrategies.SnakeCaseStrategy {
        String wire(String component) {
            return translate(component);
        }
    }

    private Json() {}

    /// @param zone the factory's zone, in which the MTO document prints its naive times
    public static JsonMapper of(ApiFamily family, ZoneId zone) {
        var builder = JsonMapper.builder(factory())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(forms(family, zone));
        if (family != ApiFamily.TRACKING) builder.propertyNamingStrategy(SNAKE);
        return builder.build();
    }

    /// The name that a record component has on the wire when no annotation says otherwise.
    public static String name(ApiFamily family, String component) {
        if (family == ApiFamily.TRACKING) return component;
        return SNAKE.wire(component);
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .build();
    }

    private static SimpleModule forms(ApiFamily family, ZoneId zone) {
        return new SimpleModule("gemba")
                .addSerializer(BigDecimal.class, written(BigDecimal.class, Json::plain))
                .addSerializer(Double.class, written(Double.class, (value, out) -> plain(finite(value), out)))
                .addSerializer(double.class, written(Double.class, (value, out) -> plain(finite(value), out)))
                .addSerializer(
                        LocalDateTime.class,
                        written(LocalDateTime.class, (value, out) -> out.writeString(NAIVE.format(value))))
                .addSerializer(Instant.class, written(Instant.class, (value, out) -> {
                    switch (family) {
                        case MTO -> out.writeString(NAIVE.format(value.atZone(zone)));
                        case TRACKING -> out.writeNumber(value.toEpochMilli());
                        case KPI, INVENTORY, PLANNING ->
                            out.writeString(
                                    value.truncatedTo(ChronoUnit.SECONDS).toString());
                    }
                }));
    }

    private static BigDecimal finite(double value) {
        if (!Double.isFinite(value)) throw new IllegalStateException("an answer holds a number that is not finite");
        return BigDecimal.valueOf(value);
    }

    private static void plain(BigDecimal value, JsonGenerator out) {
        out.writeNumber(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private static <T> ValueSerializer<T> written(Class<T> type, BiConsumer<T, JsonGenerator> how) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                how.accept(value, out);
            }

            @Override
            public Class<T> handledType() {
                return type;
            }
        };
    }
}
