package org.gemba.kpi;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An uploaded file of entries and how far it has come.
///
/// @param clientId null when its rows are of several clients, or of none
/// @param processed rows that are entries now, or failed on the way
/// @param failed valid rows that could not be entered any more
/// @param problem why it was given up; null otherwise
public record Batch(
        String batchId,
        @Nullable String clientId,
        String fileName,
        String digest,
        BatchStatus status,
        int totalRows,
        int validRows,
        int invalidRows,
        int processed,
        int failed,
        @Nullable UUID taskId,
        @Nullable String problem,
        Instant createdAt,
        String createdBy,
        String createdName,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
