package org.gemba.web.dialect;

import java.util.stream.Collectors;
import org.gemba.platform.error.FieldError;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.jspecify.annotations.Nullable;

/// MakerMatrix: `{status, message, data[, page, page_size, total_parts]}` for success and error alike.
public final class InventoryDialect implements Dialect {
    record Fault(String field, String message) {}

    @Override
    public int status(Problem problem) {
        return switch (problem.kind()) {
            // The document lists 400 and 422, both as validation errors: a request that does not say what it is about
            // is 400, a field that breaks its rule 422.
            case INVALID -> problem.fields().stream().allMatch(InventoryDialect::isMissingInQuery) ? 400 : 422;
            default -> Statuses.common(problem.kind());
        };
    }

    private static boolean isMissingInQuery(FieldError error) {
        return error.place() == FieldError.Place.QUERY && error.rule() instanceof FieldError.Rule.Required;
    }

    @Override
    public Object error(Problem problem, Context context) {
        var faults = problem.fields().isEmpty()
                ? null
                : problem.fields().stream()
                        .map(error -> new Fault(error.field(), error.rule().words()))
                        .toList();
        return Ordered.of("status", "error", "message", message(problem), "data", faults);
    }

    private static String message(Problem problem) {
        if (problem.fields().isEmpty()) return problem.message();
        return problem.fields().stream().map(FieldError::sentence).collect(Collectors.joining("; "));
    }

    @Override
    public Object success(@Nullable Object value, Context context) {
        if (value == null) return envelope("Success", null);
        return switch (value) {
            case Reply reply -> envelope(reply.message(), reply.data());
            case Page<?> page ->
                Ordered.of(
                        "status",
                        "success",
                        "message",
                        page.total() + " " + page.name() + " found",
                        "data",
                        page.items(),
                        "page",
                        page.page(),
                        "page_size",
                        page.size(),
                        "total_" + page.name(),
                        page.total());
            default -> envelope("Success", value);
        };
    }

    private static Object envelope(String message, @Nullable Object data) {
        return Ordered.of("status", "success", "message", message, "data", data);
    }
}
