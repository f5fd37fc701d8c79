package org.gemba.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Callers;
import org.gemba.platform.db.AnswersOnce;
import org.gemba.platform.error.AppError;
import org.gemba.web.dialect.Problem.Kind;
import org.gemba.web.guard.ClientAddress;
import org.gemba.web.limit.RateLimits;
import org.jspecify.annotations.Nullable;

/// The way of a request through its route: who is asking, how often, with which right, with what body; then the
/// handler; then the answer.
///
/// Order matters: a request without a good token does not use up anybody's limit on a route that asks for one, and a
/// request that breaks a field's rule (MTO: 422) is given back, as it never reached what the limit protects. A wrong
/// password does count.
final class Pipeline {
    private static final String BEARER = "bearer ";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Callers callers;
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final Clock clock;
    private final Answers answers;
    private final Tongues tongues;
    private final Path uploads;
    private final Origins origins;
    private final Repetition repetition;

    Pipeline(
            Callers callers,
            RateLimits limits,
            ClientAddress addresses,
            Clock clock,
            Tongues tongues,
            Answers answers,
            Path uploads,
            Origins origins,
            Repetition repetition) {
        this.callers = callers;
        this.limits = limits;
        this.addresses = addresses;
        this.clock = clock;
        this.answers = answers;
        this.tongues = tongues;
        this.uploads = uploads;
        this.origins = origins;
        this.repetition = repetition;
    }

    void run(Context ctx, Route route) throws Exception {
        var exchange = Exchange.of(ctx, addresses);
        exchange.matched(route);
        checkPath(ctx);
        identify(ctx, route, exchange);
        limit(ctx, route, exchange);
        if (route.permission() != null) exchange.caller().require(route.permission());
        checkContent(ctx, route);
        var key = repetition.key(ctx, route, exchange.caller());
        if (key.isPresent()) answers.send(ctx, once(ctx, route, exchange, key.get()));
        else answers.write(ctx, exchange, handled(ctx, route, exchange));
    }

    /// The body is read before, because the work itself must not wait for the client.
    private Answers.Rendered once(Context ctx, Route route, Exchange exchange, AnswersOnce.Key key) throws Exception {
        try (var call = call(ctx, route, exchange)) {
            var url = ctx.path() + "?" + ctx.queryString();
            return repetition.once(ctx, key, url, call.bytes(), () -> {
                var result = route.handler().handle(call);
                call.checked();
                return answers.rendered(ctx, exchange, result);
            });
        }
    }

    private JavalinCall call(Context ctx, Route route, Exchange exchange) {
        return new JavalinCall(ctx, route, exchange, tongues.of(route.family()).bodies(), uploads, origins);
    }

    private Object handled(Context ctx, Route route, Exchange exchange) throws Exception {
        try (var call = call(ctx, route, exchange)) {
            var result = route.handler().handle(call);
            call.checked();
            return result;
        } catch (AppError.InvalidInput e) {
            if (route.family() == ApiFamily.MTO) {
                limits.giveBack(route, exchange.caller(), exchange.clientAddress());
            }
            throw e;
        } catch (AppError.TooLarge e) {
            if (route.body().oversizeIsBad()) throw new Refusal(Kind.MALFORMED, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /// A parameter of a path is a name, never a piece of a path.
    private static void checkPath(Context ctx) {
        for (var value : ctx.pathParamMap().values()) {
            boolean strange = value.equals(".")
                    || value.equals("..")
                    || value.chars().anyMatch(c -> c == '/' || c == '\\' || c == '\uFFFD' || Character.isISOControl(c));
            if (strange) throw new Refusal(Kind.NO_ROUTE, "Not found");
        }
    }

    private void identify(Context ctx, Route route, Exchange exchange) {
        var header = ctx.header("Authorization");
        if (route.open()) {
            if (header != null) identifyIfGood(header, route, exchange);
            return;
        }
        try {
            exchange.known(callers.of(token(header), route.family()));
        } catch (AppError.Unauthenticated e) {
            if (route.family() == ApiFamily.PLANNING || route.family() == ApiFamily.KPI) limit(ctx, route, exchange);
            throw e;
        }
    }

    private void identifyIfGood(String header, Route route, Exchange exchange) {
        try {
            exchange.known(callers.of(token(header), route.family()));
        } catch (AppError.Unauthenticated e) {
            exchange.known(Caller.nobody());
        }
    }

    private static String token(@Nullable String header) {
        return bearer(header).orElseThrow(() -> new AppError.Unauthenticated("Could not validate credentials"));
    }

    static Optional<String> bearer(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) return Optional.empty();
        return Optional.of(header.substring(BEARER.length()).strip());
    }

    private void limit(Context ctx, Route route, Exchange exchange) {
        var standing = limits.take(route, exchange.caller(), exchange.clientAddress());
        if (standing.isEmpty()) return;
        var now = standing.get();
        if (route.family() == ApiFamily.PLANNING) {
            ctx.header("X-RateLimit-Limit", Integer.toString(now.limit().count()));
            ctx.header("X-RateLimit-Remaining", Integer.toString(Math.max(0, now.remaining())));
            ctx.header("X-RateLimit-Reset", Long.toString((now.ends() + 999) / 1000));
        }
        if (!now.refused()) return;
        var wait = java.time.Duration.ofMillis(Math.max(1, now.ends() - clock.millis()));
        throw new AppError.RateLimited(
                "Rate limit exceeded: " + now.limit().count() + " per "
                        + window(now.limit().seconds()),
                wait);
    }

    private static String window(int seconds) {
        return switch (seconds) {
            case 60 -> "1 minute";
            case 3600 -> "1 hour";
            default -> seconds + " seconds";
        };
    }

    private static void checkContent(Context ctx, Route route) {
        if (!CHANGING.contains(route.method())) return;
        if (ctx.req().getContentLengthLong() > route.body().most()) throw tooLarge(ctx.req(), route);
        var type = contentType(ctx);
        switch (route.body().content()) {
            case JSON -> {
                if (!isJson(type)) throw wrong("application/json");
            }
            case FORM -> {
                // MTO's form reader finds no fields in anything else and says so field by field.
                if (route.family() != ApiFamily.MTO && !type.equals(FORM)) throw wrong(FORM);
            }
            case FORM_OR_JSON -> {
                if (!type.equals(FORM) && !isJson(type)) throw wrong("application/json or as " + FORM);
            }
            case MULTIPART -> {
                if (!type.equals("multipart/form-data")) throw wrong("multipart/form-data");
            }
            case NONE -> {}
        }
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }

    private static Refusal wrong(String wanted) {
        return new Refusal(Kind.WRONG_CONTENT, "The body must be sent as " + wanted);
    }

    static String contentType(Context ctx) {
        var header = ctx.contentType();
        if (header == null) return "";
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    static RuntimeException tooLarge(HttpServletRequest request, Route route) {
        Leftover.mark(request);
        var words = "The body has more than " + route.body().most() + " bytes";
        return route.body().oversizeIsBad() ? new Refusal(Kind.MALFORMED, words) : new AppError.TooLarge(words);
    }
}
