package org.gemba.erp.k3cloud;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.gemba.platform.error.AppError;
import org.gemba.platform.http.AnswerTooLarge;

/// One POST of JSON to one service of the ERP.
final class Wire {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final String PREFIX = "Kingdee.BOS.WebApi.ServicesStub.";
    private static final String SUFFIX = ".common.kdsvc";

    private final OkHttpClient http;
    private final URI server;

    Wire(OkHttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /// @param sessionId empty for none
    /// @throws AppError.UpstreamUnavailable when nothing, or not a success, comes back
    /// @throws ErpRefusal with status 401 or 403
    String post(String service, String body, String sessionId) {
        var request = new Request.Builder()
                .url(server.resolve(PREFIX + service + SUFFIX).toString())
                .post(RequestBody.create(body, JSON));
        if (!sessionId.isEmpty()) {
            request.header("kdservice-sessionid", sessionId);
            request.header("Cookie", "kdservice-sessionid=" + sessionId);
        }
        try (var response = http.newCall(request.build()).execute()) {
            if (response.code() == 401 || response.code() == 403) throw new ErpRefusal("unauthorized");
            if (response.code() != 200 && response.code() != 206) {
                throw unavailable("The ERP answers with status " + response.code(), null);
            }
            return response.body().string();
        } catch (AnswerTooLarge e) {
            throw unavailable("The ERP sent more than Gemba accepts", e);
        } catch (InterruptedIOException e) {
            throw unavailable("The ERP did not answer in time", e);
        } catch (IOException e) {
            throw unavailable("The ERP cannot be reached", e);
        }
    }

    static AppError.UpstreamUnavailable unavailable(
            String message, @org.jspecify.annotations.Nullable Throwable cause) {
        return new AppError.UpstreamUnavailable("erp", message, cause);
    }
}
