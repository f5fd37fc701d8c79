package org.gemba.web.dialect;

import java.time.temporal.ChronoUnit;
import org.gemba.platform.error.FieldError;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.jspecify.annotations.Nullable;

/// Manufacturing KPIs: bare values, `{error: {code, message, details[], timestamp, request_id}}`.
public final class KpiDialect implements Dialect {
    record Detail(String field, @Nullable Object value, String constraint) {}

    @Override
    public int status(Problem problem) {
        return Statuses.common(problem.kind());
    }

    @Override
    public Object error(Problem problem, Context context) {
        return Ordered.of(
                "error",
                Ordered.of(
                        "code", code(problem.kind()),
                        "message", problem.message(),
                        "details",
                                problem.fields().stream()
                                        .map(KpiDialect::detail)
                                        .toList(),
                        "timestamp", context.now().truncatedTo(ChronoUnit.SECONDS),
                        "request_id", context.requestId()));
    }

    private static Detail detail(FieldError error) {
        return new Detail(error.field(), error.value(), error.rule().words());
    }

    private static String code(Problem.Kind kind) {
        return switch (kind) {
            case MALFORMED, WRONG_CONTENT, NO_JSON, INVALID -> "VALIDATION_ERROR";
            case WRONG_HOST -> "MISDIRECTED_REQUEST";
            case NO_ROUTE, NOT_FOUND -> "NOT_FOUND";
            case WRONG_METHOD -> "METHOD_NOT_ALLOWED";
            case UNAUTHENTICATED -> "UNAUTHORIZED";
            case FORBIDDEN -> "FORBIDDEN";
            case RATE_LIMITED -> "RATE_LIMIT_EXCEEDED";
            case TOO_LARGE -> "PAYLOAD_TOO_LARGE";
            case CONFLICT -> "CONFLICT";
            case UNPROCESSABLE -> "UNPROCESSABLE_ENTITY";
            case UPSTREAM, NOT_CONFIGURED, UNAVAILABLE -> "SERVICE_UNAVAILABLE";
            case INTERNAL -> "INTERNAL_SERVER_ERROR";
        };
    }

    @Override
    public @Nullable Object success(@Nullable Object value, Context context) {
        if (value == null) return null;
        return switch (value) {
            case Page<?> page ->
                Ordered.of(
                        "total", page.total(),
                        "page", page.page(),
                        "limit", page.size(),
                        "results", page.items());
            case Reply reply -> reply.data();
            default -> value;
        };
    }
}
