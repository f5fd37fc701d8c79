package org.gemba.erp.k3cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.erp.ErpSettings;
import org.gemba.erp.k3cloud.ErpFailure.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one session with the ERP. Whoever finds it lost asks for another; only one log-in is on its way at a time, and
/// everybody who waits for it shares what comes of it. A refused log-in is not repeated for a while, because the ERP
/// locks accounts.
final class Session {
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(20);

    private final Wire wire;
    private final ErpSettings settings;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable String held;
    private @Nullable CompletableFuture<String> onItsWay;
    private @Nullable ErpFailure refused;
    private Instant refusedUntil = Instant.MIN;

    Session(Wire wire, ErpSettings settings, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param lost the id that the ERP no longer knows, empty for none
    String id(String lost) {
        CompletableFuture<String> login;
        lock.lock();
        try {
            if (held != null && !held.equals(lost)) return held;
            held = null;
            if (onItsWay != null) login = onItsWay;
            else {
                if (refused != null && clock.instant().isBefore(refusedUntil)) throw refused;
                login = new CompletableFuture<>();
                onItsWay = login;
                lock.unlock();
                try {
                    complete(login);
                } finally {
                    lock.lock();
                    onItsWay = null;
                }
            }
        } finally {
            lock.unlock();
        }
        return joined(login);
    }

    private void complete(CompletableFuture<String> login) {
        try {
            var id = login();
            lock.lock();
            try {
                held = id;
                refused = null;
            } finally {
                lock.unlock();
            }
            login.complete(id);
        } catch (ErpFailure e) {
            if (e.kind() == Kind.LOGIN_REFUSED) {
                refused = e;
                refusedUntil = clock.instant().plus(AFTER_REFUSAL);
            }
            login.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            login.completeExceptionally(e);
        }
    }

    private static String joined(CompletableFuture<String> login) {
        try {
            return login.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ErpFailure failure) throw failure;
            throw e;
        }
    }

    private String login() {
        var service = settings.usesAppSecret() ? "LoginByAppSecret" : "ValidateUser";
        var body = wire.post("AuthService." + service, credentials(), "");
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (JacksonException e) {
            throw AnswerReader.garbled("the log-in", "the answer is no JSON", e);
        }
        while (answer.isArray()) answer = answer.path(0);
        if (!answer.has("LoginResultType")) throw ErpErrors.in(json, body, "the log-in");
        if (answer.path("LoginResultType").asInt(-1) == 1) return sessionId(answer);
        throw new ErpFailure(Kind.LOGIN_REFUSED, refusal(answer), null);
    }

    private static String sessionId(JsonNode answer) {
        var id = answer.path("KDSVCSessionId").asString("");
        if (id.isBlank()) id = answer.path("Context").path("SessionId").asString("");
        if (id.isBlank()) throw AnswerReader.garbled("the log-in", "it names no session", null);
        return id;
    }

    private String refusal(JsonNode answer) {
        var said = answer.path("Message").asString("");
        return String.format(
                Locale.ROOT,
                "The ERP refuses the log-in of %s%s",
                settings.userName(),
                said.isBlank() ? "." : ": " + said);
    }

    private Map<String, Object> credentials() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("acctID", settings.accountId());
        fields.put("username", settings.userName());
        if (settings.usesAppSecret()) {
            fields.put("appId", settings.appId());
            fields.put("appSecret", settings.appSecret().value());
        } else {
            fields.put("password", settings.password().value());
        }
        fields.put("lcid", settings.language());
        return fields;
    }
}
