package org.gemba.demo.wechat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the platform knows and the rules by which it answers, without any HTTP.
final class Platform {
    private static final int TOKEN_SECONDS = 7200;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,32}");
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9_/.-]{1,128}(\\?[^\\s]*)?");

    private final String appId;
    private final String secret;
    private final Clock clock;
    private final Map<String, String> lasting = new LinkedHashMap<>();
    private final Map<String, String> once = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, WechatTemplate> templates = new LinkedHashMap<>();
    private final Set<String> refusing = new HashSet<>();
    private final List<SentMessage> sent = new ArrayList<>();
    private String token = "";
    private Instant tokenEnd = Instant.MIN;
    private int tokens;

    Platform(String appId, String secret, Clock clock) {
        this.appId = appId;
        this.secret = secret;
        this.clock = clock;
    }

    synchronized void code(String code, String openid, boolean again) {
        (again ? lasting : once).put(code, openid);
    }

    synchronized void template(WechatTemplate template) {
        templates.put(template.id(), template);
    }

    synchronized void subscribe(String openid, boolean wanted) {
        if (wanted) refusing.remove(openid);
        else refusing.add(openid);
    }

    synchronized List<SentMessage> sent() {
        return List.copyOf(sent);
    }

    synchronized int tokensGiven() {
        return tokens;
    }

    synchronized void loseToken() {
        token = "";
    }

    synchronized Map<String, Object> session(Map<String, String> query) {
        var refused = credentials(query);
        if (!refused.isEmpty()) return refused;
        if (!"authorization_code".equals(query.get("grant_type"))) return error(40002, "invalid grant_type");
        var code = query.getOrDefault("js_code", "");
        if (code.isEmpty()) return error(41008, "missing code");
        if (used.contains(code)) return error(40163, "code been used");
        var openid = lasting.getOrDefault(code, once.remove(code));
        if (openid == null) return error(40029, "invalid code");
        if (!lasting.containsKey(code)) used.add(code);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("session_key", "c2Vzc2lvbi1rZXktb2YtZGVtbw==");
        answer.put("openid", openid);
        return answer;
    }

    synchronized Map<String, Object> token(Map<String, String> query) {
        var refused = credentials(query);
        if (!refused.isEmpty()) return refused;
        if (!"client_credential".equals(query.get("grant_type"))) return error(40002, "invalid grant_type");
        tokens++;
        token = "demo-access-token-" + tokens;
        tokenEnd = clock.instant().plusSeconds(TOKEN_SECONDS);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("expires_in", TOKEN_SECONDS);
        return answer;
    }

    private Map<String, Object> credentials(Map<String, String> query) {
        if (query.getOrDefault("appid", "").isEmpty()) return error(41002, "appid missing");
        if (!appId.equals(query.get("appid"))) return error(40013, "invalid appid");
        if (query.getOrDefault("secret", "").isEmpty()) return error(41004, "appsecret missing");
        return secret.equals(query.get("secret")) ? Map.of() : error(40125, "invalid appsecret");
    }

    synchronized Map<String, Object> domains(Map<String, String> query) {
        var refused = token(query.getOrDefault("access_token", ""));
        if (!refused.isEmpty()) return refused;
        return Map.of("ip_list", List.of("127.0.0.1"));
    }

    private Map<String, Object> token(String given) {
        if (given.isEmpty()) return error(41001, "access_token missing");
        if (!given.equals(token)) return error(40001, "invalid credential, access_token is invalid or not latest");
        return clock.instant().isBefore(tokenEnd) ? Map.of() : error(42001, "access_token expired");
    }

    synchronized Map<String, Object> send(Map<String, String> query, JsonNode body) {
        var refused = token(query.getOrDefault("access_token", ""));
        if (!refused.isEmpty()) return refused;
        var openid = body.path("touser").asString("");
        if (!lasting.containsValue(openid) && !known.contains(openid)) return error(40003, "invalid openid");
        var template = templates.get(body.path("template_id").asString(""));
        if (template == null) return error(40037, "invalid template_id");
        var page = body.path("page").asString("");
        if (!page.isEmpty() && !PAGE.matcher(page).matches()) return error(41030, "invalid page");
        if (refusing.contains(openid)) return error(43101, "user refuse to accept the msg");
        var fields = new LinkedHashMap<String, String>();
        for (var name : template.fields()) {
            var value = body.path("data").path(name).path("value");
            if (!value.isString() || !fits(name, value.stringValue())) {
                return error(47003, "argument invalid! data." + name + ".value invalid");
            }
            fields.put(name, value.stringValue());
        }
        sent.add(new SentMessage(openid, template.id(), page, Map.copyOf(fields)));
        var answer = new LinkedHashMap<String, Object>(error(0, "ok"));
        answer.put("msgid", 2_400_000_000_000L + sent.size());
        return answer;
    }

    /// Somebody who has logged in once, by a code that is used up.
    synchronized void know(String openid) {
        known.add(openid);
    }

    /// The kinds of fields and what they hold, as WeChat's documentation lists them.
    private static boolean fits(String name, String value) {
        int length = value.codePointCount(0, value.length());
        return switch (name.replaceAll("\\d+$", "")) {
            case "thing" -> length >= 1 && length <= 20;
            case "phrase" -> length >= 1 && length <= 5;
            case "name" -> length >= 1 && length <= 10;
            case "character_string" ->
                length >= 1 && length <= 32 && value.chars().allMatch(c -> c > 32 && c < 127);
            case "number" -> DIGITS.matcher(value.replace(".", "")).matches();
            case "date", "time" -> value.matches("\\d{4}[-年/.]\\d{1,2}[-月/.]\\d{1,2}.*");
            default -> length >= 1 && length <= 32;
        };
    }

    static Map<String, Object> error(int code, String message) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("errcode", code);
        answer.put("errmsg", message);
        return answer;
    }
}
