package org.gemba.demo.loopback;

import java.util.Locale;
import java.util.Optional;

/// How a simulated system misbehaves at one call.
public enum Mood {
    /// Status 429 with a wait of one second.
    BUSY,
    /// Status 500 with a stack trace.
    BROKEN,
    /// Status 200 and a page for people.
    HTML,
    /// The right answer, cut in the middle.
    HALF_JSON,
    /// Forgets every token that it gave.
    FORGETFUL,
    /// Drops the connection without a word.
    SILENT;

    static Optional<Mood> named(String name) {
        for (var mood : values()) {
            if (mood.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(mood);
        }
        return Optional.empty();
    }
}
