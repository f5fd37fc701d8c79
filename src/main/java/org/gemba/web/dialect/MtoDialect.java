package org.gemba.web.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.jspecify.annotations.Nullable;

/// QuickPulse: bare values, `{detail, error_code}`, faults of fields as pydantic 1 prints them.
public final class MtoDialect implements Dialect {
    /// @param loc where the field stands, names and indexes
    record Fault(List<Object> loc, String msg, String type) {}

    private record Wording(String msg, String type) {}

    @Override
    public int status(Problem problem) {
        return switch (problem.kind()) {
            case MALFORMED, WRONG_CONTENT -> 400;
            case NO_JSON, INVALID, UNPROCESSABLE -> 422;
            case UPSTREAM -> "erp".equals(problem.system()) ? 502 : 503;
            default -> Statuses.common(problem.kind());
        };
    }

    @Override
    public Object error(Problem problem, Context context) {
        Object detail = switch (problem.kind()) {
            case NO_JSON, INVALID ->
                problem.fields().stream().map(MtoDialect::fault).toList();
            case NO_ROUTE -> "Not Found";
            case WRONG_METHOD -> "Method Not Allowed";
            default -> problem.message();
        };
        return Ordered.of("detail", detail, "error_code", code(problem));
    }

    private static String code(Problem problem) {
        return switch (problem.kind()) {
            case MALFORMED, WRONG_CONTENT -> "bad_request";
            case WRONG_HOST -> "misdirected_request";
            case NO_ROUTE, NOT_FOUND -> "not_found";
            case WRONG_METHOD -> "method_not_allowed";
            case UNAUTHENTICATED -> "unauthorized";
            case FORBIDDEN -> "forbidden";
            case RATE_LIMITED -> "rate_limited";
            case TOO_LARGE -> "payload_too_large";
            case NO_JSON, INVALID, UNPROCESSABLE -> "validation_error";
            case CONFLICT -> "conflict";
            case UPSTREAM -> "erp".equals(problem.system()) ? "erp_unavailable" : "service_unavailable";
            case NOT_CONFIGURED, UNAVAILABLE -> "service_unavailable";
            case INTERNAL -> "internal_error";
        };
    }

    private static Fault fault(FieldError error) {
        var loc = new ArrayList<Object>();
        loc.add(error.place().name().toLowerCase(java.util.Locale.ROOT));
        for (var part : error.field().split("[.\\[\\]]+")) {
            if (part.isEmpty()) continue;
            loc.add(part.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(part) : part);
        }
        var wording = wording(error.rule());
        return new Fault(loc, wording.msg(), wording.type());
    }

    private static Wording wording(Rule broken) {
        return switch (broken) {
            case Rule.Required rule -> new Wording("field required", "value_error.missing");
            case Rule.WrongType rule -> wrongType(rule.expected());
            case Rule.AtLeast rule ->
                new Wording(
                        "ensure this value is greater than or equal to " + plain(rule.limit()),
                        "value_error.number.not_ge");
            case Rule.AtMost rule ->
                new Wording(
                        "ensure this value is less than or equal to " + plain(rule.limit()),
                        "value_error.number.not_le");
            case Rule.TooShort rule ->
                new Wording(
                        "ensure this value has at least " + rule.least() + " characters",
                        "value_error.any_str.min_length");
            case Rule.TooLong rule ->
                new Wording(
                        "ensure this value has at most " + rule.most() + " characters",
                        "value_error.any_str.max_length");
            case Rule.TooFewItems rule ->
                new Wording("ensure this value has at least " + rule.least() + " items", "value_error.list.min_items");
            case Rule.TooManyItems rule ->
                new Wording("ensure this value has at most " + rule.most() + " items", "value_error.list.max_items");
            case Rule.Pattern rule ->
                new Wording("string does not match regex \"" + rule.regex() + "\"", "value_error.str.regex");
            case Rule.OneOf rule ->
                new Wording(
                        rule.allowed().stream()
                                .map(value -> "'" + value + "'")
                                .collect(Collectors.joining(", ", "unexpected value; permitted: ", "")),
                        "value_error.const");
            case Rule.Broken rule -> new Wording(rule.words(), "value_error");
        };
    }

    private static Wording wrongType(String expected) {
        return switch (expected) {
            case "integer" -> new Wording("value is not a valid integer", "type_error.integer");
            case "number" -> new Wording("value is not a valid float", "type_error.float");
            case "boolean" -> new Wording("value could not be parsed to a boolean", "type_error.bool");
            case "date" -> new Wording("invalid date format", "value_error.date");
            case "datetime" -> new Wording("invalid datetime format", "value_error.datetime");
            case "string" -> new Wording("str type expected", "type_error.str");
            case "array" -> new Wording("value is not a valid list", "type_error.list");
            case "object" -> new Wording("value is not a valid dict", "type_error.dict");
            case "uuid" -> new Wording("value is not a valid uuid", "type_error.uuid");
            case "json" -> new Wording("the body is no valid JSON", "value_error.jsondecode");
            default -> new Wording("value is not a valid " + expected, "type_error");
        };
    }

    private static String plain(BigDecimal limit) {
        return limit.stripTrailingZeros().toPlainString();
    }

    @Override
    public @Nullable Object success(@Nullable Object value, Context context) {
        if (value == null) return null;
        return switch (value) {
            case Page<?> page -> page.items();
            case Reply reply -> reply.data();
            default -> value;
        };
    }

    @Override
    public Map<String, String> headers(@Nullable Object value) {
        return value instanceof Page<?> page ? Map.of("X-Total-Count", Long.toString(page.total())) : Map.of();
    }
}
