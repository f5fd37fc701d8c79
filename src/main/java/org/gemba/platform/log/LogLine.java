package org.gemba.platform.log;

import java.time.Instant;

/// One line of the log.
///
/// @param number counts up from 1 in the order of arrival
/// @param logger the short name of the class that wrote it
/// @param failure the stack trace; empty for none
/// @param identity the code of {@link org.gemba.platform.error.Identity}, by which equal failures are grouped; empty
/// without a failure
public record LogLine(
        long number, Instant at, Level level, String logger, String message, String failure, String identity) {
    /// From the least to the most serious.
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /// As it is copied and sent to somebody.
    public String asText() {
        var line = at + " " + level + " " + logger + " " + message + (identity.isEmpty() ? "" : " [" + identity + "]");
        return failure.isEmpty() ? line : line + "\n" + failure;
    }
}
