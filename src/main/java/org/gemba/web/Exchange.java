package org.gemba.web;

import io.javalin.http.Context;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.web.guard.ClientAddress;
import org.jspecify.annotations.Nullable;

/// What is known about a request from its first moment, kept with it until it is logged.
final class Exchange {
    private static final String KEY = "gemba.exchange";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String requestId;
    private final String clientAddress;
    private final ApiFamily family;
    private @Nullable Route route;
    private Caller caller = Caller.nobody();

    private Exchange(String requestId, String clientAddress, ApiFamily family) {
        this.requestId = requestId;
        this.clientAddress = clientAddress;
        this.family = family;
    }

    static Exchange of(Context ctx, ClientAddress addresses) {
        Exchange known = ctx.attribute(KEY);
        if (known != null) return known;
        var id = ctx.header("X-Request-ID");
        var exchange = new Exchange(
                id != null && REQUEST_ID.matcher(id).matches() ? id : newId(),
                addresses.of(ctx.req().getRemoteAddr(), ctx.header("X-Forwarded-For")),
                RouteTable.family(ctx.path()));
        ctx.attribute(KEY, exchange);
        return exchange;
    }

    private static String newId() {
        return "req-%016x".formatted(ThreadLocalRandom.current().nextLong());
    }

    void matched(Route matched) {
        route = matched;
    }

    void known(Caller known) {
        caller = known;
    }

    String requestId() {
        return requestId;
    }

    String clientAddress() {
        return clientAddress;
    }

    Caller caller() {
        return caller;
    }

    @Nullable
    Route route() {
        return route;
    }

    ApiFamily family() {
        return route == null ? family : route.family();
    }
}
