package org.gemba.demo.k3cloud;

import java.util.List;
import java.util.Map;
import org.gemba.demo.k3cloud.Fault.Kind;
import tools.jackson.databind.json.JsonMapper;

/// The texts of the ERP that are not rows: log-in results and errors.
final class Answers {
    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    String loggedIn(String sessionId, Account account) {
        var context = Map.of(
                "UserName",
                account.userName(),
                "DBid",
                account.accountId(),
                "UserLocale",
                "zh-CN",
                "SessionId",
                sessionId,
                "KDSVCSessionId",
                sessionId);
        return json.writeValueAsString(
                Map.of("LoginResultType", 1, "KDSVCSessionId", sessionId, "IsSuccessByAPI", true, "Context", context));
    }

    /// @param result 0 for a wrong password, -1 for anything else
    String loginRefused(int result, String message) {
        return json.writeValueAsString(
                Map.of("LoginResultType", result, "Message", message, "MessageCode", "Error", "IsSuccessByAPI", false));
    }

    /// The usual shape of an error: wrapped in two lists.
    String error(int code, String message) {
        return "[[" + bareError(code, message) + "]]";
    }

    String sessionLost() {
        return error(1, "会话信息已丢失，请重新登录");
    }

    String faulty(Kind kind) {
        return switch (kind) {
            case ERROR_BARE -> bareError(500, "未将对象引用设置到对象的实例。");
            case ERROR_ONCE -> "[" + bareError(500, "未将对象引用设置到对象的实例。") + "]";
            case ERROR_TEXT -> "response_error:{\"Message\":\"操作超时\"}";
            case NO_FORM -> error(4, "业务对象不存在");
            case NO_FIELD -> error(9, "元数据中标识为FMtoNo的字段不存在");
            case BUSY -> error(500, "服务器忙，请稍后再试");
            case HTML_PAGE ->
                "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>网关错误</h1></body></html>";
            case HTTP_500 -> "System.NullReferenceException: Object reference not set to an instance of an object.";
            case WRONG_TYPES -> "[\"FBillNo\", 17, {\"rows\": true}, null]";
            case EMPTY -> "[]";
            default -> error(500, "未将对象引用设置到对象的实例。");
        };
    }

    private String bareError(int code, String message) {
        var status = Map.of(
                "IsSuccess",
                false,
                "Errors",
                List.of(Map.of("FieldName", "", "Message", message, "DIndex", 0)),
                "SuccessEntitys",
                List.of(),
                "SuccessMessages",
                List.of(),
                "MsgCode",
                code);
        return json.writeValueAsString(Map.of("Result", Map.of("ResponseStatus", status)));
    }
}
