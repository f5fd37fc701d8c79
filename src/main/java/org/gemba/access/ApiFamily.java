package org.gemba.access;

/// The five documented APIs. A token is good only for the families in its audience.
public enum ApiFamily {
    MTO,
    TRACKING,
    KPI,
    INVENTORY,
    PLANNING
}
