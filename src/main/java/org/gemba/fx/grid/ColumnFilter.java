package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gemba.fx.Status;
import org.jspecify.annotations.Nullable;

/// What people type above a column: `>10`, `<=5`, `10..20`, `=A`, `!A`, `in A,B`, `empty`, `!empty`, `late` on a day,
/// `today`; anything else is looked for inside the text. Percentages are typed as they are read: `<80`.
final class ColumnFilter {
    private final Kind kind;
    private final LocalDate today;
    private final ZoneId zone;
    private final Function<@Nullable Object, String> words;

    ColumnFilter(Kind kind, LocalDate today, ZoneId zone, Function<@Nullable Object, String> words) {
        this.kind = kind;
        this.today = today;
        this.zone = zone;
        this.words = words;
    }

    /// @return empty when the text cannot mean anything for this kind of column
    Optional<Predicate<@Nullable Object>> parse(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (isOneOf(text, "empty", "空")) return Optional.of(this::isBlank);
        if (isOneOf(text, "!empty", "非空")) return Optional.of(value -> !isBlank(value));
        if (text.startsWith("in ")) return anyOf(text.substring(3));
        if (text.startsWith("!")) return parse(text.substring(1)).map(Predicate::not);
        return switch (kind) {
            case NUMBER, SHARE -> compared(text, this::number);
            case DAY, INSTANT -> onDays(text);
            case TEXT, STATUS -> Optional.of(onWords(text));
        };
    }

    private Optional<Predicate<@Nullable Object>> onDays(String text) {
        if (isOneOf(text, "late", "逾期")) return compared("<" + today, this::day);
        if (isOneOf(text, "today", "今天")) return compared("=" + today, this::day);
        if (text.matches("\\d{4}(-\\d{1,2})?")) {
            return Optional.of(value -> words.apply(value).startsWith(text));
        }
        return compared(text, this::day);
    }

    private Predicate<@Nullable Object> onWords(String text) {
        if (text.startsWith("=")) {
            var wanted = text.substring(1).strip();
            return value -> lower(value).equals(wanted) || code(value).equals(wanted);
        }
        if (text.indexOf('*') >= 0) {
            var pattern = java.util.regex.Pattern.compile(Arrays.stream(text.split("\\*", -1))
                    .map(java.util.regex.Pattern::quote)
                    .collect(java.util.stream.Collectors.joining(".*")));
            return value -> pattern.matcher(lower(value)).matches();
        }
        return value -> lower(value).contains(text) || code(value).equals(text);
    }

    private Optional<Predicate<@Nullable Object>> anyOf(String list) {
        var parts = Arrays.stream(list.split("[,，]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> parse("=" + part))
                .toList();
        if (parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(
                value -> parts.stream().anyMatch(part -> part.orElseThrow().test(value)));
    }

    private <V extends Comparable<V>> Optional<Predicate<@Nullable Object>> compared(
            String text, Function<Object, @Nullable V> read) {
        int dots = text.indexOf("..");
        if (dots > 0) {
            var low = read.apply(text.substring(0, dots).strip());
            var high = read.apply(text.substring(dots + 2).strip());
            if (low == null || high == null) return Optional.empty();
            return Optional.of(holds(read, v -> v.compareTo(low) >= 0 && v.compareTo(high) <= 0));
        }
        var sign = Arrays.stream(new String[] {">=", "<=", ">", "<", "="})
                .filter(text::startsWith)
                .findFirst()
                .orElse("");
        var limit = read.apply(text.substring(sign.length()).strip());
        if (limit == null) return Optional.empty();
        return Optional.of(holds(
                read,
                switch (sign) {
                    case ">=" -> v -> v.compareTo(limit) >= 0;
                    case "<=" -> v -> v.compareTo(limit) <= 0;
                    case ">" -> v -> v.compareTo(limit) > 0;
                    case "<" -> v -> v.compareTo(limit) < 0;
                    default -> v -> v.compareTo(limit) == 0;
                }));
    }

    private <V> Predicate<@Nullable Object> holds(Function<Object, @Nullable V> read, Predicate<V> test) {
        return value -> {
            var read1 = value == null ? null : read.apply(value);
            return read1 != null && test.test(read1);
        };
    }

    private @Nullable BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Number number -> new BigDecimal(number.toString());
            case String text -> typedNumber(text);
            default -> null;
        };
    }

    private @Nullable BigDecimal typedNumber(String text) {
        try {
            var plain = new BigDecimal(text.replace(",", "").replace("%", "").strip());
            return kind == Kind.SHARE ? plain.movePointLeft(2) : plain;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable LocalDate day(Object value) {
        return switch (value) {
            case LocalDate day -> day;
            case Instant instant -> instant.atZone(zone).toLocalDate();
            case String text -> CellInput.day(text).orElse(null);
            default -> null;
        };
    }

    private boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    private String lower(@Nullable Object value) {
        return words.apply(value).toLowerCase(Locale.ROOT);
    }

    private static String code(@Nullable Object value) {
        return value instanceof Status status ? status.code() : "";
    }

    private static boolean isOneOf(String text, String... choices) {
        return Arrays.asList(choices).contains(text);
    }
}
