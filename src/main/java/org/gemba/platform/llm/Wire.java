package org.gemba.platform.llm;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.gemba.platform.http.AnswerTooLarge;
import org.gemba.platform.http.Redaction;
import org.gemba.platform.llm.ModelFailed.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the protocols have in common: JSON out, JSON or lines in, and one list of reasons for failures.
final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_LINE = 256 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final OkHttpClient client;
    private final HttpUrl base;

    @FunctionalInterface
    interface Lines {
        /// @return true at the last line
        boolean take(String line) throws IOException, ModelFailed;
    }

    /// Adds the maker's headers.
    @FunctionalInterface
    interface Headers {
        Request.Builder on(Request.Builder request);
    }

    Wire(OkHttpClient client, String base) {
        this.client = client;
        this.base = HttpUrl.get(base);
    }

    JsonNode read(String text) {
        return json.readTree(text);
    }

    /// The JSON answer to a GET below the base address.
    JsonNode get(String path, Headers headers) throws ModelFailed {
        return whole(client.newCall(
                headers.on(new Request.Builder().url(below(path))).build()));
    }

    /// The JSON answer to a POST below the base address.
    JsonNode post(String path, Object order, Headers headers) throws ModelFailed {
        return whole(call(path, order, headers));
    }

    private JsonNode whole(Call call) throws ModelFailed {
        try (var response = answered(call)) {
            return json.readTree(response.body().string());
        } catch (JacksonException e) {
            throw new ModelFailed(Reason.GARBAGE, "no JSON");
        } catch (IOException e) {
            throw failed(e, Reason.CUT);
        }
    }

    /// Reads an answer line by line until the protocol says that it is the last one.
    ///
    /// @param type what the answer's content type begins with
    void stream(Call call, String type, Lines lines) throws ModelFailed, ListenerGone {
        try (var response = answered(call)) {
            var found = response.header("Content-Type", "");
            if (found == null || !found.startsWith(type)) throw new ModelFailed(Reason.GARBAGE, "no stream");
            read(response.body().source(), lines);
        } catch (ListenerGone e) {
            call.cancel();
            throw e;
        } catch (JacksonException e) {
            throw new ModelFailed(Reason.GARBAGE, "no JSON");
        } catch (IOException e) {
            throw failed(e, Reason.CUT);
        }
    }

    private static void read(BufferedSource source, Lines lines) throws IOException, ModelFailed {
        while (!source.exhausted()) {
            if (lines.take(source.readUtf8LineStrict(LONGEST_LINE))) return;
        }
        throw new ModelFailed(Reason.CUT, "the stream ended early");
    }

    static void tell(JsonNode content, ChatModel.Listener listener) throws ListenerGone {
        if (!content.isString() || content.stringValue().isEmpty()) return;
        try {
            listener.piece(content.stringValue());
        } catch (IOException e) {
            throw new ListenerGone(e);
        }
    }

    Call call(String path, Object order, Headers headers) {
        return client.newCall(headers.on(new Request.Builder().url(below(path)))
                .post(RequestBody.create(json.writeValueAsString(order), JSON))
                .build());
    }

    private HttpUrl below(String path) {
        return base.newBuilder().addPathSegments(path).build();
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
            case 429, 529 -> Reason.BUSY;
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
