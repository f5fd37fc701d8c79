package org.gemba.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of one job by hand.
///
/// @param newStart when it is to begin; null leaves it
/// @param newResource where it is to run; null leaves it
/// @param pinned whether it must stay there from now on; null leaves it
/// @param status `scheduled`, `started` or `done`; null leaves it
/// @param reason why, kept in the history
public record Modification(
        int jobId,
        @Nullable Instant newStart,
        @Nullable Long newResource,
        @Nullable Boolean pinned,
        @Nullable String status,
        @Nullable String reason) {}
