package org.gemba.demo.k3cloud;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.gemba.demo.k3cloud.Column.Kind;
import org.jspecify.annotations.Nullable;

/// Makes literals and stored values comparable. Texts compare without regard to case and to blanks at the end, as the
/// ERP's database does.
final class FilterValues {
    private FilterValues() {}

    static Comparable<?> literal(Kind kind, String text) {
        return switch (kind) {
            case TEXT -> folded(text);
            case NUMBER, ID -> number(text);
            case TIME -> time(text.strip());
            case FLAG -> flag(text);
        };
    }

    /// The stored value in the form that literals have; null when there is none.
    static @Nullable Comparable<?> stored(@Nullable Object value) {
        if (value == null) return null;
        return switch (value) {
            case String text -> folded(text);
            case LocalDateTime time -> time;
            case Boolean flag -> flag;
            case BigDecimal number -> number.stripTrailingZeros();
            case Long number -> BigDecimal.valueOf(number);
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            default -> throw new IllegalArgumentException("no such kind of value: " + value.getClass());
        };
    }

    static boolean isFlag(String word) {
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    private static String folded(String text) {
        return text.stripTrailing().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.strip()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw new QueryRefused(9, "将数据类型 varchar 转换为 numeric 时出错: " + text);
        }
    }

    private static Boolean flag(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true");
    }

    private static LocalDateTime time(String text) {
        try {
            if (text.length() <= 10) return LocalDate.parse(text).atStartOfDay();
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new QueryRefused(9, "从字符串转换日期和/或时间时，转换失败: " + text);
        }
    }
}
