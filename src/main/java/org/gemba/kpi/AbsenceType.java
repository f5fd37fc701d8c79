package org.gemba.kpi;

/// Why somebody was absent.
public enum AbsenceType {
    UNSCHEDULED_ABSENCE,
    VACATION,
    MEDICAL_LEAVE,
    PERSONAL_DAY,
    SUSPENDED,
    OTHER
}
