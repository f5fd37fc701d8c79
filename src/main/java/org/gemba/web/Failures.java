package org.gemba.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Identity;
import org.gemba.web.dialect.Problem;
import org.gemba.web.dialect.Problem.Kind;
import org.gemba.web.guard.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever was thrown into an answer. An unexpected exception is logged with its stack trace, its identity and
/// the request's id; the answer tells the two and nothing of the inside.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final RouteTable routes;
    private final ClientAddress addresses;
    private final Answers answers;

    Failures(RouteTable routes, ClientAddress addresses, Answers answers) {
        this.routes = routes;
        this.addresses = addresses;
        this.answers = answers;
    }

    void answer(Exception failure, Context ctx) {
        var exchange = Exchange.of(ctx, addresses);
        if (ctx.res().isCommitted()) {
            broken(failure, ctx, exchange);
            return;
        }
        ctx.res().resetBuffer();
        ctx.removeHeader("Content-Disposition");
        answers.problem(ctx, exchange, problem(failure, ctx, exchange));
        if (Leftover.isMarked(ctx.req())) Leftover.answerAndDrain(ctx);
    }

    private Problem problem(Exception failure, Context ctx, Exchange exchange) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem();
            case AppError error -> told(error, exchange);
            case HttpResponseException http -> unmatched(http, ctx);
            default -> unexpected(failure, exchange);
        };
    }

    private static Problem told(AppError error, Exchange exchange) {
        if (error instanceof AppError.UpstreamUnavailable || error instanceof AppError.Unavailable) {
            LOG.warn("{} {}: {}", exchange.requestId(), error.code(), LogText.escaped(error.getMessage()));
        }
        return Problem.of(error);
    }

    private Problem unmatched(HttpResponseException failure, Context ctx) {
        return switch (failure.getStatus()) {
            case 404, 405 -> {
                var methods = routes.methods(ctx.path());
                if (methods.isEmpty() || methods.contains(ctx.req().getMethod())) {
                    yield Problem.of(Kind.NO_ROUTE, "Not found");
                }
                ctx.header("Allow", String.join(", ", methods));
                yield Problem.of(Kind.WRONG_METHOD, "Method not allowed");
            }
            case 413 -> Problem.of(Kind.TOO_LARGE, "The body is too large");
            case 500 -> Problem.of(Kind.INTERNAL, "Internal server error");
            default -> Problem.of(Kind.MALFORMED, "The request is not readable");
        };
    }

    private static Problem unexpected(Exception failure, Exchange exchange) {
        var identity = Identity.of(failure);
        LOG.error("{} failed unexpectedly, identity {}", exchange.requestId(), identity, failure);
        return Problem.of(Kind.INTERNAL, "Internal server error, reference " + identity);
    }

    /// The answer is on its way already. Ending it as usual would pass half an answer off as a whole one, so the
    /// connection is cut.
    private static void broken(Exception failure, Context ctx, Exchange exchange) {
        if (failure instanceof IOException) {
            LOG.debug("{}: the client has gone", exchange.requestId());
        } else {
            LOG.error(
                    "{} failed after it began to answer, identity {}",
                    exchange.requestId(),
                    Identity.of(failure),
                    failure);
        }
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
