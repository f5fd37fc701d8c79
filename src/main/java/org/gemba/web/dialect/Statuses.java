package org.gemba.web.dialect;

import org.gemba.web.dialect.Problem.Kind;

/// The statuses in which the families agree unless their document says otherwise.
final class Statuses {
    private Statuses() {}

    static int common(Kind kind) {
        return switch (kind) {
            case MALFORMED, WRONG_CONTENT, NO_JSON, INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NO_ROUTE, NOT_FOUND -> 404;
            case WRONG_METHOD -> 405;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case WRONG_HOST -> 421;
            case UNPROCESSABLE -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case UPSTREAM, NOT_CONFIGURED, UNAVAILABLE -> 503;
        };
    }
}
