package org.gemba.planning.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.gemba.planning.channel.ChannelFailed.Reason;
import org.gemba.platform.http.AnswerTooLarge;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Redaction;
import org.gemba.platform.http.Retry;
import org.gemba.platform.http.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls one vendor and reads its answer as JSON, or names the fault that it is. Calls that may be repeated are, with
/// 2, 4 and 8 seconds between, or as long as the vendor asks within half a minute.
public final class JsonCall {
    private static final Logger LOG = LoggerFactory.getLogger(JsonCall.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(90);
    public static final Retry USUAL = new Retry(4, Duration.ofSeconds(2), Duration.ofSeconds(30));

    private final JsonMapper json = JsonMapper.builder().build();
    private final String vendor;
    private final OkHttpClient client;

    /// @param target short, for metrics and logs
    public JsonCall(String vendor, String target, Outbound outbound, Retry retry) {
        this.vendor = vendor;
        this.client = outbound.client(Target.of(target, CONNECT, CALL).withRetry(retry));
    }

    /// @param headers of the answer
    public record Answer(JsonNode body, okhttp3.Headers headers) {
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    public String text(Object body) {
        return json.writeValueAsString(body);
    }

    public Answer send(Request request) throws ChannelFailed {
        try (var response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) throw refused(response);
            return new Answer(parsed(response), response.headers());
        } catch (InterruptedIOException e) {
            throw new ChannelFailed(Reason.UNREACHABLE, vendor + " did not answer in time");
        } catch (AnswerTooLarge e) {
            throw new ChannelFailed(Reason.BROKEN, vendor + " answered more than is accepted");
        } catch (IOException e) {
            LOG.info("{} did not answer: {}", vendor, Redaction.of(e.toString()));
            throw new ChannelFailed(Reason.UNREACHABLE, vendor + " cannot be reached");
        }
    }

    private JsonNode parsed(Response response) throws IOException, ChannelFailed {
        try {
            var node = json.readTree(response.body().string());
            if (node != null && (node.isObject() || node.isArray())) return node;
        } catch (JacksonException e) {
            LOG.info("{} answered no JSON: {}", vendor, e.getOriginalMessage());
        }
        throw new ChannelFailed(Reason.BROKEN, vendor + " answered something that is not JSON");
    }

    private ChannelFailed refused(Response response) {
        int status = response.code();
        LOG.info("{} answered {}", vendor, status);
        return switch (status) {
            case 401, 403 -> new ChannelFailed(Reason.REFUSED, vendor + " refuses the key (" + status + ")");
            case 429 ->
                new ChannelFailed(Reason.LIMITED, vendor + " asks to wait", wait(response.header("Retry-After")));
            default ->
                status >= 500
                        ? new ChannelFailed(Reason.BROKEN, vendor + " has an error of its own (" + status + ")")
                        : new ChannelFailed(Reason.REFUSED, vendor + " refuses the question (" + status + ")");
        };
    }

    private static @Nullable Duration wait(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }
}
