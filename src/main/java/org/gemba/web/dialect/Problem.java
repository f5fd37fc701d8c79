package org.gemba.web.dialect;

import java.time.Duration;
import java.util.List;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.jspecify.annotations.Nullable;

/// Why a request is not answered as asked, from the domain or from HTTP itself, before a dialect words it.
///
/// @param fields the faults of an {@link Kind#INVALID} request; empty otherwise
/// @param system the system outside that is missing; null unless the kind is about one
/// @param retryAfter when to try again; null when nobody knows
public record Problem(
        Kind kind,
        String message,
        List<FieldError> fields,
        @Nullable String system,
        @Nullable Duration retryAfter) {

    /// What went wrong, in the order in which a request meets it.
    public enum Kind {
        MALFORMED,
        WRONG_HOST,
        NO_ROUTE,
        WRONG_METHOD,
        UNAUTHENTICATED,
        FORBIDDEN,
        RATE_LIMITED,
        TOO_LARGE,
        WRONG_CONTENT,
        /// A body that is no JSON at all.
        NO_JSON,
        INVALID,
        NOT_FOUND,
        CONFLICT,
        UNPROCESSABLE,
        UPSTREAM,
        NOT_CONFIGURED,
        UNAVAILABLE,
        INTERNAL
    }

    public static Problem of(Kind kind, String message) {
        return new Problem(kind, message, List.of(), null, null);
    }

    public static Problem of(AppError error) {
        var message = String.valueOf(error.getMessage());
        return switch (error) {
            case AppError.NotFound e -> of(Kind.NOT_FOUND, message);
            case AppError.InvalidInput e ->
                new Problem(isNoJson(e) ? Kind.NO_JSON : Kind.INVALID, message, e.fields(), null, null);
            case AppError.Unprocessable e -> of(Kind.UNPROCESSABLE, message);
            case AppError.Conflict e -> of(Kind.CONFLICT, message);
            case AppError.Unauthenticated e -> of(Kind.UNAUTHENTICATED, message);
            case AppError.Forbidden e -> of(Kind.FORBIDDEN, message);
            case AppError.RateLimited e -> new Problem(Kind.RATE_LIMITED, message, List.of(), null, e.retryAfter());
            case AppError.TooLarge e -> of(Kind.TOO_LARGE, message);
            case AppError.UpstreamUnavailable e -> new Problem(Kind.UPSTREAM, message, List.of(), e.system(), null);
            case AppError.NotConfigured e -> new Problem(Kind.NOT_CONFIGURED, message, List.of(), e.system(), null);
            case AppError.Unavailable e -> of(Kind.UNAVAILABLE, message);
        };
    }

    private static boolean isNoJson(AppError.InvalidInput error) {
        return error.fields().size() == 1
                && error.fields().getFirst().rule() instanceof FieldError.Rule.WrongType wrong
                && wrong.expected().equals("json");
    }
}
