package org.gemba.mto;

/// How far a line has come: completed from a rate of 1, a warning below a half, not started at 0.
public enum Completion {
    COMPLETED("completed"),
    IN_PROGRESS("in_progress"),
    WARNING("warning"),
    NOT_STARTED("not_started");

    private final String word;

    Completion(String word) {
        this.word = word;
    }

    /// The word on the wire and the end of the text key `mto.completion.<word>`.
    public String word() {
        return word;
    }
}
