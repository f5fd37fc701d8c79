package org.gemba.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One reading of a shop or the books.
///
/// @param entities what was to be read
/// @param lines of orders that were stored
/// @param levels of stock that were stored
/// @param listed products that the other side has
/// @param unmatched SKUs that are no product here, the first fifty
/// @param problem why it failed, in words
public record SyncRun(
        UUID id,
        String integration,
        Kind kind,
        List<String> entities,
        Status status,
        int lines,
        int levels,
        int listed,
        List<String> unmatched,
        @Nullable String problem,
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt) {
    public enum Kind {
        /// What changed since the last good reading, with ten minutes of overlap.
        INCREMENTAL,
        /// Everything of a range of days.
        FULL
    }

    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        /// They asked for more patience than a reading has.
        RATE_LIMITED,
        CANCELLED
    }

    public SyncRun {
        entities = List.copyOf(entities);
        unmatched = List.copyOf(unmatched);
    }
}
