package org.gemba.platform.llm;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.gemba.platform.llm.ModelFailed.Reason;

/// Anthropic: `POST {base}/messages` with the system's words apart, streamed as server-sent events with a type each.
final class AnthropicModel implements ChatModel {
    private static final String VERSION = "2023-06-01";

    private final Wire wire;
    private final ModelSettings settings;

    private record Order(
            String model,
            String system,
            List<Message> messages,
            int max_tokens,
            BigDecimal temperature,
            boolean stream) {}

    AnthropicModel(OkHttpClient client, ModelSettings settings) {
        this.wire = new Wire(client, settings.base());
        this.settings = settings;
    }

    @Override
    public String whole(List<Message> messages) throws ModelFailed {
        var content = wire.post("messages", order(messages, false), this::named).path("content");
        var text = StreamSupport.stream(content.spliterator(), false)
                .filter(block -> block.path("type").asString("").equals("text"))
                .map(block -> block.path("text").asString(""))
                .collect(Collectors.joining());
        if (text.isEmpty()) throw new ModelFailed(Reason.GARBAGE, "no content");
        return text;
    }

    @Override
    public void stream(List<Message> messages, Listener listener) throws ModelFailed, ListenerGone {
        var call = wire.call("messages", order(messages, true), this::named);
        wire.stream(call, "text/event-stream", line -> {
            if (!line.startsWith("data:")) return false;
            var event = wire.read(line.substring(5));
            var type = event.path("type").asString("");
            if (type.equals("error")) throw new ModelFailed(Reason.BROKEN, "an error in the stream");
            if (type.equals("content_block_delta"))
                Wire.tell(event.path("delta").path("text"), listener);
            return type.equals("message_stop");
        });
    }

    @Override
    public List<Offer> offers() throws ModelFailed {
        var found = wire.get("models", this::named).path("data");
        if (!found.isArray()) throw new ModelFailed(Reason.GARBAGE, "no list of models");
        return StreamSupport.stream(found.spliterator(), false)
                .map(model -> Offer.named(model.path("id").asString("")))
                .toList();
    }

    /// Its words of the system are a field of their own, and temperatures end at 1.
    private Order order(List<Message> messages, boolean stream) {
        var system = messages.stream()
                .filter(message -> message.role().equals("system"))
                .map(Message::content)
                .collect(Collectors.joining("\n\n"));
        var said = messages.stream()
                .filter(message -> !message.role().equals("system"))
                .toList();
        return new Order(
                settings.model(),
                system,
                said,
                settings.maxTokens(),
                settings.temperature().min(BigDecimal.ONE),
                stream);
    }

    private Request.Builder named(Request.Builder request) {
        return request.header("x-api-key", settings.key().value()).header("anthropic-version", VERSION);
    }
}
