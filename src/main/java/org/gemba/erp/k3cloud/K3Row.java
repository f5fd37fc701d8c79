package org.gemba.erp.k3cloud;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of an answer, read by what its fields mean. Nothing, an empty text and a single blank all mean empty.
final class K3Row {
    private static final int MOST_DECIMALS = 10;

    private final FormSpec spec;
    private final @Nullable Object[] values;

    private K3Row(FormSpec spec, @Nullable Object[] values) {
        this.spec = spec;
        this.values = values;
    }

    static List<K3Row> all(FormSpec spec, List<@Nullable Object[]> rows) {
        return rows.stream().map(values -> new K3Row(spec, values)).toList();
    }

    String text(String name) {
        return switch (value(name)) {
            case null -> "";
            case String text -> text.strip();
            case BigDecimal number -> plain(number).toPlainString();
            case Object other -> other.toString();
        };
    }

    boolean isEmpty(String name) {
        return text(name).isEmpty();
    }

    /// Exactly as the ERP sent it, without zeros at the end; nothing is 0.
    BigDecimal number(String name) {
        return switch (value(name)) {
            case null -> BigDecimal.ZERO;
            case BigDecimal number -> plain(number);
            case String text -> text.isBlank() ? BigDecimal.ZERO : parsed(name, text);
            case Object other -> throw odd(name, other);
        };
    }

    long id(String name) {
        try {
            return number(name).longValueExact();
        } catch (ArithmeticException e) {
            throw odd(name, number(name));
        }
    }

    boolean flag(String name) {
        return switch (value(name)) {
            case null -> false;
            case Boolean flag -> flag;
            case BigDecimal number -> number.signum() != 0;
            case Object other -> {
                var word = other.toString().strip().toLowerCase(Locale.ROOT);
                yield word.equals("true") || word.equals("1");
            }
        };
    }

    @Nullable
    LocalDate date(String name) {
        var text = text(name);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw odd(name, text);
        }
    }

    private @Nullable Object value(String name) {
        var fields = spec.fields();
        for (int i = 0; i < fields.size(); i++) if (fields.get(i).name().equals(name)) return values[i];
        return null;
    }

    private BigDecimal parsed(String name, String text) {
        try {
            return plain(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            throw odd(name, text);
        }
    }

    /// 1E+2 and 100.0 are both 100, so that a number from the ERP and the same from the database are equal.
    static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) return BigDecimal.ZERO;
        if (number.scale() == 0) return number;
        var stripped = number.stripTrailingZeros();
        if (stripped.scale() < 0) return stripped.setScale(0);
        return stripped.scale() <= MOST_DECIMALS
                ? stripped
                : stripped.setScale(MOST_DECIMALS, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    private ErpFailure odd(String name, Object value) {
        return AnswerReader.garbled(spec.id(), "the field " + spec.key(name) + " holds '" + shown(value) + "'", null);
    }

    private static String shown(Object value) {
        var text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
