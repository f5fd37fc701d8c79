package org.gemba.demo.k3cloud;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks what LoginByAppSecret and ValidateUser bring: named fields, or the older list of parameters.
final class Logins {
    /// @param result 1 when let in, 0 for a wrong password, -1 for anything else
    record Result(int result, String message) {}

    private final JsonMapper json;
    private final Account account;

    Logins(JsonMapper json, Account account) {
        this.json = json;
        this.account = account;
    }

    Result byAppSecret(JsonNode body) {
        return check(
                body,
                field(body, "appId", 2).equals(account.appId())
                        && field(body, "appSecret", 3).equals(account.appSecret()),
                new Result(-1, "当前第三方系统登录授权信息不正确: fail to verify third party passport"));
    }

    Result byPassword(JsonNode body) {
        return check(body, field(body, "password", 2).equals(account.password()), new Result(0, "用户名或密码错误，请重新登录"));
    }

    private Result check(JsonNode body, boolean secretFits, Result otherwise) {
        if (!field(body, "acctID", 0).equals(account.accountId())) return new Result(-1, "当前尝试登录的数据中心无法获取到");
        if (!field(body, "username", 1).equals(account.userName())) return new Result(0, "用户名或密码错误");
        return secretFits ? new Result(1, "") : otherwise;
    }

    private String field(JsonNode body, String name, int place) {
        Optional<String> named = body.propertyStream()
                .filter(property -> property.getKey().equalsIgnoreCase(name))
                .map(property -> property.getValue().asString(""))
                .findFirst();
        if (named.isPresent()) return named.get();
        var list = body.path("parameters");
        if (list.isString()) list = json.readTree(list.stringValue());
        return list.path(place).asString("");
    }
}
