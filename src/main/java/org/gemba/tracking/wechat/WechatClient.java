package org.gemba.tracking.wechat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import org.gemba.platform.http.Target;
import org.gemba.tracking.wechat.WechatFailure.Kind;
import tools.jackson.databind.JsonNode;

/// The three things that Gemba asks of WeChat: who a login code stands for, that a subscribe message be sent, and
/// whether it is there.
public final class WechatClient {
    private static final long LARGEST_ANSWER = 64 * 1024;
    /// A token that is not the last one, has run out, or never was one.
    private static final int[] TOKEN_REFUSED = {40001, 40014, 42001};

    private final WechatWire wire;
    private final WechatSettings settings;
    private final AccessToken token;

    @FunctionalInterface
    private interface WithToken<T> {
        T call(String token) throws WechatFailure;
    }

    public WechatClient(Outbound outbound, WechatSettings settings, Clock clock) {
        var target = new Target(
                "wechat", settings.timeout(), settings.timeout(), settings.timeout(), Retry.NONE, LARGEST_ANSWER);
        var base = HttpUrl.get(settings.base());
        if (base == null) throw new IllegalArgumentException("no http address");
        this.wire = new WechatWire(outbound.client(target), base);
        this.settings = settings;
        this.token = new AccessToken(wire, settings, clock);
    }

    /// Whom the code that `wx.login` gave stands for. The session key that comes with it is dropped.
    ///
    /// @return the openid, as WeChat sent it
    public String openid(String code) throws WechatFailure {
        var query = new LinkedHashMap<String, String>();
        query.put("appid", settings.appId());
        query.put("secret", settings.appSecret().value());
        query.put("js_code", code);
        query.put("grant_type", "authorization_code");
        return wire.get("sns/jscode2session", query).path("openid").asString("");
    }

    /// Sends a subscribe message.
    ///
    /// @param page of the mini program, without a slash in front; empty for its first
    /// @param fields by the template's field names
    /// @return WeChat's number of the message; empty when it tells none
    public Optional<String> send(String openid, String templateId, String page, Map<String, String> fields)
            throws WechatFailure {
        var data = new LinkedHashMap<String, Map<String, String>>();
        fields.forEach((name, text) -> data.put(name, Map.of("value", text)));
        var body = new LinkedHashMap<String, Object>();
        body.put("touser", openid);
        body.put("template_id", templateId);
        if (!page.isEmpty()) body.put("page", page);
        body.put("miniprogram_state", settings.state());
        body.put("lang", "zh_CN");
        body.put("data", data);
        var answer = withToken(held -> wire.post("cgi-bin/message/subscribe/send", Map.of("access_token", held), body));
        return text(answer.path("msgid"));
    }

    private static Optional<String> text(JsonNode id) {
        if (id.isIntegralNumber()) return Optional.of(id.bigIntegerValue().toString());
        return id.isString() && !id.stringValue().isEmpty() ? Optional.of(id.stringValue()) : Optional.empty();
    }

    /// Asks for something harmless, to see that WeChat is there and takes our credentials.
    public void probe() throws WechatFailure {
        withToken(held -> wire.get("cgi-bin/get_api_domain_ip", Map.of("access_token", held)));
    }

    /// A refused token is renewed and the call made once more: WeChat refuses it before it does anything.
    private <T> T withToken(WithToken<T> call) throws WechatFailure {
        var held = token("");
        try {
            return call.call(held);
        } catch (WechatFailure e) {
            if (e.kind() != Kind.REFUSED || !e.has(TOKEN_REFUSED)) throw e;
            return call.call(token(held));
        }
    }

    /// Without a token nothing has left yet, whatever became of the question for it.
    private String token(String refused) throws WechatFailure {
        try {
            return token.get(refused);
        } catch (WechatFailure e) {
            if (e.kind() != Kind.UNCLEAR) throw e;
            throw new WechatFailure(Kind.UNREACHABLE, 0, String.valueOf(e.getMessage()), e);
        }
    }
}
