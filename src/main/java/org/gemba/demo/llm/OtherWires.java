package org.gemba.demo.llm;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The protocols of Ollama (`/api/chat`, `/api/tags`) and Anthropic (`/messages`, `/models`), whole and streamed, and
/// OpenAI's list of models.
final class OtherWires {
    static final String MODEL = "gemba-demo";
    private static final int PIECE = 12;

    private final JsonMapper json;
    private final String key;

    OtherWires(JsonMapper json, String key) {
        this.json = json;
        this.key = key;
    }

    /// Null for a path that is none of these.
    @Nullable
    Spoken read(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/api/chat")) return new Spoken(Wire.OLLAMA, request(exchange));
        if (path.endsWith("/messages")) return new Spoken(Wire.ANTHROPIC, request(exchange));
        return null;
    }

    enum Wire {
        OLLAMA,
        ANTHROPIC
    }

    record Spoken(Wire wire, ChatRequest request) {}

    /// True when the path was a list of models and is answered.
    boolean listed(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/api/tags")) {
            var model = Map.of(
                    "name",
                    MODEL + ":latest",
                    "size",
                    2_019_393_189L,
                    "modified_at",
                    "2026-11-20T08:00:00Z",
                    "digest",
                    "a80c4f17acd5");
            send(exchange, 200, Map.of("models", List.of(model)));
            return true;
        }
        if (!path.endsWith("/models")) return false;
        if (isKnown(exchange)) send(exchange, 200, Map.of("data", List.of(Map.of("id", MODEL), Map.of("id", "other"))));
        else send(exchange, 401, Map.of("error", Map.of("type", "authentication_error", "message", "invalid key")));
        return true;
    }

    boolean isKnown(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return ("Bearer " + key).equals(headers.getFirst("Authorization"))
                || key.equals(headers.getFirst("x-api-key")) && headers.getFirst("anthropic-version") != null;
    }

    /// Anthropic has the system's words in a field of their own.
    private ChatRequest request(HttpExchange exchange) throws IOException {
        var body = json.readTree(exchange.getRequestBody().readAllBytes());
        var messages = new ArrayList<ChatRequest.Message>();
        if (body.path("system").isString()) {
            messages.add(new ChatRequest.Message("system", body.path("system").stringValue()));
        }
        StreamSupport.stream(body.path("messages").spliterator(), false)
                .map(OtherWires::message)
                .forEach(messages::add);
        return new ChatRequest(
                body.path("model").asString(""), body.path("stream").asBoolean(false), messages);
    }

    private static ChatRequest.Message message(JsonNode node) {
        return new ChatRequest.Message(
                node.path("role").asString(""), node.path("content").asString(""));
    }

    void answer(HttpExchange exchange, Spoken spoken, String text) throws IOException {
        switch (spoken.wire()) {
            case OLLAMA -> ollama(exchange, spoken.request(), text);
            case ANTHROPIC -> anthropic(exchange, spoken.request(), text);
        }
    }

    private void ollama(HttpExchange exchange, ChatRequest request, String text) throws IOException {
        if (!request.stream()) {
            send(exchange, 200, ollamaPiece(request, text, true));
            return;
        }
        begin(exchange, "application/x-ndjson");
        for (var piece : pieces(text)) line(exchange, json.writeValueAsString(ollamaPiece(request, piece, false)));
        line(exchange, json.writeValueAsString(ollamaPiece(request, "", true)));
    }

    private static Map<String, Object> ollamaPiece(ChatRequest request, String text, boolean done) {
        var message = Map.of("role", "assistant", "content", text);
        return Map.of("model", request.model(), "message", message, "done", done);
    }

    private void anthropic(HttpExchange exchange, ChatRequest request, String text) throws IOException {
        if (!request.stream()) {
            send(
                    exchange,
                    200,
                    Map.of(
                            "type", "message",
                            "role", "assistant",
                            "model", request.model(),
                            "stop_reason", "end_turn",
                            "content", List.of(Map.of("type", "text", "text", text))));
            return;
        }
        begin(exchange, "text/event-stream");
        event(exchange, "message_start", Map.of("type", "message_start"));
        for (var piece : pieces(text)) {
            var delta = Map.of("type", "text_delta", "text", piece);
            event(exchange, "content_block_delta", Map.of("type", "content_block_delta", "index", 0, "delta", delta));
        }
        event(exchange, "message_stop", Map.of("type", "message_stop"));
    }

    private void event(HttpExchange exchange, String name, Object data) throws IOException {
        line(exchange, "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n");
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) to++;
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static void begin(HttpExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
    }

    private static void line(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
