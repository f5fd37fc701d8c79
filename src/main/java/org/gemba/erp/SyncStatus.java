package org.gemba.erp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where synchronisation stands now.
///
/// @param run the one that runs, else the last; null before the first
/// @param progress 0 to 100
/// @param phase a short word: `idle`, `reading`, `storing`, `done`
/// @param lastGood when a run last ended without a problem
public record SyncStatus(
        boolean running,
        int progress,
        String phase,
        String message,
        @Nullable SyncRun run,
        @Nullable Instant lastGood) {}
