package org.gemba.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/// Cross-origin requests by the setting `CORS_ALLOWED_ORIGINS`, for every family alike: an exact match gets the
/// headers, anything else gets none and the browser keeps the answer from the page. With an empty setting no request
/// ever sees such a header.
final class Origins {
    private static final String EXPOSED =
            "X-Total-Count, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, X-Request-ID, Idempotency-Replayed, "
                    + "X-API-Version, Content-Disposition";

    private final Set<String> allowed;

    Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /// Whether a page of another site made the browser send it. Who sends no `Origin` is no browser, or a page of ours.
    boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) return false;
        var own = request.getScheme() + "://" + request.getHeader("Host");
        return !origin.equalsIgnoreCase(own) && !allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    void admit(Context ctx) {
        if (allowed.isEmpty()) return;
        ctx.header("Vary", "Origin");
        var origin = ctx.header("Origin");
        if (origin == null || !allowed.contains(origin.toLowerCase(Locale.ROOT))) return;
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Access-Control-Expose-Headers", EXPOSED);
        boolean preflight =
                ctx.req().getMethod().equals("OPTIONS") && ctx.header("Access-Control-Request-Method") != null;
        if (!preflight) return;
        ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
        ctx.header(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, Accept-Language, X-Request-ID, Idempotency-Key");
        ctx.header("Access-Control-Max-Age", "600");
        ctx.status(204).skipRemainingHandlers();
    }
}
