package org.gemba.kpi;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One mail of a schedule.
///
/// @param reportDay the day that it reports
/// @param problem why it has not left, or not surely
public record MailRun(
        long id,
        long scheduleId,
        LocalDate reportDay,
        State state,
        int attempts,
        String messageId,
        @Nullable String problem,
        Instant dueAt,
        Instant changedAt) {

    public enum State {
        /// Waits for its first or next attempt.
        QUEUED,
        /// Being handed over at this moment.
        SENDING,
        /// The mail server has taken it.
        SENT,
        /// The program or the connection ended while it was handed over: it may have left and is not sent again by
        /// itself.
        UNCERTAIN,
        /// Given up.
        FAILED
    }
}
