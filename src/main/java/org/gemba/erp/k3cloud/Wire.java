package org.gemba.erp.k3cloud;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.gemba.erp.ErpSettings;
import org.gemba.erp.k3cloud.ErpFailure.Kind;
import tools.jackson.databind.json.JsonMapper;

/// One HTTP call to the ERP: bytes in, bytes out, failures in words.
final class Wire {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
    private static final String PREFIX = "Kingdee.BOS.WebApi.ServicesStub.";
    private static final String SUFFIX = ".common.kdsvc";

    private final OkHttpClient http;
    private final ErpSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();

    Wire(OkHttpClient http, ErpSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /// @param service for example `DynamicFormService.ExecuteBillQuery`
    /// @param session empty before the log-in
    byte[] post(String service, Object body, String session) {
        var request = new Request.Builder()
                .url(settings.server().resolve(PREFIX + service + SUFFIX).toString())
                .post(RequestBody.create(json.writeValueAsBytes(body), JSON));
        if (!session.isEmpty()) {
            request.header("kdservice-sessionid", session).header("Cookie", "kdservice-sessionid=" + session);
        }
        try (var response = http.newCall(request.build()).execute()) {
            return bytes(response);
        } catch (SocketTimeoutException e) {
            throw slow(e);
        } catch (InterruptedIOException e) {
            throw Thread.currentThread().isInterrupted() ? unreachable("the call was cancelled", e) : slow(e);
        } catch (IOException e) {
            throw unreachable(String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] bytes(Response response) throws IOException {
        if (response.code() == 401) {
            throw new ErpFailure(Kind.SESSION_LOST, "The ERP ended the session (HTTP 401).", null);
        }
        if (response.code() != 200 && response.code() != 206) {
            throw new ErpFailure(
                    Kind.GARBLED,
                    "The ERP at " + place() + " answered with HTTP status " + response.code() + ".",
                    null);
        }
        var source = response.body().source();
        if (source.request(LARGEST_ANSWER + 1)) {
            throw new ErpFailure(Kind.REFUSED, "The ERP sent an answer of more than 64 MB.", null);
        }
        return source.readByteArray();
    }

    private ErpFailure slow(IOException cause) {
        return new ErpFailure(
                Kind.SLOW,
                "The ERP at " + place() + " did not answer within " + seconds(settings.requestTimeout()) + " seconds.",
                cause);
    }

    private ErpFailure unreachable(String why, IOException cause) {
        return new ErpFailure(Kind.UNREACHABLE, "The ERP at " + place() + " cannot be reached: " + why + ".", cause);
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.toSeconds());
    }

    private String place() {
        return settings.server().getAuthority();
    }
}
