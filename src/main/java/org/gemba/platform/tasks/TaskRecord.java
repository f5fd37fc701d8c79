package org.gemba.platform.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One task as the task centre and the `/tasks` routes show it.
///
/// @param progress 0 to 100
/// @param result what the work returned, null before its end
/// @param error why the last attempt failed, in words, null when it did not
/// @param payload what it works on, as JSON
public record TaskRecord(
        UUID id,
        String kind,
        State state,
        int progress,
        String phase,
        String message,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempt,
        int attempts,
        @Nullable String result,
        @Nullable String error,
        String payload,
        TaskDetails details) {

    /// The life of a task. `RETRY` waits for its next attempt; `INTERRUPTED` is never stored: a task that was running
    /// when the program died is queued again at the next start, or failed when it has no attempts left.
    public enum State {
        QUEUED,
        RUNNING,
        RETRY,
        COMPLETED,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == COMPLETED || this == FAILED || this == CANCELLED;
        }
    }
}
