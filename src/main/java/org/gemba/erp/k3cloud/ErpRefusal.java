package org.gemba.erp.k3cloud;

import java.util.List;
import java.util.Locale;

/// The ERP said no, in its own words.
final class ErpRefusal extends RuntimeException {
    /// Words that mean: the session is gone, or try again in a moment.
    private static final List<String> PASSING = List.of(
            "fail to verify",
            "当前尝试登录的数据中心无法获取到",
            "会话已过期",
            "会话信息已丢失",
            "请重新登录",
            "session expired",
            "login timeout",
            "当前连接已断开",
            "服务器忙",
            "网络异常",
            "请求超时",
            "连接超时",
            "服务暂不可用",
            "validatelogin",
            "unauthorized");

    ErpRefusal(String words) {
        super(words);
    }

    /// Whether a new session and a second try may help.
    boolean isPassing() {
        var words = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
        return PASSING.stream().anyMatch(words::contains);
    }
}
