package org.gemba.demo.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/// What simulated systems with JSON answers have in common: a server, moods on command, and a memory of what was asked.
/// A running demo takes orders at `POST /_next?mood=busy`.
public abstract class MoodyServer implements AutoCloseable {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    /// @param more handlers besides, by the beginning of the path
    protected MoodyServer(String name, Map<String, HttpHandler> more) {
        var handlers = new HashMap<>(more);
        handlers.put("/", this::spoiled);
        handlers.put("/_next", this::order);
        this.server = LoopbackServer.start(name, 0, handlers);
    }

    /// Answers one well-meant call.
    protected abstract Reply answer(HttpExchange exchange) throws IOException;

    /// What {@link Mood#FORGETFUL} does here.
    protected void forget() {}

    /// @param body written as JSON
    public record Reply(int status, Object body) {}

    public URI url() {
        return server.url();
    }

    /// The next call that has no other order before it meets this mood.
    public void next(Mood mood) {
        moods.add(mood);
    }

    /// Forgets the moods that were ordered and not yet shown.
    public void calm() {
        moods.clear();
    }

    /// Method and path of every call so far, without secrets.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void goDown() {
        server.goDown();
    }

    public void comeBack() {
        server.comeBack();
    }

    @Override
    public void close() {
        server.close();
    }

    protected byte[] body(HttpExchange exchange) throws IOException {
        return exchange.getRequestBody().readAllBytes();
    }

    protected JsonMapper json() {
        return json;
    }

    private void order(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            var mood = Mood.named(query.replaceFirst("^mood=", ""));
            mood.ifPresent(moods::add);
            send(
                    exchange,
                    mood.isPresent() ? 200 : 400,
                    "text/plain",
                    mood.isPresent() ? "as you wish" : "no such mood");
        }
    }

    private void spoiled(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            var mood = moods.poll();
            if (mood == Mood.SILENT) return;
            if (mood == Mood.FORGETFUL) forget();
            if (mood == Mood.BUSY) exchange.getResponseHeaders().set("Retry-After", "1");
            if (mood == Mood.BUSY) send(exchange, 429, "application/json", "{\"message\":\"Too many requests\"}");
            else if (mood == Mood.BROKEN) send(exchange, 500, "text/plain", "java.lang.NullPointerException\n\tat …");
            else if (mood == Mood.HTML) send(exchange, 200, "text/html", "<html><body>Maintenance</body></html>");
            else send(exchange, answer(exchange), mood == Mood.HALF_JSON);
        }
    }

    private void send(HttpExchange exchange, Reply reply, boolean half) throws IOException {
        var text = json.writeValueAsString(reply.body());
        send(exchange, reply.status(), "application/json", half ? text.substring(0, text.length() / 2) : text);
    }

    public static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
