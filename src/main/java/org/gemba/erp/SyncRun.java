package org.gemba.erp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One synchronisation, finished or not.
///
/// @param documents how many documents it stored
/// @param orders how many MTO numbers it brought up to date
/// @param problem what went wrong, in words; null when nothing did
public record SyncRun(
        long id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Status status,
        int daysBack,
        int chunkDays,
        boolean forced,
        String startedBy,
        long documents,
        long orders,
        @Nullable String problem) {
    /// How it ended. Whatever could not be read makes a run partial; it is never told as a success.
    public enum Status {
        RUNNING,
        COMPLETED,
        PARTIAL,
        FAILED,
        CANCELLED
    }
}
