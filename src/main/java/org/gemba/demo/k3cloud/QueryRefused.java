package org.gemba.demo.k3cloud;

/// A query that the ERP refuses: the message it would show and its code.
final class QueryRefused extends RuntimeException {
    private final int code;

    QueryRefused(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }

    static QueryRefused noForm(String formId) {
        return new QueryRefused(4, "业务对象不存在: " + formId);
    }

    static QueryRefused noField(String key) {
        return new QueryRefused(9, "元数据中标识为" + key + "的字段不存在");
    }

    static QueryRefused syntax(String near) {
        return new QueryRefused(9, "“" + near + "”附近有语法错误。");
    }
}
