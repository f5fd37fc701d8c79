package org.gemba.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gemba.web.dialect.Dialect;
import org.gemba.web.dialect.Problem;
import org.jspecify.annotations.Nullable;

/// Writes what a handler gave back, and what went wrong, in the form of the family. JSON is made in full before its
/// status is set, so that an answer that cannot be written is an error and not half an answer.
final class Answers {
    private final Clock clock;
    private final Tongues tongues;

    Answers(Clock clock, Tongues tongues) {
        this.clock = clock;
        this.tongues = tongues;
    }

    void write(Context ctx, Exchange exchange, @Nullable Object result) throws Exception {
        if (!(result instanceof Answer answer)) {
            send(ctx, rendered(ctx, exchange, result));
            return;
        }
        switch (answer) {
            case Answer.Body body -> send(ctx, rendered(ctx, exchange, body));
            case Answer.Bare bare -> send(ctx, rendered(ctx, exchange, bare));
            case Answer.Inline inline -> inline(ctx, inline);
            case Answer.Download download -> download(ctx, download);
            case Answer.Events events -> events(ctx, exchange, events);
        }
    }

    /// An answer of JSON, complete.
    record Rendered(int status, byte[] body, Map<String, String> headers) {}

    /// @throws IllegalArgumentException for an answer that is no JSON
    Rendered rendered(Context ctx, Exchange exchange, @Nullable Object result) {
        var dialect = tongues.of(exchange.family()).dialect();
        if (!(result instanceof Answer answer)) {
            return body(ctx, exchange, dialect, Answer.status(status(exchange), result));
        }
        return switch (answer) {
            case Answer.Body body -> body(ctx, exchange, dialect, body);
            case Answer.Bare bare -> new Rendered(bare.status(), bytes(exchange, bare.value()), bare.headers());
            case Answer.Inline other -> throw new IllegalArgumentException("no JSON");
            case Answer.Download other -> throw new IllegalArgumentException("no JSON");
            case Answer.Events other -> throw new IllegalArgumentException("no JSON");
        };
    }

    private Rendered body(Context ctx, Exchange exchange, Dialect dialect, Answer.Body body) {
        var headers = new LinkedHashMap<>(dialect.headers(body.value()));
        headers.putAll(body.headers());
        var value = dialect.success(body.value(), context(ctx, exchange));
        return new Rendered(body.status(), bytes(exchange, value), headers);
    }

    private static int status(Exchange exchange) {
        var route = exchange.route();
        return route == null ? 200 : route.success().status();
    }

    void send(Context ctx, Rendered rendered) {
        ctx.status(rendered.status()).contentType("application/json").result(rendered.body());
        rendered.headers().forEach(ctx::header);
    }

    private byte[] bytes(Exchange exchange, @Nullable Object value) {
        return tongues.of(exchange.family()).json().writeValueAsBytes(value);
    }

    void problem(Context ctx, Exchange exchange, Problem problem) {
        var dialect = tongues.of(exchange.family()).dialect();
        var route = exchange.route();
        boolean bad = problem.kind() == Problem.Kind.INVALID
                && route != null
                && route.body().faultsAreBad();
        int status = bad ? 400 : dialect.status(problem);
        if (problem.kind() == Problem.Kind.UNAUTHENTICATED) ctx.header("WWW-Authenticate", "Bearer");
        if (status == 429) ctx.header("Retry-After", Long.toString(seconds(problem)));
        // What is left of such a body would be read as the next request.
        if (status == 413 || problem.kind() == Problem.Kind.MALFORMED) ctx.header("Connection", "close");
        json(ctx, exchange, status, dialect.error(problem, context(ctx, exchange)));
    }

    private static long seconds(Problem problem) {
        return problem.retryAfter() == null
                ? 1
                : Math.max(1, (problem.retryAfter().toMillis() + 999) / 1000);
    }

    private Dialect.Context context(Context ctx, Exchange exchange) {
        var query = ctx.queryString();
        return new Dialect.Context(
                exchange.requestId(), clock.instant(), query == null ? ctx.path() : ctx.path() + "?" + query);
    }

    private void json(Context ctx, Exchange exchange, int status, @Nullable Object value) {
        ctx.status(status).contentType("application/json").result(bytes(exchange, value));
    }

    private static void inline(Context ctx, Answer.Inline inline) throws IOException {
        ctx.header("Cache-Control", "private, no-cache");
        inline.headers().forEach(ctx::header);
        if (inline.etag() != null) {
            var etag = "\"" + inline.etag() + "\"";
            ctx.header("ETag", etag);
            if (isKnown(ctx.header("If-None-Match"), etag)) {
                ctx.status(304);
                return;
            }
        }
        ctx.disableCompression();
        ctx.status(200);
        type(ctx, inline.contentType());
        ctx.header("Content-Disposition", "inline");
        inline.writer().write(ctx.res().getOutputStream());
        ctx.res().flushBuffer();
    }

    /// Exactly this type: the server would add a charset to pictures too.
    private static void type(Context ctx, String contentType) {
        ctx.res().setCharacterEncoding(null);
        ctx.res().setContentType(contentType);
    }

    private static boolean isKnown(@Nullable String header, String etag) {
        if (header == null) return false;
        for (var each : header.split(",")) {
            var known = each.strip();
            if (known.equals("*") || known.equals(etag) || known.equals("W/" + etag)) return true;
        }
        return false;
    }

    private static void download(Context ctx, Answer.Download download) throws IOException {
        ctx.status(200);
        type(ctx, download.contentType());
        ctx.header("Content-Disposition", FileName.disposition(download.fileName()));
        download.headers().forEach(ctx::header);
        download.writer().write(ctx.res().getOutputStream());
        ctx.res().flushBuffer();
    }

    /// Nothing leaves before the first event, so a writer that fails at once still gets a proper error.
    private void events(Context ctx, Exchange exchange, Answer.Events events) throws Exception {
        ctx.disableCompression();
        ctx.status(200).contentType("text/event-stream; charset=utf-8");
        ctx.header("X-Accel-Buffering", "no");
        events.headers().forEach(ctx::header);
        var mapper = tongues.of(exchange.family()).json();
        var out = ctx.res().getOutputStream();
        events.writer().write(event -> {
            out.write(("data: " + mapper.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
            ctx.res().flushBuffer();
        });
        ctx.res().flushBuffer();
    }
}
