package org.gemba.kpi;

import java.util.Set;

/// Where a work order stands, and where it may go from there.
public enum WorkOrderStatus {
    ACTIVE,
    ON_HOLD,
    COMPLETED,
    REJECTED,
    CANCELLED;

    /// Staying where it is counts as lawful and changes nothing.
    public boolean mayBecome(WorkOrderStatus next) {
        return next == this || next().contains(next);
    }

    /// The lawful next states, none for an end.
    public Set<WorkOrderStatus> next() {
        return switch (this) {
            case ACTIVE -> Set.of(ON_HOLD, COMPLETED, REJECTED, CANCELLED);
            case ON_HOLD -> Set.of(ACTIVE, CANCELLED);
            case COMPLETED -> Set.of(REJECTED);
            case REJECTED, CANCELLED -> Set.of();
        };
    }

    /// Still in work, so that it ages.
    public boolean isOpen() {
        return this == ACTIVE || this == ON_HOLD;
    }
}
