package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.gemba.fx.Desk;
import org.gemba.fx.Formats;
import org.gemba.fx.Language;
import org.gemba.fx.Status;
import org.jspecify.annotations.Nullable;

/// Values as texts: for people, and plainly for other programs. Not shared between threads.
final class CellTexts {
    private final Formats formats;
    private final Language language;
    private final ZoneId zone;
    private final Map<String, String> words = new HashMap<>();

    CellTexts(Desk desk) {
        this.formats = desk.formats();
        this.language = desk.language();
        this.zone = desk.zone();
    }

    /// As a cell shows it.
    String shown(Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Status status -> words(status);
            case BigDecimal number -> kind == Kind.SHARE ? formats.percent(number) : formats.number(number);
            case Number number -> formats.number(number);
            case LocalDate day -> formats.day(day);
            case Instant instant -> formats.dayTime(instant);
            default -> value.toString();
        };
    }

    /// As another program reads it back: no grouping signs, no exponents.
    String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Status status -> words(status);
            case BigDecimal number -> number.toPlainString();
            case Instant instant -> formats.dayTime(instant);
            default -> value.toString();
        };
    }

    /// What a file gets: statuses in words, times as days and hours of the factory, all else as it is.
    @Nullable
    Object exported(@Nullable Object value) {
        if (value instanceof Status status) return words(status);
        return value instanceof Instant instant ? formats.dayTime(instant) : value;
    }

    ZoneId zone() {
        return zone;
    }

    private String words(Status status) {
        return words.computeIfAbsent(status.titleKey(), language::now);
    }
}
