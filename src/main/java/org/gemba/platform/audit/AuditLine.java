package org.gemba.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change.
///
/// @param before the record as JSON before the change, null when there was none
/// @param after the record as JSON after the change, null when it is gone
public record AuditLine(
        long id,
        Instant at,
        String who,
        String action,
        String type,
        String entityId,
        @Nullable String before,
        @Nullable String after) {}
