package org.gemba.platform.llm;

/// The language model gave no usable answer.
public final class ModelFailed extends Exception {
    /// Why; its lower-case name is the end of the text key `assistant.model.…` or `inventory.model.…`.
    public enum Reason {
        WRONG_KEY,
        NO_CREDIT,
        BUSY,
        REFUSED,
        BROKEN,
        SLOW,
        UNREACHABLE,
        GARBAGE,
        CUT
    }

    private final Reason reason;

    public ModelFailed(Reason reason, String message) {
        super(reason + " " + message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
