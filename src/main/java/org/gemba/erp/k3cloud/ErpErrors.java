package org.gemba.erp.k3cloud;

import java.util.List;
import java.util.Locale;
import org.gemba.erp.k3cloud.ErpFailure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Understands the errors that the ERP sends as an answer: what kind, and in whose words.
final class ErpErrors {
    private static final int CODE_NO_FORM = 4;
    private static final int LONGEST = 300;
    private static final List<String> SESSION_LOST = List.of(
            "fail to verify thirty",
            "fail to verify third party passport",
            "当前尝试登录的数据中心无法获取到",
            "会话已过期",
            "会话信息已丢失",
            "请重新登录",
            "session expired",
            "login timeout",
            "validatelogin",
            "unauthorized",
            "当前连接已断开");
    private static final List<String> BUSY = List.of("服务器忙", "网络异常", "请求超时", "连接超时", "服务暂不可用");

    private ErpErrors() {}

    /// The error in a JSON object, bare or in one or two lists, with MsgCode in either place.
    static ErpFailure in(JsonMapper json, byte[] body, String form) {
        try {
            var node = json.readTree(body);
            while (node.isArray()) node = node.path(0);
            var result = node.has("Result") ? node.path("Result") : node;
            var status = result.path("ResponseStatus");
            int code = status.path("MsgCode").asInt(result.path("MsgCode").asInt(0));
            return of(form, message(node, result, status), code);
        } catch (JacksonException e) {
            return AnswerReader.garbled(form, "the answer is cut off or no JSON", e);
        }
    }

    private static String message(JsonNode node, JsonNode result, JsonNode status) {
        for (var error : status.path("Errors")) {
            var message = error.path("Message").asString("");
            if (!message.isBlank()) return message;
        }
        for (var place : List.of(result, node)) {
            var message = place.path("Message").asString("");
            if (!message.isBlank()) return message;
        }
        return "no message";
    }

    static ErpFailure of(String form, String message, int code) {
        var words = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        return switch (kind(message, code)) {
            case SESSION_LOST -> new ErpFailure(Kind.SESSION_LOST, "The ERP ended the session: " + words, null);
            case BUSY -> new ErpFailure(Kind.BUSY, "The ERP is too busy to answer about " + form + ": " + words, null);
            case NO_FORM -> new ErpFailure(Kind.NO_FORM, "The ERP has no form " + form + ": " + words, null);
            case NO_FIELD ->
                new ErpFailure(
                        Kind.NO_FIELD,
                        "The ERP's form " + form + " lacks a field that Gemba asks for: " + words
                                + " (the settings KINGDEE_FIELD_" + form + "_… name its fields)",
                        null);
            default -> new ErpFailure(Kind.REFUSED, "The ERP refused the query about " + form + ": " + words, null);
        };
    }

    private static Kind kind(String message, int code) {
        var text = message.toLowerCase(Locale.ROOT);
        if (SESSION_LOST.stream().anyMatch(text::contains)) return Kind.SESSION_LOST;
        if (BUSY.stream().anyMatch(text::contains)) return Kind.BUSY;
        if (code == CODE_NO_FORM || text.contains("业务对象不存在")) return Kind.NO_FORM;
        if (text.contains("字段不存在")) return Kind.NO_FIELD;
        return Kind.REFUSED;
    }
}
