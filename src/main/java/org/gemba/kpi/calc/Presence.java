package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;

/// Time that was planned and time that was lost, of lines and of people.
public final class Presence {
    private Presence() {}

    /// @param downtimeMinutes of standard shifts, every reason, changeover and maintenance too
    /// @param plannedMinutes of standard shifts: people times the length of the shift, or the length alone for the
    ///     basis of the line
    public static Figure availability(BigDecimal downtimeMinutes, BigDecimal plannedMinutes) {
        return Figure.percent(plannedMinutes.subtract(downtimeMinutes), plannedMinutes)
                .clamped(0, 100);
    }

    /// @param absenceHours of every kind that no floater is confirmed to have covered
    public static Figure absenteeism(BigDecimal absenceHours, BigDecimal scheduledHours) {
        if (absenceHours.compareTo(scheduledHours) > 0)
            throw new IllegalArgumentException("absent " + absenceHours + " h of " + scheduledHours + " h");
        return Figure.percent(absenceHours, scheduledHours);
    }

    /// Spells squared times days: many short absences weigh more than one long one.
    public static long bradford(int spells, int days) {
        return (long) spells * spells * days;
    }

    /// Mean hours between failures, or to repair; not known without a failure.
    public static Figure hoursAFailure(BigDecimal hours, int failures) {
        return Figure.ratio(hours, BigDecimal.valueOf(failures), 1);
    }

    /// How long a shift is by the clock; one that ends at or before its start ends on the next day.
    public static Duration byTheClock(LocalTime start, LocalTime end) {
        var length = Duration.between(start, end);
        return length.isPositive() ? length : length.plusDays(1);
    }
}
