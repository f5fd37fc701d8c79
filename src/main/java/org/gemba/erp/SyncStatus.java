package org.gemba.erp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the sync is doing now, and what the last run came to.
///
/// @param last the run that goes on, else the last one; null before the first
/// @param progress null unless a run goes on
/// @param lastGood when the last run without a fault ended; null when there was none
public record SyncStatus(
        boolean running,
        @Nullable SyncRun last,
        @Nullable SyncProgress progress,
        @Nullable Instant lastGood) {}
