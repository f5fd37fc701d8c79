package org.gemba.erp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the ERP is doing, as its last answers tell; announced on `platform.events.Events` whenever it changes.
///
/// @param lastGood when it last answered sensibly; null for not since the start
/// @param problem what is wrong, in words; null when nothing is
public record ErpState(
        Condition condition,
        @Nullable Instant lastGood,
        @Nullable String problem) {
    /// The light on the status bar.
    public enum Condition {
        NOT_CONFIGURED,
        /// Nothing was asked yet.
        UNKNOWN,
        ONLINE,
        OFFLINE,
        /// It answers and refuses the login.
        LOGIN_REFUSED
    }
}
