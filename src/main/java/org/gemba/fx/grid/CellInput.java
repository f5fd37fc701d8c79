package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Typed or pasted text as a value of a column.
sealed interface CellInput {
    Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /// @param value of the column's type; null for an empty cell
    record Good(@Nullable Object value) implements CellInput {}

    record Bad(String problemKey) implements CellInput {}

    static CellInput parse(Kind kind, String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) return new Good(null);
        return switch (kind) {
            case TEXT -> new Good(trimmed);
            case NUMBER -> number(trimmed).<CellInput>map(Good::new).orElseGet(() -> new Bad("fx.grid.wrong.number"));
            case SHARE ->
                number(trimmed.replace("%", ""))
                        .<CellInput>map(percent -> new Good(percent.movePointLeft(2)))
                        .orElseGet(() -> new Bad("fx.grid.wrong.number"));
            case DAY -> day(trimmed).<CellInput>map(Good::new).orElseGet(() -> new Bad("fx.grid.wrong.day"));
            case INSTANT, STATUS -> new Bad("fx.grid.wrong.readonly");
        };
    }

    /// Grouping commas and spaces are accepted where they separate thousands, as Excel writes them.
    private static Optional<BigDecimal> number(String text) {
        var plain =
                text.matches("[+-]?\\d{1,3}([, \\u00a0]\\d{3})+(\\.\\d+)?") ? text.replaceAll("[, \\u00a0]", "") : text;
        if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) return Optional.empty();
        return Optional.of(new BigDecimal(plain));
    }

    /// `2026-11-24`, `2026/11/24`, `2026.11.24` or `2026年11月24日`.
    static Optional<LocalDate> day(String text) {
        var match = DAY.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
