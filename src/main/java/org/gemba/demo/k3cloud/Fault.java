package org.gemba.demo.k3cloud;

import java.time.Duration;

/// One way in which the ERP misbehaves, and on which calls.
///
/// @param form the form id, or `LOGIN` for log-ins, or empty for every call
/// @param fromCall the first of the calls that fit (counted from 1 since the fault was set) that it spoils
/// @param times how many calls it spoils; 0 means until it is cleared
/// @param delay how long a slow answer takes; zero for the other kinds
public record Fault(Kind kind, String form, int fromCall, int times, Duration delay) {
    public static final String LOGIN = "LOGIN";

    public enum Kind {
        /// The connection is dropped without an answer.
        RESET,
        /// The right answer after the delay.
        SLOW,
        /// Status 500 with a stack trace as text.
        HTTP_500,
        /// Status 200 and the HTML page of a proxy.
        HTML_PAGE,
        /// The right answer, cut in the middle, as if it were whole.
        TRUNCATED_JSON,
        /// The right answer, the connection dropped in the middle.
        HALF_ANSWER,
        /// Valid JSON of another shape: texts where rows belong.
        WRONG_TYPES,
        /// Every second value of the right answer is of another type.
        WRONG_VALUES,
        /// Status 200, `{"Result":…}`
        ERROR_BARE,
        /// Status 200, `[{"Result":…}]`
        ERROR_ONCE,
        /// Status 200, `[[{"Result":…}]]`
        ERROR_TWICE,
        /// Status 200, text that begins with `response_error:`
        ERROR_TEXT,
        /// The form is missing (MsgCode 4).
        NO_FORM,
        /// A field is missing.
        NO_FIELD,
        /// `[]`, whatever was asked.
        EMPTY,
        /// The page that was asked for begins ten rows too early.
        OVERLAPPING_PAGE,
        /// The first page, whatever StartRow was asked.
        REPEATED_PAGE,
        /// Rows of a query without OrderString come in another order at each call.
        UNSTABLE_ORDER,
        /// The session is forgotten.
        SESSION_LOST,
        /// "服务器忙" as an error in a 200.
        BUSY
    }

    public static Fault of(Kind kind) {
        return new Fault(kind, "", 1, 0, Duration.ZERO);
    }

    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, "", 1, 0, delay);
    }

    public Fault on(FormKind onlyForm) {
        return on(onlyForm.id());
    }

    public Fault on(String onlyForm) {
        return new Fault(kind, onlyForm, fromCall, times, delay);
    }

    public Fault fromCall(int call) {
        return new Fault(kind, form, call, times, delay);
    }

    public Fault times(int count) {
        return new Fault(kind, form, fromCall, count, delay);
    }

    /// Only the first call that fits.
    public Fault once() {
        return times(1);
    }

    boolean fits(String target) {
        return form.isEmpty() || form.equals(target);
    }
}
