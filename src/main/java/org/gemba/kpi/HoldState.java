package org.gemba.kpi;

/// Whether a hold still stops its work order.
public enum HoldState {
    ON_HOLD,
    RESUMED,
    CANCELLED
}
