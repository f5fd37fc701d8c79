package org.gemba.inventory.supplier;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.gemba.inventory.supplier.SupplierFailed.Reason;
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

/// One question to a supplier: sent, repeated where that helps, and its answer read as JSON or named as the fault that
/// it is.
final class SupplierCall {
    private static final Logger LOG = LoggerFactory.getLogger(SupplierCall.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Retry TWICE = new Retry(2, Duration.ofMillis(300), Duration.ofSeconds(2));

    private final JsonMapper json = JsonMapper.builder().build();
    private final String supplier;
    private final OkHttpClient client;

    SupplierCall(String supplier, Outbound outbound) {
        this.supplier = supplier;
        this.client = outbound.client(Target.of(supplier.toLowerCase(java.util.Locale.ROOT), CONNECT, CALL)
                .withRetry(TWICE));
    }

    String text(Object order) {
        return json.writeValueAsString(order);
    }

    JsonNode json(Request request) throws SupplierFailed {
        try (var response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) throw refused(response);
            return parsed(response);
        } catch (InterruptedIOException e) {
            throw new SupplierFailed(Reason.SLOW, supplier + " did not answer in time");
        } catch (AnswerTooLarge e) {
            throw new SupplierFailed(Reason.GARBAGE, supplier + " answered more than is accepted");
        } catch (IOException e) {
            LOG.info("{} did not answer: {}", supplier, Redaction.of(e.toString()));
            throw new SupplierFailed(Reason.UNREACHABLE, supplier + " cannot be reached");
        }
    }

    private JsonNode parsed(Response response) throws IOException, SupplierFailed {
        var body = response.body().string();
        try {
            var node = json.readTree(body);
            if (node != null && node.isObject()) return node;
        } catch (JacksonException e) {
            LOG.info("{} answered no JSON: {}", supplier, Redaction.of(body));
        }
        throw new SupplierFailed(Reason.GARBAGE, supplier + " answered something that is not JSON");
    }

    private SupplierFailed refused(Response response) throws IOException {
        int status = response.code();
        LOG.info(
                "{} answered {}: {}",
                supplier,
                status,
                Redaction.of(response.peekBody(1000).string()));
        return switch (status) {
            case 401, 403 -> new SupplierFailed(Reason.REFUSED, supplier + " refuses the key");
            case 404 -> new SupplierFailed(Reason.UNKNOWN_PART, supplier + " knows no such part");
            case 429 ->
                new SupplierFailed(Reason.BUSY, supplier + " asks to wait", wait(response.header("Retry-After")));
            default ->
                status >= 500
                        ? new SupplierFailed(Reason.BROKEN, supplier + " has an error of its own (" + status + ")")
                        : new SupplierFailed(Reason.REFUSED, supplier + " refuses the question (" + status + ")");
        };
    }

    private static @Nullable Duration wait(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }
}
