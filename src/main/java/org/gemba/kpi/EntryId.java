package org.gemba.kpi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number of a production entry: the second in which it was created, in UTC, and a count within that second.
///
/// @param number seconds since 1970 times {@link #PER_SECOND} plus the count, which begins at 1
public record EntryId(long number) implements Comparable<EntryId> {
    /// How many entries one second can have.
    public static final long PER_SECOND = 100_000;

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern FORM = Pattern.compile("PROD-([0-9]{8}-[0-9]{6})-([0-9]{3,5})");

    public static EntryId of(Instant second, long count) {
        return new EntryId(second.getEpochSecond() * PER_SECOND + count);
    }

    /// Nothing for a text that is no such number.
    public static Optional<EntryId> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            var second = LocalDateTime.parse(match.group(1), SECOND).toInstant(ZoneOffset.UTC);
            var id = of(second, Long.parseLong(match.group(2)));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Instant second() {
        return Instant.ofEpochSecond(number / PER_SECOND);
    }

    @Override
    public int compareTo(EntryId other) {
        return Long.compare(number, other.number);
    }

    /// For example `PROD-20251215-143045-001`.
    @Override
    public String toString() {
        long count = number % PER_SECOND;
        return "PROD-" + SECOND.format(second().atOffset(ZoneOffset.UTC)) + "-"
                + (count < 100 ? (count < 10 ? "00" : "0") : "") + count;
    }
}
