package org.gemba.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.gemba.platform.metrics.CallHistory;
import org.gemba.platform.metrics.CallRoute;
import org.gemba.web.guard.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line and one measurement for every request. Both name the route's template, never the path or the query as
/// sent: those may hold secrets, and the templates are few.
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.gemba.web.access");
    private static final String UNKNOWN = "(unknown)";

    private final ClientAddress addresses;
    private final MeterRegistry meters;
    private final CallHistory calls;

    AccessLog(ClientAddress addresses, MeterRegistry meters, CallHistory calls) {
        this.addresses = addresses;
        this.meters = meters;
        this.calls = calls;
    }

    void done(Context ctx, float milliseconds) {
        var exchange = Exchange.of(ctx, addresses);
        var route = exchange.route();
        var template = route == null ? UNKNOWN : route.path();
        var method = route == null ? LogText.escaped(ctx.req().getMethod()) : route.method();
        LOG.info(
                "{} {} {} {}ms {} {} {}",
                method,
                route == null ? LogText.escaped(ctx.path()) : template,
                ctx.statusCode(),
                Math.round(milliseconds),
                LogText.escaped(exchange.caller().username()),
                exchange.clientAddress(),
                exchange.requestId());
        var took = Duration.ofNanos((long) (milliseconds * 1_000_000));
        if (route != null) {
            calls.record(
                    new CallRoute(exchange.family().name(), route.method(), template), ctx.statusCode() >= 400, took);
        }
        Timer.builder("http.server.requests")
                .tag("family", exchange.family().name())
                .tag("method", route == null ? "OTHER" : method)
                .tag("route", template)
                .tag("status", Integer.toString(ctx.statusCode()))
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters)
                .record(took);
    }
}
