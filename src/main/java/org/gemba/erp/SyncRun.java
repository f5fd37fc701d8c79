package org.gemba.erp;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One synchronisation.
///
/// @param trigger `manual` or `scheduled`
/// @param fromDay the first day, included
/// @param toDay the day after the last
/// @param mtos how many MTO numbers were brought up to date
/// @param documents how many documents they have
/// @param error what went wrong, in words; null when nothing did
public record SyncRun(
        UUID id,
        String trigger,
        String createdBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Status status,
        int daysBack,
        int chunkDays,
        boolean forced,
        LocalDate fromDay,
        LocalDate toDay,
        int mtos,
        long documents,
        @Nullable String error) {
    /// `PARTIAL`: something could not be fetched; what it concerns is stored as it was before.
    public enum Status {
        RUNNING,
        COMPLETED,
        PARTIAL,
        FAILED,
        CANCELLED;

        /// As the API writes it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One chunk of days of a run.
    public record Part(
            int chunk,
            LocalDate fromDay,
            LocalDate toDay,
            String state,
            int mtos,
            long documents,
            @Nullable String error) {}

    /// A run with its chunks.
    public record Detail(SyncRun run, List<Part> parts) {}
}
