package org.gemba.platform.llm;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.gemba.platform.llm.ModelFailed.Reason;
import tools.jackson.databind.JsonNode;

/// The OpenAI protocol, which many others speak too: `POST {base}/chat/completions`, streamed as server-sent events.
final class OpenAiModel implements ChatModel {
    private final Wire wire;
    private final ModelSettings settings;

    private record Order(
            String model, List<Message> messages, int max_tokens, BigDecimal temperature, boolean stream) {}

    OpenAiModel(OkHttpClient client, ModelSettings settings) {
        this.wire = new Wire(client, settings.base());
        this.settings = settings;
    }

    @Override
    public String whole(List<Message> messages) throws ModelFailed {
        var text = choice(wire.post("chat/completions", order(messages, false), this::named))
                .path("message")
                .path("content");
        if (!text.isString()) throw new ModelFailed(Reason.GARBAGE, "no content");
        return text.stringValue();
    }

    @Override
    public void stream(List<Message> messages, Listener listener) throws ModelFailed, ListenerGone {
        var call = wire.call("chat/completions", order(messages, true), this::named);
        var finished = new boolean[1];
        try {
            wire.stream(call, "text/event-stream", line -> {
                if (!line.startsWith("data:")) return false;
                var data = line.substring(5).strip();
                if (data.equals("[DONE]")) return true;
                var choice = choice(wire.read(data));
                if (choice.path("finish_reason").isString()) finished[0] = true;
                Wire.tell(choice.path("delta").path("content"), listener);
                return false;
            });
        } catch (ModelFailed e) {
            // some servers close after the last piece without a word
            if (!finished[0] || e.reason() != Reason.CUT) throw e;
        }
    }

    @Override
    public List<Offer> offers() throws ModelFailed {
        var found = wire.get("models", this::named).path("data");
        if (!found.isArray()) throw new ModelFailed(Reason.GARBAGE, "no list of models");
        return StreamSupport.stream(found.spliterator(), false)
                .map(model -> Offer.named(model.path("id").asString("")))
                .toList();
    }

    private static JsonNode choice(JsonNode answer) {
        return answer.path("choices").path(0);
    }

    private Order order(List<Message> messages, boolean stream) {
        return new Order(settings.model(), messages, settings.maxTokens(), settings.temperature(), stream);
    }

    private Request.Builder named(Request.Builder request) {
        if (settings.key().isBlank()) return request;
        return request.header("Authorization", "Bearer " + settings.key().value());
    }
}
