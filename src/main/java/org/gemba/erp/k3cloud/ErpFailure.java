package org.gemba.erp.k3cloud;

import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Why the ERP did not answer as asked; becomes {@link AppError.UpstreamUnavailable} at the client's door.
final class ErpFailure extends RuntimeException {
    enum Kind {
        /// No connection, or it broke.
        UNREACHABLE,
        /// It took longer than the time-out.
        SLOW,
        /// An answer came that is no answer: a page, half a text, another shape.
        GARBLED,
        /// It asks to come again later.
        BUSY,
        /// The session is gone.
        SESSION_LOST,
        /// It does not let us in.
        LOGIN_REFUSED,
        NO_FORM,
        NO_FIELD,
        /// Any other error that it names.
        REFUSED;

        /// Whether the whole ERP, not this one question, goes without an answer.
        boolean isDown() {
            return this == UNREACHABLE || this == SLOW || this == BUSY || this == GARBLED;
        }

        boolean isWorthAnotherTry() {
            return this == UNREACHABLE || this == GARBLED || this == BUSY || this == SESSION_LOST;
        }
    }

    private final Kind kind;
    private final String words;

    /// @param words one sentence for people
    ErpFailure(Kind kind, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.words = words;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return words;
    }

    AppError.UpstreamUnavailable told() {
        return new AppError.UpstreamUnavailable("erp", words, this);
    }
}
