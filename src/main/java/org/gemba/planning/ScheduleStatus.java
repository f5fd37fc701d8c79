package org.gemba.planning;

import java.util.Locale;
import java.util.Set;

/// The life of a schedule.
public enum ScheduleStatus {
    /// Being made.
    DRAFT,
    OPTIMIZED,
    /// Published: it changes only by modifications that give a reason.
    APPROVED,
    IN_PROGRESS,
    COMPLETED,
    /// No line can make one of its jobs.
    INFEASIBLE;

    /// As the document writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean canBecome(ScheduleStatus next) {
        return this == next || next(this).contains(next);
    }

    private static Set<ScheduleStatus> next(ScheduleStatus now) {
        return switch (now) {
            case DRAFT, COMPLETED, INFEASIBLE -> Set.of();
            case OPTIMIZED -> Set.of(APPROVED);
            case APPROVED -> Set.of(OPTIMIZED, IN_PROGRESS);
            case IN_PROGRESS -> Set.of(COMPLETED);
        };
    }
}
