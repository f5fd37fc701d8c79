package org.gemba.erp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the ERP can be asked, as the last calls showed it.
///
/// @param since when it came to be so
/// @param lastGood when the ERP last answered sensibly, null when it never did
/// @param problem what is wrong, in words for people; empty when nothing is
/// @param latency how long the last good answer took, null before the first
/// @param warnings what the tenant's forms lack of the fields that are asked for, in words
public record ErpState(
        Status status,
        Instant since,
        @Nullable Instant lastGood,
        String problem,
        @Nullable Duration latency,
        java.util.List<String> warnings) {
    /// What the status bar's chip shows.
    public enum Status {
        NOT_CONFIGURED,
        /// Nobody has asked it yet.
        UNKNOWN,
        ONLINE,
        OFFLINE,
        /// It answers and does not let us in.
        LOGIN_REFUSED
    }

    public boolean isOnline() {
        return status == Status.ONLINE;
    }
}
