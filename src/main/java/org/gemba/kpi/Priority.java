package org.gemba.kpi;

/// How urgent a work order is.
public enum Priority {
    RUSH,
    STANDARD,
    LOW
}
