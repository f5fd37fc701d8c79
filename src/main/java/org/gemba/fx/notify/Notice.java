package org.gemba.fx.notify;

import java.time.Instant;
import org.gemba.fx.action.Action;
import org.jspecify.annotations.Nullable;

/// One message to the user, already in words.
///
/// @param action what can be done about it; null for nothing
public record Notice(
        Severity severity,
        String text,
        Instant at,
        @Nullable Action action) {
    /// How much it matters; only `FAILURE` stays on screen until it is closed.
    public enum Severity {
        INFORMATION,
        SUCCESS,
        WARNING,
        FAILURE
    }
}
