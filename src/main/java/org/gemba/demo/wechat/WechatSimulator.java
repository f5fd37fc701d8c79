package org.gemba.demo.wechat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemba.demo.loopback.LoopbackServer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The WeChat platform on loopback: `/sns/jscode2session`, `/cgi-bin/token`, `/cgi-bin/message/subscribe/send`,
/// `/cgi-bin/get_api_domain_ip`. Over HTTP `GET /admin/messages` shows what was delivered, `POST /admin/faults`
/// `{"kind","call"?,"times"?,"delay_seconds"?,"code"?}` sets a fault, `DELETE` clears them all.
public final class WechatSimulator implements AutoCloseable {
    private final JsonMapper json = JsonMapper.builder().build();
    private final String appId;
    private final String secret;
    private final Platform platform;
    private final LoopbackServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<WechatFault> faults = new ArrayList<>();
    private CountDownLatch slow = new CountDownLatch(1);

    private WechatSimulator(String appId, String secret, Clock clock) {
        this.appId = appId;
        this.secret = secret;
        this.platform = new Platform(appId, secret, clock);
        this.server = LoopbackServer.start(
                "wechat-simulator",
                0,
                Map.of(
                        "/sns/jscode2session",
                        exchange -> answer(exchange, "jscode2session"),
                        "/cgi-bin/token",
                        exchange -> answer(exchange, "token"),
                        "/cgi-bin/get_api_domain_ip",
                        exchange -> answer(exchange, "get_api_domain_ip"),
                        "/cgi-bin/message/subscribe/send",
                        exchange -> answer(exchange, "send"),
                        "/admin/",
                        this::admin));
    }

    /// @param clock by which access tokens end
    public static WechatSimulator start(String appId, String secret, Clock clock) {
        return new WechatSimulator(appId, secret, clock);
    }

    /// The base address, for `WECHAT_BASE_URL`.
    public URI url() {
        return server.url();
    }

    public String appId() {
        return appId;
    }

    public String appSecret() {
        return secret;
    }

    /// A login code that is good once, as real ones are.
    public void code(String code, String openid) {
        platform.code(code, openid, false);
        platform.know(openid);
    }

    /// A login code that is good again and again, for people who try the demo.
    public void lastingCode(String code, String openid) {
        platform.code(code, openid, true);
    }

    public void template(WechatTemplate template) {
        platform.template(template);
    }

    /// Whether the user takes messages.
    public void subscribe(String openid, boolean wanted) {
        platform.subscribe(openid, wanted);
    }

    /// What was delivered, oldest first.
    public List<SentMessage> sent() {
        return platform.sent();
    }

    /// The interfaces that were called, oldest first.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public int tokensGiven() {
        return platform.tokensGiven();
    }

    public void set(WechatFault fault) {
        synchronized (faults) {
            faults.add(fault);
        }
    }

    /// Forgets every fault and lets slow answers go at once.
    public void clearFaults() {
        synchronized (faults) {
            faults.clear();
            slow.countDown();
            slow = new CountDownLatch(1);
        }
    }

    /// Stops listening: connections are refused until {@link #comeBack()}.
    public void goDown() {
        server.goDown();
    }

    public void comeBack() {
        server.comeBack();
    }

    @Override
    public void close() {
        clearFaults();
        server.close();
    }

    private void answer(HttpExchange exchange, String call) throws IOException {
        try (exchange) {
            calls.add(call);
            var query = query(exchange.getRequestURI().getRawQuery());
            var body = body(exchange);
            var fault = next(call);
            if (fault.isPresent() && spoiled(exchange, fault.get())) return;
            var answer = json.writeValueAsString(right(call, query, body));
            boolean cut = fault.isPresent() && fault.get().kind() == WechatFault.Kind.TRUNCATED;
            send(exchange, 200, "application/json", cut ? answer.substring(0, answer.length() / 2) : answer);
        }
    }

    private Map<String, Object> right(String call, Map<String, String> query, Optional<JsonNode> body) {
        return switch (call) {
            case "jscode2session" -> platform.session(query);
            case "token" -> platform.token(query);
            case "get_api_domain_ip" -> platform.domains(query);
            default -> body.isEmpty() ? Platform.error(47001, "data format error") : platform.send(query, body.get());
        };
    }

    private Optional<WechatFault> next(String call) {
        synchronized (faults) {
            for (int i = 0; i < faults.size(); i++) {
                var fault = faults.get(i);
                if (!fault.call().isEmpty() && !fault.call().equals(call)) continue;
                if (fault.times() == 1) faults.remove(i);
                else if (fault.times() > 1) {
                    faults.set(
                            i,
                            new WechatFault(
                                    fault.kind(), fault.call(), fault.times() - 1, fault.delay(), fault.code()));
                }
                return Optional.of(fault);
            }
            return Optional.empty();
        }
    }

    private boolean spoiled(HttpExchange exchange, WechatFault fault) throws IOException {
        switch (fault.kind()) {
            case RESET -> {} // closing without an answer drops the connection
            case SLOW -> {
                delay(fault.delay());
                return false;
            }
            case TRUNCATED -> {
                return false;
            }
            case TOKEN_LOST -> {
                platform.loseToken();
                return false;
            }
            case HTTP_500 -> send(exchange, 500, "text/html", "<html>system error</html>");
            case HTML_PAGE -> send(exchange, 200, "text/html", "<html>please log in to the network</html>");
            case ERROR ->
                send(
                        exchange,
                        200,
                        "application/json",
                        json.writeValueAsString(Platform.error(fault.code(), "ordered by a test")));
        }
        return true;
    }

    private void delay(Duration time) {
        CountDownLatch latch;
        synchronized (faults) {
            latch = slow;
        }
        try {
            if (latch.await(time.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admin(HttpExchange exchange) throws IOException {
        try (exchange) {
            var what =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (what) {
                case "GET /admin/messages" -> send(exchange, 200, "application/json", json.writeValueAsString(sent()));
                case "POST /admin/faults" -> order(exchange);
                case "DELETE /admin/faults" -> {
                    clearFaults();
                    send(exchange, 200, "application/json", "{}");
                }
                default -> send(exchange, 404, "application/json", "{\"error\":\"no such command\"}");
            }
        }
    }

    private void order(HttpExchange exchange) throws IOException {
        try {
            var body = body(exchange).orElseThrow(() -> new IllegalArgumentException("no JSON"));
            set(new WechatFault(
                    WechatFault.Kind.valueOf(body.path("kind").asString("").toUpperCase(Locale.ROOT)),
                    body.path("call").asString(""),
                    body.path("times").asInt(0),
                    Duration.ofMillis((long) (body.path("delay_seconds").asDouble(0) * 1000)),
                    body.path("code").asInt(-1)));
            send(exchange, 200, "application/json", "{}");
        } catch (IllegalArgumentException e) {
            var kinds = Arrays.toString(WechatFault.Kind.values());
            send(exchange, 400, "application/json", "{\"error\":\"kind is one of " + kinds + "\"}");
        }
    }

    private Optional<JsonNode> body(HttpExchange exchange) throws IOException {
        try {
            return Optional.of(json.readTree(exchange.getRequestBody().readAllBytes()))
                    .filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        var fields = new LinkedHashMap<String, String>();
        if (raw == null) return fields;
        for (var part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
