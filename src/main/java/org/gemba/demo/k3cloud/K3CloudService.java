package org.gemba.demo.k3cloud;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.gemba.demo.k3cloud.Fault.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The services behind the address: finds the fault that is due, then the answer.
final class K3CloudService {
    private static final String SESSION = "kdservice-sessionid";
    private static final int BUFFER = 256 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Answers answers = new Answers(json);
    private final Bills bills = new Bills();
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();
    private final K3CloudOptions options;
    private final Sessions sessions;
    private final Logins logins;
    private volatile DocumentSource source;

    K3CloudService(DocumentSource source, K3CloudOptions options) {
        this.source = source;
        this.options = options;
        sessions = new Sessions(options.clock(), options.sessionLife());
        logins = new Logins(json, options.account());
    }

    Account account() {
        return options.account();
    }

    Faults faults() {
        return faults;
    }

    CallLog calls() {
        return calls;
    }

    Sessions sessions() {
        return sessions;
    }

    void use(DocumentSource other) {
        source = other;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = service(exchange.getRequestURI().getPath());
            var body = body(exchange);
            if (body.isEmpty() || !exchange.getRequestMethod().equals("POST")) {
                send(exchange, 400, "text/plain", "POST with a JSON body, please");
                return;
            }
            switch (name) {
                case "LoginByAppSecret", "ValidateUser" -> login(exchange, name, body.get());
                case "ExecuteBillQuery", "BillQuery" -> query(exchange, name, body.get());
                default -> send(exchange, 404, "text/html", "<html><body>无法找到资源。</body></html>");
            }
        }
    }

    private void login(HttpExchange exchange, String name, JsonNode body) throws IOException {
        calls.add(new K3CloudCall(options.clock().instant(), name, Fault.LOGIN, "", "", 0, 0, 0));
        var fault = faults.next(Fault.LOGIN);
        if (fault.isPresent() && spoiled(exchange, fault.get())) return;
        var result = name.equals("ValidateUser") ? logins.byPassword(body) : logins.byAppSecret(body);
        if (result.result() != 1) {
            sendJson(exchange, answers.loginRefused(result.result(), result.message()));
            return;
        }
        var session = sessions.open();
        exchange.getResponseHeaders().add("Set-Cookie", SESSION + "=" + session + "; path=/; HttpOnly");
        sendJson(exchange, answers.loggedIn(session, options.account()));
    }

    private void query(HttpExchange exchange, String name, JsonNode body) throws IOException {
        try {
            var query = BillQuery.parse(json, body);
            var fault = faults.next(query.formId());
            Bills.@Nullable Page page = null;
            try {
                if (fault.isPresent() && spoiled(exchange, fault.get())) return;
                if (!hasSession(exchange)) {
                    sendJson(exchange, answers.sessionLost());
                    return;
                }
                page = bills.find(source, query, fault.map(Fault::kind).orElse(null));
            } finally {
                log(name, query, page == null ? 0 : page.rows().length);
            }
            send(
                    exchange,
                    page,
                    name.equals("BillQuery"),
                    fault.map(Fault::kind).orElse(null));
        } catch (QueryRefused refused) {
            sendJson(exchange, answers.error(refused.code(), String.valueOf(refused.getMessage())));
        }
    }

    private void log(String name, BillQuery query, int rows) {
        calls.add(new K3CloudCall(
                options.clock().instant(),
                name,
                query.formId(),
                query.filter(),
                query.order(),
                query.startRow(),
                query.limit(),
                rows));
    }

    /// Whether the fault answered the call; those that only change the right answer did not.
    private boolean spoiled(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault.kind()) {
            case RESET -> {} // closing without an answer drops the connection
            case SLOW -> {
                faults.delay(fault.delay());
                return false;
            }
            case TRUNCATED_JSON, HALF_ANSWER, WRONG_VALUES, OVERLAPPING_PAGE, REPEATED_PAGE, UNSTABLE_ORDER -> {
                return false;
            }
            case SESSION_LOST -> {
                sessions.closeAll();
                sendJson(exchange, answers.sessionLost());
            }
            case HTTP_500 -> send(exchange, 500, "text/plain", answers.faulty(fault.kind()));
            case HTML_PAGE -> send(exchange, 200, "text/html; charset=utf-8", answers.faulty(fault.kind()));
            default -> sendJson(exchange, answers.faulty(fault.kind()));
        }
        return true;
    }

    private void send(HttpExchange exchange, Bills.Page page, boolean asObjects, @Nullable Kind fault)
            throws IOException {
        // With the length known the JDK's server sends large pieces; its chunks of 4 KB took five times as long.
        var whole = new ByteArrayOutputStream(BUFFER);
        bills.write(page, asObjects, fault, whole);
        int half = Math.max(1, whole.size() / 2);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, fault == Kind.TRUNCATED_JSON ? half : whole.size());
        if (fault == Kind.TRUNCATED_JSON || fault == Kind.HALF_ANSWER)
            exchange.getResponseBody().write(whole.toByteArray(), 0, half);
        else whole.writeTo(exchange.getResponseBody());
        exchange.getResponseBody().flush();
    }

    private boolean hasSession(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst(SESSION);
        if (header != null) return sessions.isOpen(header);
        return exchange.getRequestHeaders().getOrDefault("Cookie", java.util.List.of()).stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(SESSION + "="))
                .anyMatch(cookie -> sessions.isOpen(cookie.substring(SESSION.length() + 1)));
    }

    private Optional<JsonNode> body(HttpExchange exchange) throws IOException {
        try {
            return Optional.of(json.readTree(exchange.getRequestBody().readAllBytes()))
                    .filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// `…DynamicFormService.ExecuteBillQuery.common.kdsvc` → `ExecuteBillQuery`
    private static String service(String path) {
        var suffix = ".common.kdsvc";
        if (!path.endsWith(suffix)) return "";
        var name = path.substring(0, path.length() - suffix.length());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void sendJson(HttpExchange exchange, String text) throws IOException {
        send(exchange, 200, "application/json; charset=utf-8", text);
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
