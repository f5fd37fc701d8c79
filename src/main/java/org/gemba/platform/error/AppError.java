package org.gemba.platform.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a service may refuse or fail with on purpose. The message is a plain English sentence for API
/// answers and logs; {@link #code()} is stable and the key of the translated sentence on the desktop. No member knows
/// an HTTP status: dialects decide that.
public abstract sealed class AppError extends RuntimeException {
    private AppError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// A stable lower-case name of the kind of error, for example `not_found`.
    public abstract String code();

    /// The thing asked for does not exist, or is not the caller's to see.
    public static final class NotFound extends AppError {
        private final String what;
        private final String id;

        public NotFound(String what, String id) {
            this(what, id, what + " " + id + " not found");
        }

        public NotFound(String what, String id, String message) {
            super(message, null);
            this.what = what;
            this.id = id;
        }

        public String what() {
            return what;
        }

        public String id() {
            return id;
        }

        @Override
        public String code() {
            return "not_found";
        }
    }

    /// One or more fields break a rule; nothing was changed.
    public static final class InvalidInput extends AppError {
        private final List<FieldError> fields;

        public InvalidInput(List<FieldError> fields) {
            super(fields.isEmpty() ? "Invalid input" : fields.getFirst().sentence(), null);
            this.fields = List.copyOf(fields);
        }

        public InvalidInput(FieldError field) {
            this(List.of(field));
        }

        public List<FieldError> fields() {
            return fields;
        }

        @Override
        public String code() {
            return "invalid_input";
        }
    }

    /// A well-formed request that the rules of the domain refuse, for example a transition that is not lawful.
    public static final class Unprocessable extends AppError {
        public Unprocessable(String message) {
            super(message, null);
        }

        @Override
        public String code() {
            return "unprocessable";
        }
    }

    /// The present state stands against it: already running, already exists, or changed by somebody else meanwhile.
    public static final class Conflict extends AppError {
        public Conflict(String message) {
            super(message, null);
        }

        @Override
        public String code() {
            return "conflict";
        }
    }

    /// Nobody is known to be asking: no token, or one that does not hold.
    public static final class Unauthenticated extends AppError {
        public Unauthenticated(String message) {
            super(message, null);
        }

        @Override
        public String code() {
            return "unauthenticated";
        }
    }

    /// The caller is known and lacks the right.
    public static final class Forbidden extends AppError {
        public Forbidden(String message) {
            super(message, null);
        }

        @Override
        public String code() {
            return "forbidden";
        }
    }

    /// Too many requests; try again after the given time.
    public static final class RateLimited extends AppError {
        private final Duration retryAfter;

        public RateLimited(String message, Duration retryAfter) {
            super(message, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        @Override
        public String code() {
            return "rate_limited";
        }
    }

    /// More bytes, rows or pixels than are accepted.
    public static final class TooLarge extends AppError {
        public TooLarge(String message) {
            super(message, null);
        }

        @Override
        public String code() {
            return "too_large";
        }
    }

    /// A system outside (ERP, LLM, WeChat, mail, printer) did not answer, or not sensibly.
    public static final class UpstreamUnavailable extends AppError {
        private final String system;

        public UpstreamUnavailable(String system, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.system = system;
        }

        /// The short name of the system, for example `erp`.
        public String system() {
            return system;
        }

        @Override
        public String code() {
            return "upstream_unavailable";
        }
    }

    /// The function needs a setting that nobody has made; the message says which.
    public static final class NotConfigured extends AppError {
        private final String system;

        public NotConfigured(String system, String message) {
            super(message, null);
            this.system = system;
        }

        public String system() {
            return system;
        }

        @Override
        public String code() {
            return "not_configured";
        }
    }

    /// Gemba itself cannot do it now: disk full, database closed, shutting down.
    public static final class Unavailable extends AppError {
        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "unavailable";
        }
    }
}
