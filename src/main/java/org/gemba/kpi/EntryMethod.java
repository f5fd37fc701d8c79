package org.gemba.kpi;

/// By which way a production entry came in.
public enum EntryMethod {
    MANUAL_ENTRY,
    CSV_UPLOAD,
    QR_SCAN,
    API,
    SYSTEM_IMPORT
}
