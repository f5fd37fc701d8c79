package org.gemba.kpi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Over what time one data point stands. Weeks are those of ISO 8601, Monday to Sunday.
public enum Aggregation {
    DAILY,
    WEEKLY,
    MONTHLY,
    TOTAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Aggregation> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Aggregation::id).toList();
    }

    /// The first day of the time that a day belongs to. Weeks and months keep their own first day also where the range
    /// begins later.
    ///
    /// @param from the first day of the range
    public LocalDate bucket(LocalDate day, LocalDate from) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case TOTAL -> from;
        };
    }

    /// The last day of what a bucket stands for.
    ///
    /// @param to the last day of the range
    public LocalDate last(LocalDate bucket, LocalDate to) {
        var end = switch (this) {
            case DAILY -> bucket;
            case WEEKLY -> bucket.plusDays(6);
            case MONTHLY -> bucket.with(TemporalAdjusters.lastDayOfMonth());
            case TOTAL -> to;
        };
        return end.isAfter(to) ? to : end;
    }
}
