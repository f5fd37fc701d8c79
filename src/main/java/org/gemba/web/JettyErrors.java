package org.gemba.web;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.gemba.web.dialect.Dialect;
import org.gemba.web.dialect.Problem;
import org.gemba.web.dialect.Problem.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what never becomes a request: a header too large, a path that is no text, no Host. In the family's form
/// instead of a page that tells of the server inside.
final class JettyErrors extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JettyErrors.class);

    private final Tongues tongues;
    private final Clock clock;

    JettyErrors(Tongues tongues, Clock clock) {
        this.tongues = tongues;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        var known = path == null ? "/api" : path;
        var tongue = tongues.of(RouteTable.family(known));
        var problem = problem(response.getStatus());
        var id = "req-" + UUID.randomUUID();
        if (response.getStatus() >= 500 && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.error("{} failed before its route", id, failure);
        }
        var body = tongue.dialect().error(problem, new Dialect.Context(id, clock.instant(), ""));
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        headers.put("X-Request-ID", id);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
        if (known.startsWith("/api")) headers.put("X-API-Version", "1");
        response.write(true, ByteBuffer.wrap(tongue.json().writeValueAsBytes(body)), callback);
        return true;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(Kind.NO_ROUTE, "Not found");
            case 413 -> Problem.of(Kind.TOO_LARGE, "The body is too large");
            case 500 -> Problem.of(Kind.INTERNAL, "Internal server error");
            case 503 -> Problem.of(Kind.UNAVAILABLE, "The server is ending");
            default -> Problem.of(Kind.MALFORMED, "The request is not readable");
        };
    }
}
