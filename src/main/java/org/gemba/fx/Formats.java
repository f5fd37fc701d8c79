package org.gemba.fx;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers and times as a person of that language reads them. Days are written year first in both languages: factories
/// sort and compare them by eye.
public final class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;
    private final NumberFormat number;
    private final NumberFormat percent;

    public Formats(Locale locale, ZoneId zone) {
        this.zone = zone;
        this.number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(6);
        this.percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(1);
    }

    /// Grouped, without trailing zeros, at most six decimals; empty for null.
    public String number(@Nullable Number value) {
        return value == null ? "" : number.format(value);
    }

    /// @param share 1 for 100 %
    public String percent(@Nullable BigDecimal share) {
        return share == null ? "" : percent.format(share);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /// The hour and minute in the factory's zone.
    public String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    public String dayTime(@Nullable Instant instant) {
        return instant == null ? "" : DAY_TIME.format(instant.atZone(zone));
    }

    /// Only the time when it is today, else day and time: what "as of" says.
    public String asOf(Instant instant, Instant now) {
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? time(instant) : dayTime(instant);
    }
}
