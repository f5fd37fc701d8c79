package org.gemba.assistant.sql;

/// The database did not answer a query.
public final class QueryFailed extends Exception {
    /// Why; its lower-case name is the end of the text key `assistant.failed.…`.
    public enum Reason {
        WRONG,
        TOO_SLOW,
        TOO_LARGE,
        BUSY,
        UNAVAILABLE
    }

    private final Reason reason;
    private final String detail;

    QueryFailed(Reason reason, String detail) {
        super(reason + " " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    /// What the database said; not translated.
    public String detail() {
        return detail;
    }

    public Reason reason() {
        return reason;
    }
}
