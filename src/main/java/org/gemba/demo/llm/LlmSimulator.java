package org.gemba.demo.llm;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.gemba.demo.loopback.LoopbackServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A chat server on loopback that speaks as OpenAI (`POST /chat/completions`, also below `/v1`), Ollama and Anthropic
/// do,
/// whole or streamed.
public final class LlmSimulator implements AutoCloseable {
    private static final int PIECE = 12;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;
    private final OtherWires others;
    private final String key;

    private LlmSimulator(String key) {
        this.key = key;
        others = new OtherWires(json, key);
        server = LoopbackServer.start("llm-simulator", 0, Map.of("/", this::answer));
    }

    /// @param key the only API key that is accepted
    public static LlmSimulator start(String key) {
        return new LlmSimulator(key);
    }

    /// The base address, for `DEEPSEEK_BASE_URL`.
    public URI url() {
        return server.url();
    }

    public String key() {
        return key;
    }

    /// The next request that has no other order before it is treated this way.
    public void next(Behaviour behaviour) {
        next.add(behaviour);
    }

    /// What was asked so far, oldest first.
    public List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (others.listed(exchange)) return;
            var spoken = others.read(exchange);
            if (spoken != null) {
                other(exchange, spoken);
                return;
            }
            if (!exchange.getRequestURI().getPath().endsWith("/chat/completions")) {
                error(exchange, 404, "invalid_request_error", "Not Found");
                return;
            }
            if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                error(exchange, 401, "authentication_error", "Authentication Fails, Your api key is invalid");
                return;
            }
            var request = request(exchange);
            if (request == null || request.messages().isEmpty()) {
                error(exchange, 400, "invalid_request_error", "Empty input messages");
                return;
            }
            requests.add(request);
            answer(exchange, request, next.poll());
        }
    }

    private void other(HttpExchange exchange, OtherWires.Spoken spoken) throws IOException {
        if (spoken.wire() == OtherWires.Wire.ANTHROPIC && !others.isKnown(exchange)) {
            error(exchange, 401, "authentication_error", "invalid x-api-key");
            return;
        }
        requests.add(spoken.request());
        var ordered = next.poll();
        if (ordered instanceof Behaviour.Fail fail) error(exchange, fail.status(), "error", fail.message());
        else if (ordered instanceof Behaviour.Garbage) send(exchange, 200, "text/html", "<html>busy</html>");
        else
            others.answer(
                    exchange,
                    spoken,
                    ordered instanceof Behaviour.Say say ? say.text() : Brain.answer(spoken.request()));
    }

    private void answer(HttpExchange exchange, ChatRequest request, @Nullable Behaviour ordered) throws IOException {
        var text = ordered instanceof Behaviour.Say say ? say.text() : Brain.answer(request);
        if (ordered instanceof Behaviour.Fail fail) error(exchange, fail.status(), "server_error", fail.message());
        else if (ordered instanceof Behaviour.Garbage) send(exchange, 200, "text/html", "<html>busy</html>");
        else if (ordered instanceof Behaviour.BreakOff end) stream(exchange, request, text, end.afterPieces());
        else if (request.stream()) stream(exchange, request, text, Integer.MAX_VALUE);
        else whole(exchange, request, text);
    }

    private void whole(HttpExchange exchange, ChatRequest request, String text) throws IOException {
        var message = Map.of("role", "assistant", "content", text);
        var choice = Map.of("index", 0, "message", message, "finish_reason", "stop");
        var usage = Map.of("prompt_tokens", request.length() / 2, "completion_tokens", text.length() / 2);
        send(
                exchange,
                200,
                "application/json",
                json.writeValueAsString(Map.of(
                        "id",
                        "chatcmpl-demo",
                        "object",
                        "chat.completion",
                        "created",
                        0,
                        "model",
                        request.model(),
                        "choices",
                        List.of(choice),
                        "usage",
                        usage)));
    }

    private void stream(HttpExchange exchange, ChatRequest request, String text, int pieces) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        int sent = 0;
        for (int from = 0; from < text.length(); sent++) {
            if (sent == pieces) return;
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) to++;
            event(exchange, chunk(request, Map.of("content", text.substring(from, to)), null));
            from = to;
        }
        event(exchange, chunk(request, Map.of(), "stop"));
        event(exchange, "[DONE]");
    }

    private String chunk(ChatRequest request, Map<String, String> delta, @Nullable String finish) {
        var choice = new java.util.LinkedHashMap<String, @Nullable Object>();
        choice.put("index", 0);
        choice.put("delta", delta);
        choice.put("finish_reason", finish);
        return json.writeValueAsString(Map.of(
                "id",
                "chatcmpl-demo",
                "object",
                "chat.completion.chunk",
                "created",
                0,
                "model",
                request.model(),
                "choices",
                List.of(choice)));
    }

    private static void event(HttpExchange exchange, String data) throws IOException {
        exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private @Nullable ChatRequest request(HttpExchange exchange) throws IOException {
        try {
            var body = json.readTree(exchange.getRequestBody().readAllBytes());
            return new ChatRequest(
                    body.path("model").asString("demo"),
                    body.path("stream").asBoolean(false),
                    StreamSupport.stream(body.path("messages").spliterator(), false)
                            .map(LlmSimulator::message)
                            .toList());
        } catch (JacksonException e) {
            return null;
        }
    }

    private static ChatRequest.Message message(JsonNode node) {
        return new ChatRequest.Message(
                node.path("role").asString(""), node.path("content").asString(""));
    }

    private void error(HttpExchange exchange, int status, String type, String message) throws IOException {
        var body = json.writeValueAsString(Map.of("error", Map.of("message", message, "type", type)));
        if (status == 429) exchange.getResponseHeaders().set("Retry-After", "1");
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
