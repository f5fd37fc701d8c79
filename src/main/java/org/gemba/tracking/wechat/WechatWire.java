package org.gemba.tracking.wechat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.gemba.platform.http.Redaction;
import org.gemba.tracking.wechat.WechatFailure.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One call of WeChat's and its answer: JSON, in which an `errcode` other than 0 is an error, whatever the status says.
/// Nothing is repeated: a login code is good once, and a message must not come twice.
final class WechatWire {
    private static final Logger LOG = LoggerFactory.getLogger(WechatWire.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int BUSY = -1;

    private final JsonMapper json = JsonMapper.builder().build();
    private final OkHttpClient client;
    private final HttpUrl base;

    WechatWire(OkHttpClient client, HttpUrl base) {
        this.client = client;
        this.base = base;
    }

    /// @param query in order; secrets among it are never logged
    JsonNode get(String path, Map<String, String> query) throws WechatFailure {
        return answer(new Request.Builder().url(url(path, query)).get().build());
    }

    JsonNode post(String path, Map<String, String> query, Object body) throws WechatFailure {
        return answer(new Request.Builder()
                .url(url(path, query))
                .post(RequestBody.create(json.writeValueAsBytes(body), JSON))
                .build());
    }

    private HttpUrl url(String path, Map<String, String> query) {
        var url = base.newBuilder();
        for (var part : path.split("/")) url.addPathSegment(part);
        query.forEach(url::addQueryParameter);
        return url.build();
    }

    private JsonNode answer(Request request) throws WechatFailure {
        String text;
        try (var response = client.newCall(request).execute()) {
            text = response.body().string();
            if (!response.isSuccessful()) {
                throw new WechatFailure(Kind.UNCLEAR, 0, "WeChat answered with status " + response.code(), null);
            }
        } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
            LOG.info("WeChat cannot be reached: {}", Redaction.of(e.toString()));
            throw new WechatFailure(Kind.UNREACHABLE, 0, "WeChat cannot be reached", e);
        } catch (IOException e) {
            LOG.info("WeChat did not answer: {}", Redaction.of(e.toString()));
            throw new WechatFailure(Kind.UNCLEAR, 0, "WeChat did not answer in time", e);
        }
        return checked(text);
    }

    private JsonNode checked(String text) throws WechatFailure {
        JsonNode answer;
        try {
            answer = json.readTree(text);
        } catch (JacksonException e) {
            throw new WechatFailure(Kind.UNCLEAR, 0, "WeChat's answer is no JSON", null);
        }
        if (answer == null || !answer.isObject()) {
            throw new WechatFailure(Kind.UNCLEAR, 0, "WeChat's answer is no object", null);
        }
        int code = answer.path("errcode").asInt(0);
        if (code == 0) return answer;
        var words = Redaction.of(answer.path("errmsg").asString(""));
        LOG.info("WeChat refused: {} {}", code, words);
        throw new WechatFailure(code == BUSY ? Kind.BUSY : Kind.REFUSED, code, words, null);
    }
}
