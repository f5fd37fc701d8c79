package org.gemba.web;

import io.javalin.http.Context;
import org.gemba.web.dialect.Problem.Kind;
import org.gemba.web.guard.ClientAddress;
import org.gemba.web.guard.HostGuard;

/// What every request meets first, known path or not: its id, the headers that every answer carries, the Host check,
/// and the rule of foreign origins.
final class Entrance {
    private final HostGuard hosts;
    private final Origins origins;
    private final ClientAddress addresses;
    private final boolean tlsOnly;

    /// @param tlsOnly what came unencrypted is refused, for it may have been read on its way
    Entrance(HostGuard hosts, Origins origins, ClientAddress addresses, boolean tlsOnly) {
        this.hosts = hosts;
        this.origins = origins;
        this.addresses = addresses;
        this.tlsOnly = tlsOnly;
    }

    void admit(Context ctx) {
        var exchange = Exchange.of(ctx, addresses);
        ctx.header("X-Request-ID", exchange.requestId());
        if (ctx.path().equals("/api") || ctx.path().startsWith("/api/")) ctx.header("X-API-Version", "1");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("Cache-Control", "no-store");
        if (!hosts.allows(ctx.header("Host")) || !hosts.allows(ctx.req().getServerName() + "")) {
            throw new Refusal(Kind.WRONG_HOST, "This server does not answer to that name");
        }
        if (tlsOnly && !ctx.req().isSecure()) {
            throw new Refusal(Kind.MALFORMED, "This server speaks https only");
        }
        origins.admit(ctx);
    }
}
