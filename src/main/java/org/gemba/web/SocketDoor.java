package org.gemba.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.gemba.web.dialect.Dialect;
import org.gemba.web.dialect.Problem;
import org.gemba.web.dialect.Problem.Kind;
import org.gemba.web.guard.ClientAddress;
import org.gemba.web.guard.HostGuard;
import org.jspecify.annotations.Nullable;

/// Stands before everything else and turns upgrade requests into sockets, or refuses them with a proper answer of HTTP:
/// a foreign name of the server, a page of another site, a caller who is nobody. The query may hold a token and is
/// never logged.
final class SocketDoor extends HttpFilter {
    private final transient List<SocketRoute> routes;
    private final transient SocketHub hub;
    private final transient HostGuard hosts;
    private final transient Origins origins;
    private final transient ClientAddress addresses;
    private final transient Tongues tongues;
    private final transient Clock clock;

    SocketDoor(
            List<SocketRoute> routes,
            SocketHub hub,
            HostGuard hosts,
            Origins origins,
            ClientAddress addresses,
            Tongues tongues,
            Clock clock) {
        this.routes = routes;
        this.hub = hub;
        this.hosts = hosts;
        this.origins = origins;
        this.addresses = addresses;
        this.tongues = tongues;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var route = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                ? route(request)
                : Optional.<SocketRoute>empty();
        if (route.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var socket = admit(request, route.get());
            JettyWebSocketServerContainer.getContainer(request.getServletContext())
                    .upgrade((up, down) -> socket, request, response);
        } catch (Refusal e) {
            refuse(response, route.get(), e.problem());
        } catch (AppError e) {
            refuse(response, route.get(), Problem.of(e));
        }
    }

    private Optional<SocketRoute> route(HttpServletRequest request) {
        return routes.stream()
                .filter(route -> route.path().equals(request.getRequestURI()))
                .findFirst();
    }

    private OpenSocket admit(HttpServletRequest request, SocketRoute route) {
        if (!hosts.allows(request.getHeader("Host"))) {
            throw new Refusal(Kind.WRONG_HOST, "This server does not answer to that name");
        }
        checkOrigin(request);
        var address = addresses.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
        hub.admit(address);
        var token = token(request, route);
        if (token == null) return new OpenSocket(hub, route, address, null, null);
        Caller caller = hub.callers().of(token, route.family());
        if (route.permission() != null) caller.require(route.permission());
        return new OpenSocket(hub, route, address, token, caller);
    }

    /// Browsers let any page open a socket to anywhere and say only where the page is from; other programs say nothing.
    private void checkOrigin(HttpServletRequest request) {
        if (origins.isForeign(request)) throw new AppError.Forbidden("Pages of this origin may not connect");
    }

    private static @Nullable String token(HttpServletRequest request, SocketRoute route) {
        var header = Pipeline.bearer(request.getHeader("Authorization"));
        if (header.isPresent()) return header.get();
        if (route.login() == SocketRoute.Login.FIRST_MESSAGE) return null;
        var query = UrlText.fields(Optional.ofNullable(request.getQueryString()).orElse(""));
        var token = query.get("token");
        if (token == null) throw new AppError.Unauthenticated("Could not validate credentials");
        return token;
    }

    private void refuse(HttpServletResponse response, SocketRoute route, Problem problem) throws IOException {
        var tongue = tongues.of(route.family());
        var id = "req-" + UUID.randomUUID();
        var body = tongue.dialect().error(problem, new Dialect.Context(id, clock.instant(), route.path()));
        response.setStatus(tongue.dialect().status(problem));
        response.setContentType("application/json");
        response.setHeader("X-Request-ID", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (problem.kind() == Kind.UNAUTHENTICATED) response.setHeader("WWW-Authenticate", "Bearer");
        if (problem.kind() == Kind.RATE_LIMITED) response.setHeader("Retry-After", "10");
        response.getOutputStream().write(tongue.json().writeValueAsBytes(body));
    }
}
