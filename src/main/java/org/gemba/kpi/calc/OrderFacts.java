package org.gemba.kpi.calc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one work order for its age and its punctuality.
///
/// @param started as noted; null when nobody did
/// @param firstProduced the day of its first entry; null for none
/// @param plannedStart null when it was not planned
/// @param promised null when nothing says when it is due
/// @param shipped null while it has not left
/// @param completed the day on which it was completed; null when it is not
/// @param isCompleted whether its status says so now
/// @param dropped the day on which it was rejected or cancelled; null when it was not
public record OrderFacts(
        String id,
        @Nullable LocalDate started,
        @Nullable LocalDate firstProduced,
        @Nullable LocalDate plannedStart,
        @Nullable PromisedDay promised,
        @Nullable LocalDate shipped,
        boolean isCompleted,
        @Nullable LocalDate completed,
        @Nullable LocalDate dropped,
        List<WipAge.Hold> holds) {

    public OrderFacts {
        holds = List.copyOf(holds);
    }

    /// The start as noted, else the first production, else the plan.
    Optional<LocalDate> start() {
        return Optional.ofNullable(started != null ? started : firstProduced != null ? firstProduced : plannedStart);
    }

    /// True when nobody noted the start.
    public boolean isStartInferred() {
        return started == null;
    }

    /// Begun and neither completed nor given up at the end of a day.
    boolean isOpen(LocalDate day) {
        boolean begun = start().filter(start -> !start.isAfter(day)).isPresent();
        return begun && isAfter(completed, day) && isAfter(dropped, day);
    }

    private static boolean isAfter(@Nullable LocalDate ended, LocalDate day) {
        return ended == null || ended.isAfter(day);
    }
}
