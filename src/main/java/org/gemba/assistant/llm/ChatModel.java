package org.gemba.assistant.llm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.gemba.assistant.llm.ModelFailed.Reason;
import org.gemba.platform.config.Secret;
import org.gemba.platform.http.AnswerTooLarge;
import org.gemba.platform.http.Redaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One model at one address: `POST {base}/chat/completions`. Nothing is repeated, since each try costs money.
public final class ChatModel {
    private static final Logger LOG = LoggerFactory.getLogger(ChatModel.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int MOST_TOKENS = 1024;
    private static final double TEMPERATURE = 0.3;
    private static final long LONGEST_LINE = 256 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final OkHttpClient client;
    private final HttpUrl address;
    private final Secret key;
    private final String name;

    /// @param role `system`, `user` or `assistant`
    public record Message(String role, String content) {}

    private record Order(String model, List<Message> messages, int max_tokens, double temperature, boolean stream) {}

    @FunctionalInterface
    public interface Listener {
        /// @throws IOException when nobody listens any more
        void piece(String text) throws IOException;
    }

    /// @param base for example `https://api.deepseek.com`
    public ChatModel(OkHttpClient client, String base, Secret key, String name) {
        this.client = client;
        this.address = HttpUrl.get(base)
                .newBuilder()
                .addPathSegment("chat")
                .addPathSegment("completions")
                .build();
        this.key = key;
        this.name = name;
    }

    /// The answer in one piece.
    public String whole(List<Message> messages) throws ModelFailed {
        try (var response = answered(call(messages, false))) {
            var node = json.readTree(response.body().string());
            var text = node.path("choices").path(0).path("message").path("content");
            if (!text.isString()) throw new ModelFailed(Reason.GARBAGE, "no content");
            return text.stringValue();
        } catch (JacksonException e) {
            throw new ModelFailed(Reason.GARBAGE, "no JSON");
        } catch (IOException e) {
            throw failed(e, Reason.CUT);
        }
    }

    /// The answer piece by piece, on this thread.
    ///
    /// @throws ListenerGone when the listener threw; the model's stream is cancelled then
    public void stream(List<Message> messages, Listener listener) throws ModelFailed, ListenerGone {
        var call = call(messages, true);
        try (var response = answered(call)) {
            read(response, call, listener);
        } catch (ListenerGone e) {
            throw e;
        } catch (JacksonException e) {
            throw new ModelFailed(Reason.GARBAGE, "no JSON");
        } catch (IOException e) {
            throw failed(e, Reason.CUT);
        }
    }

    private void read(Response response, Call call, Listener listener) throws IOException, ModelFailed {
        var type = response.header("Content-Type", "");
        if (type == null || !type.startsWith("text/event-stream")) throw new ModelFailed(Reason.GARBAGE, "no stream");
        var source = response.body().source();
        boolean finished = false;
        while (!source.exhausted()) {
            var line = source.readUtf8LineStrict(LONGEST_LINE);
            if (!line.startsWith("data:")) continue;
            var data = line.substring(5).strip();
            if (data.equals("[DONE]")) return;
            var choice = json.readTree(data).path("choices").path(0);
            if (choice.path("finish_reason").isString()) finished = true;
            tell(choice.path("delta").path("content"), call, listener);
        }
        if (!finished) throw new ModelFailed(Reason.CUT, "the stream ended early");
    }

    private static void tell(JsonNode content, Call call, Listener listener) throws ListenerGone {
        if (!content.isString() || content.stringValue().isEmpty()) return;
        try {
            listener.piece(content.stringValue());
        } catch (IOException e) {
            call.cancel();
            throw new ListenerGone(e);
        }
    }

    private Call call(List<Message> messages, boolean stream) {
        var order = json.writeValueAsString(new Order(name, messages, MOST_TOKENS, TEMPERATURE, stream));
        return client.newCall(new Request.Builder()
                .url(address)
                .header("Authorization", "Bearer " + key.value())
                .post(RequestBody.create(order, JSON))
                .build());
    }

    private static Response answered(Call call) throws ModelFailed {
        Response response;
        try {
            response = call.execute();
        } catch (IOException e) {
            throw failed(e, Reason.UNREACHABLE);
        }
        if (response.isSuccessful()) return response;
        try (response) {
            LOG.warn("the model answered {}: {}", response.code(), Redaction.of(start(response)));
            throw new ModelFailed(reason(response.code()), "status " + response.code());
        }
    }

    private static String start(Response response) {
        try {
            return response.peekBody(1000).string();
        } catch (IOException e) {
            return "";
        }
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403 -> Reason.WRONG_KEY;
            case 402 -> Reason.NO_CREDIT;
            case 429 -> Reason.BUSY;
            default -> status >= 500 ? Reason.BROKEN : Reason.REFUSED;
        };
    }

    private static ModelFailed failed(IOException e, Reason otherwise) {
        LOG.info("the model did not answer: {}", Redaction.of(e.toString()));
        if (e instanceof InterruptedIOException) return new ModelFailed(Reason.SLOW, "time-out");
        if (e instanceof AnswerTooLarge) return new ModelFailed(Reason.GARBAGE, "too large");
        return new ModelFailed(otherwise, "connection");
    }
}
