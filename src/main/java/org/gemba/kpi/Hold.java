package org.gemba.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time in which a work order stood still.
///
/// @param endedAt null while it lasts
public record Hold(
        long id,
        String clientId,
        long orderId,
        HoldState state,
        HoldReason reason,
        String detail,
        Instant heldAt,
        String heldBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {}
