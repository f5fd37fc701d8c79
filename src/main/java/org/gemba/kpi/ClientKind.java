package org.gemba.kpi;

/// How a client is billed.
public enum ClientKind {
    HOURLY_RATE,
    PIECE_RATE,
    HYBRID,
    SERVICE,
    OTHER
}
