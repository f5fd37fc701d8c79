package org.gemba.kpi;

/// What a production entry counts for. A withdrawn one stays readable in the audit and counts for nothing.
public enum EntryState {
    RECORDED,
    VERIFIED,
    WITHDRAWN
}
