package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/// When a client works in one kind of shift.
///
/// @param endsAt not after `startsAt` for a shift across midnight, which belongs to the day on which it begins
/// @param hours that are paid and planned, without breaks
/// @param weekdays on which it begins
public record Shift(
        String clientId,
        ShiftType type,
        LocalTime startsAt,
        LocalTime endsAt,
        BigDecimal hours,
        Set<DayOfWeek> weekdays) {

    public Shift {
        weekdays = Set.copyOf(weekdays);
    }

    public boolean crossesMidnight() {
        return !endsAt.isAfter(startsAt);
    }
}
