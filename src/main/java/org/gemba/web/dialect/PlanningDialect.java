package org.gemba.web.dialect;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.jspecify.annotations.Nullable;

/// Sentia: `{success, data[, message]}` and `{success: false, error: {code, message, details}, timestamp, request_id}`.
public final class PlanningDialect implements Dialect {
    @Override
    public int status(Problem problem) {
        return Statuses.common(problem.kind());
    }

    @Override
    public Object error(Problem problem, Context context) {
        return Ordered.of(
                "success", false,
                "error",
                        Ordered.of(
                                "code", code(problem.kind()),
                                "message", problem.fields().isEmpty() ? problem.message() : "Request validation failed",
                                "details", details(problem)),
                "timestamp", context.now().truncatedTo(ChronoUnit.SECONDS),
                "request_id", context.requestId());
    }

    private static Map<String, Object> details(Problem problem) {
        if (problem.fields().isEmpty()) return Map.of();
        var fields = new LinkedHashMap<String, List<String>>();
        for (var error : problem.fields()) {
            fields.computeIfAbsent(error.field(), field -> new ArrayList<>())
                    .add(capitalised(error.rule().words()));
        }
        return Map.of("fields", fields);
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String code(Problem.Kind kind) {
        return switch (kind) {
            case MALFORMED, WRONG_CONTENT, NO_JSON, INVALID -> "VALIDATION_ERROR";
            case WRONG_HOST -> "MISDIRECTED_REQUEST";
            case NO_ROUTE, NOT_FOUND -> "RESOURCE_NOT_FOUND";
            case WRONG_METHOD -> "METHOD_NOT_ALLOWED";
            case UNAUTHENTICATED -> "AUTHENTICATION_REQUIRED";
            case FORBIDDEN -> "INSUFFICIENT_PERMISSIONS";
            case RATE_LIMITED -> "RATE_LIMIT_EXCEEDED";
            case TOO_LARGE -> "PAYLOAD_TOO_LARGE";
            case CONFLICT -> "RESOURCE_CONFLICT";
            case UNPROCESSABLE -> "UNPROCESSABLE_ENTITY";
            case UPSTREAM, NOT_CONFIGURED, UNAVAILABLE -> "SERVICE_UNAVAILABLE";
            case INTERNAL -> "INTERNAL_SERVER_ERROR";
        };
    }

    @Override
    public Object success(@Nullable Object value, Context context) {
        if (value == null) return Ordered.of("success", true, "data", null);
        return switch (value) {
            case Reply reply -> said(reply);
            case Page<?> page ->
                Ordered.of(
                        "success",
                        true,
                        "data",
                        Ordered.of(page.name(), page.items(), "pagination", pagination(page, context.url())));
            default -> Ordered.of("success", true, "data", value);
        };
    }

    private static Object said(Reply reply) {
        return reply.data() == null
                ? Ordered.of("success", true, "message", reply.message())
                : Ordered.of("success", true, "data", reply.data(), "message", reply.message());
    }

    private static Map<String, @Nullable Object> pagination(Page<?> page, String url) {
        boolean hasNext = page.page() < page.pages();
        boolean hasPrevious = page.page() > 1;
        return Ordered.of(
                "page",
                page.page(),
                "per_page",
                page.size(),
                "total",
                page.total(),
                "pages",
                page.pages(),
                "has_prev",
                hasPrevious,
                "has_next",
                hasNext,
                "prev_url",
                hasPrevious ? link(url, page.page() - 1, page.size()) : null,
                "next_url",
                hasNext ? link(url, page.page() + 1, page.size()) : null);
    }

    /// The same request with another page: filters stay.
    private static String link(String url, int page, int size) {
        int mark = url.indexOf('?');
        var kept = new StringBuilder();
        if (mark >= 0) {
            for (var part : url.substring(mark + 1).split("&")) {
                if (part.isEmpty() || part.startsWith("page=") || part.startsWith("per_page=")) continue;
                kept.append('&').append(part);
            }
        }
        return (mark < 0 ? url : url.substring(0, mark)) + "?page=" + page + "&per_page=" + size + kept;
    }
}
