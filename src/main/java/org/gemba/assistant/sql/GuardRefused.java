package org.gemba.assistant.sql;

/// The statement is not run.
public final class GuardRefused extends Exception {
    /// Why; its lower-case name is the end of the text key `assistant.refused.…`.
    public enum Reason {
        EMPTY,
        TOO_LONG,
        UNREADABLE,
        SEVERAL,
        NOT_SELECT,
        TABLE,
        COLUMN,
        FUNCTION,
        PART,
        TOO_COMPLEX
    }

    private final Reason reason;
    private final String detail;

    GuardRefused(Reason reason, String detail) {
        super(reason + " " + detail);
        this.reason = reason;
        this.detail = detail.length() > 60 ? detail.substring(0, 60) + "…" : detail;
    }

    public Reason reason() {
        return reason;
    }

    /// The name that it stumbled over; may be empty.
    public String detail() {
        return detail;
    }
}
