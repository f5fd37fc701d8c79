package org.gemba.erp;

import java.time.Instant;

/// A synchronisation has stored documents; what was derived from older ones is out of date.
public record SyncFinished(Instant at) {}
