package org.gemba.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order file that somebody imports or imported.
///
/// @param fileHash SHA-256 of the file
/// @param orderKey supplier and number of the order, or the file itself where no number is known
/// @param errors rows of the file that are no order lines
/// @param outcome null until it is done
/// @param orderId the order that came of it
public record ImportRun(
        UUID id,
        String fileName,
        String fileHash,
        String parser,
        String supplier,
        @Nullable String orderNumber,
        @Nullable LocalDate orderDate,
        String orderKey,
        State state,
        List<OrderFile.RowError> errors,
        @Nullable Outcome outcome,
        @Nullable UUID orderId,
        @Nullable UUID taskId,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String undoneBy) {
    public ImportRun {
        errors = List.copyOf(errors);
    }

    public enum State {
        WAITING,
        DONE,
        FAILED,
        UNDONE
    }

    /// What an import did, row by row, in words of the API.
    ///
    /// @param successes `Added <name>: <n> units` or `Updated <name>: quantity a → b`
    /// @param failures what was not imported, and why
    /// @param repeated rows that this order has already brought
    /// @param added parts that are new
    /// @param updated rows that added to a part that was there
    public record Outcome(List<String> successes, List<String> failures, int repeated, int added, int updated) {
        public Outcome {
            successes = List.copyOf(successes);
            failures = List.copyOf(failures);
        }

        /// Whether it left everything as it was.
        public boolean changedNothing() {
            return successes.isEmpty();
        }
    }
}
