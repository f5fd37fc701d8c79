package org.gemba.kpi;

/// Why a line stood still.
public enum DowntimeReason {
    EQUIPMENT_FAILURE(Cause.MACHINE, false),
    MATERIAL_SHORTAGE(Cause.MATERIALS, false),
    CHANGEOVER_SETUP(Cause.SCHEDULING, true),
    LACK_OF_ORDERS(Cause.SCHEDULING, false),
    MAINTENANCE_SCHEDULED(Cause.MACHINE, true),
    QC_HOLD(Cause.OTHER, false),
    MISSING_SPECIFICATION(Cause.SCHEDULING, false),
    OTHER(Cause.OTHER, false);

    /// What a manager asks about first.
    public enum Cause {
        MACHINE,
        MATERIALS,
        SCHEDULING,
        OTHER
    }

    private final Cause cause;
    private final boolean planned;

    DowntimeReason(Cause cause, boolean planned) {
        this.cause = cause;
        this.planned = planned;
    }

    public Cause cause() {
        return cause;
    }

    /// Changeover and scheduled maintenance are planned; they are downtime all the same.
    public boolean isPlanned() {
        return planned;
    }
}
