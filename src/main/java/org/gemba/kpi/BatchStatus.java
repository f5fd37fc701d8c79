package org.gemba.kpi;

/// Where an uploaded batch stands: checked and waiting, being entered, entered, or given up.
public enum BatchStatus {
    VALIDATED,
    PROCESSING,
    COMPLETED,
    FAILED
}
