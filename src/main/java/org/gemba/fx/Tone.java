package org.gemba.fx;

import java.util.Locale;

/// What a state means to the eye. Each is a colour by token, and stands always beside an icon and words.
public enum Tone {
    QUIET,
    RUNNING,
    DONE,
    SHORT,
    LATE,
    OVER,
    STOPPED,
    FAILED;

    /// The style class that colours text and icon.
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
