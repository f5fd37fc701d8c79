package org.gemba.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which lines a list shows; null means any.
///
/// @param from inclusive
/// @param until exclusive
public record AuditFilter(
        @Nullable String who,
        @Nullable String type,
        @Nullable String entityId,
        @Nullable Instant from,
        @Nullable Instant until,
        int limit,
        int offset) {
    public static AuditFilter newest(int limit) {
        return new AuditFilter(null, null, null, null, null, limit, 0);
    }

    /// The history of one thing.
    public static AuditFilter of(String type, String entityId, int limit) {
        return new AuditFilter(null, type, entityId, null, null, limit, 0);
    }
}
