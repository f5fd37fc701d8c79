package org.gemba.kpi;

/// Which shift a row belongs to. A night shift carries the day on which it began.
public enum ShiftType {
    SHIFT_1ST,
    SHIFT_2ND,
    SAT_OT,
    SUN_OT,
    OTHER;

    /// Overtime adds production, but no planned time to the availability.
    public boolean isOvertime() {
        return this != SHIFT_1ST && this != SHIFT_2ND;
    }
}
