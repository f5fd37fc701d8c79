package org.gemba.erp.k3cloud;

import java.util.concurrent.locks.ReentrantLock;
import org.gemba.erp.ErpSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The login of this program. However many queries find their session lost, one of them logs in again and the others
/// wait for it.
final class Session {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUTH = "AuthService.";

    private final Wire wire;
    private final ErpSettings settings;
    private final ReentrantLock login = new ReentrantLock();
    private volatile String id = "";

    Session(Wire wire, ErpSettings settings) {
        this.wire = wire;
        this.settings = settings;
    }

    /// A session id, fetched when there is none.
    String id() {
        return id.isEmpty() ? renew("") : id;
    }

    /// A session id other than the one that was found lost.
    String renew(String lost) {
        login.lock();
        try {
            if (id.isEmpty() || id.equals(lost)) id = logIn();
            return id;
        } finally {
            login.unlock();
        }
    }

    private String logIn() {
        var answer = settings.byAppSecret()
                ? wire.post(AUTH + "LoginByAppSecret", JSON.writeValueAsString(byAppSecret()), "")
                : wire.post(AUTH + "ValidateUser", JSON.writeValueAsString(byPassword()), "");
        try {
            var node = JSON.readTree(answer);
            var session = node.path("KDSVCSessionId").asString("");
            if (node.path("LoginResultType").asInt(-1) == 1 && !session.isBlank()) return session;
            throw new LoginRefused(node.path("Message").asString(""));
        } catch (JacksonException e) {
            throw new BadAnswer("answered the login with something that is no JSON");
        }
    }

    private record ByAppSecret(String acctID, String username, String appId, String appSecret, int lcid) {}

    private record ByPassword(String acctID, String username, String password, int lcid) {}

    private ByAppSecret byAppSecret() {
        return new ByAppSecret(
                settings.accountId(),
                settings.userName(),
                settings.appId(),
                settings.appSecret().value(),
                settings.language());
    }

    private ByPassword byPassword() {
        return new ByPassword(
                settings.accountId(), settings.userName(), settings.password().value(), settings.language());
    }
}
