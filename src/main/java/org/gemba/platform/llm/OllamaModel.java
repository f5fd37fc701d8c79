package org.gemba.platform.llm;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import org.gemba.platform.llm.ModelFailed.Reason;

/// Ollama: `POST {base}/api/chat`, streamed as lines of JSON, and the installed models at `GET {base}/api/tags`.
final class OllamaModel implements ChatModel {
    private final Wire wire;
    private final ModelSettings settings;

    private record Options(BigDecimal temperature, int num_predict) {}

    private record Order(String model, List<Message> messages, boolean stream, Options options) {}

    OllamaModel(OkHttpClient client, ModelSettings settings) {
        this.wire = new Wire(client, settings.base());
        this.settings = settings;
    }

    @Override
    public String whole(List<Message> messages) throws ModelFailed {
        var text = wire.post("api/chat", order(messages, false), request -> request)
                .path("message")
                .path("content");
        if (!text.isString()) throw new ModelFailed(Reason.GARBAGE, "no content");
        return text.stringValue();
    }

    @Override
    public void stream(List<Message> messages, Listener listener) throws ModelFailed, ListenerGone {
        var call = wire.call("api/chat", order(messages, true), request -> request);
        wire.stream(call, "application/x-ndjson", line -> {
            if (line.isBlank()) return false;
            var piece = wire.read(line);
            Wire.tell(piece.path("message").path("content"), listener);
            return piece.path("done").asBoolean(false);
        });
    }

    @Override
    public List<Offer> offers() throws ModelFailed {
        var found = wire.get("api/tags", request -> request).path("models");
        if (!found.isArray()) throw new ModelFailed(Reason.GARBAGE, "no list of models");
        return StreamSupport.stream(found.spliterator(), false)
                .map(model -> new Offer(
                        model.path("name").asString(""),
                        model.path("size").asLong(0),
                        model.path("modified_at").asString(""),
                        model.path("digest").asString("")))
                .toList();
    }

    private Order order(List<Message> messages, boolean stream) {
        return new Order(settings.model(), messages, stream, new Options(settings.temperature(), settings.maxTokens()));
    }
}
