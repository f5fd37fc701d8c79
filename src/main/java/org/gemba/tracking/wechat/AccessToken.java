package org.gemba.tracking.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.tracking.wechat.WechatFailure.Kind;
import org.jspecify.annotations.Nullable;

/// The token that WeChat's server interfaces ask for: fetched by one while the others wait, kept until shortly before
/// its end. WeChat allows two thousand a day, and a new one ends the old, so none is fetched without need.
final class AccessToken {
    private static final Duration BEFORE_END = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final WechatWire wire;
    private final WechatSettings settings;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private String token = "";
    private Instant end = Instant.MIN;
    private @Nullable WechatFailure lastFailure;
    private Instant failedAt = Instant.MIN;

    AccessToken(WechatWire wire, WechatSettings settings, Clock clock) {
        this.wire = wire;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param refused a token that WeChat no longer takes; empty for none. When another one is at hand already,
    /// somebody
    /// else has renewed it meanwhile
    String get(String refused) throws WechatFailure {
        lock.lock();
        try {
            var now = clock.instant();
            if (!token.isEmpty() && !token.equals(refused) && now.isBefore(end)) return token;
            var failed = lastFailure;
            if (failed != null && now.isBefore(failedAt.plus(AFTER_FAILURE))) throw failed;
            try {
                fetch(now);
                lastFailure = null;
                return token;
            } catch (WechatFailure e) {
                lastFailure = e;
                failedAt = now;
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    private void fetch(Instant now) throws WechatFailure {
        var query = new LinkedHashMap<String, String>();
        query.put("grant_type", "client_credential");
        query.put("appid", settings.appId());
        query.put("secret", settings.appSecret().value());
        var answer = wire.get("cgi-bin/token", query);
        var text = answer.path("access_token").asString("");
        if (text.isEmpty()) throw new WechatFailure(Kind.UNCLEAR, 0, "WeChat's answer holds no token", null);
        var life = Duration.ofSeconds(answer.path("expires_in").asLong(7200));
        token = text;
        end = now.plus(life.compareTo(BEFORE_END.multipliedBy(2)) > 0 ? life.minus(BEFORE_END) : life.dividedBy(2));
    }
}
