package org.gemba.web.dialect;

import java.util.stream.Collectors;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.jspecify.annotations.Nullable;

/// WeChat tracking: `{success, message, timestamp, data}`. What the business refuses is HTTP 200 with `success:
/// false`; only what HTTP itself or a fault refuses has a status of its own.
public final class TrackingDialect implements Dialect {
    @Override
    public int status(Problem problem) {
        return switch (problem.kind()) {
            case INVALID, NOT_FOUND, CONFLICT, UNPROCESSABLE -> 200;
            // The document knows one status for everything that is not the client's fault.
            case UPSTREAM, NOT_CONFIGURED, UNAVAILABLE -> 500;
            default -> Statuses.common(problem.kind());
        };
    }

    @Override
    public Object error(Problem problem, Context context) {
        return Ordered.of(
                "success", false,
                "message", message(problem),
                "timestamp", context.now().toEpochMilli());
    }

    private static String message(Problem problem) {
        return switch (problem.kind()) {
            case MALFORMED -> "请求格式错误";
            case WRONG_HOST -> "请求的主机名不被接受";
            case NO_ROUTE -> "接口不存在";
            case WRONG_METHOD -> "请求方法不支持";
            case UNAUTHENTICATED -> "未登录或登录已失效";
            case FORBIDDEN -> "没有权限";
            case RATE_LIMITED -> "请求过于频繁，请稍后再试";
            case TOO_LARGE -> "请求内容过大";
            case WRONG_CONTENT -> "请求内容类型不支持";
            case NO_JSON -> "请求体不是有效的 JSON";
            case INVALID ->
                problem.fields().stream().map(TrackingDialect::sentence).collect(Collectors.joining("；"));
            case NOT_FOUND, CONFLICT, UNPROCESSABLE -> problem.message();
            case UPSTREAM -> "外部系统暂时不可用，请稍后再试";
            case NOT_CONFIGURED -> "该功能尚未配置";
            case UNAVAILABLE -> "服务暂时不可用，请稍后再试";
            case INTERNAL -> "服务器内部错误";
        };
    }

    private static String sentence(FieldError error) {
        var field = error.field();
        return switch (error.rule()) {
            case Rule.Required rule -> field + " 缺失";
            case Rule.WrongType rule -> field + " 类型错误，应为 " + rule.expected();
            case Rule.AtLeast rule -> field + " 不能小于 " + rule.limit().toPlainString();
            case Rule.AtMost rule -> field + " 不能大于 " + rule.limit().toPlainString();
            case Rule.TooShort rule -> field + " 至少 " + rule.least() + " 个字符";
            case Rule.TooLong rule -> field + " 最多 " + rule.most() + " 个字符";
            case Rule.TooFewItems rule -> field + " 至少 " + rule.least() + " 项";
            case Rule.TooManyItems rule -> field + " 最多 " + rule.most() + " 项";
            case Rule.Pattern rule -> field + " 格式错误";
            case Rule.OneOf rule -> field + " 只能是 " + String.join("、", rule.allowed());
            case Rule.Broken rule -> field + " " + rule.words();
        };
    }

    @Override
    public Object success(@Nullable Object value, Context context) {
        if (value == null) return envelope("查询成功", null, context);
        return switch (value) {
            case Reply reply -> envelope(reply.message(), reply.data(), context);
            case Page<?> page ->
                envelope(
                        "查询成功",
                        Ordered.of(
                                page.name(),
                                page.items(),
                                "total",
                                page.total(),
                                "page",
                                page.page(),
                                "pageSize",
                                page.size()),
                        context);
            default -> envelope("查询成功", value, context);
        };
    }

    private static Object envelope(String message, @Nullable Object data, Context context) {
        return Ordered.of(
                "success", true, "message", message, "timestamp", context.now().toEpochMilli(), "data", data);
    }
}
