package org.gemba.demo.k3cloud;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The barest client: enough to test the simulator without the program's own client.
final class K3CloudCaller implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERVICES = "Kingdee.BOS.WebApi.ServicesStub.";

    private final HttpClient http = HttpClient.newHttpClient();
    private final K3CloudSimulator simulator;
    private String session = "none";

    K3CloudCaller(K3CloudSimulator simulator) {
        this.simulator = simulator;
    }

    JsonNode login() {
        var account = simulator.account();
        var answer = JSON.readTree(post(
                        "AuthService.LoginByAppSecret",
                        Map.of(
                                "acctID", account.accountId(),
                                "username", account.userName(),
                                "appId", account.appId(),
                                "appSecret", account.appSecret(),
                                "lcid", 2052))
                .body());
        session = answer.path("KDSVCSessionId").asString("none");
        return answer;
    }

    JsonNode rows(FormKind form, String keys, String filter) {
        return rows(form, keys, filter, "", 0, 2000);
    }

    JsonNode rows(FormKind form, String keys, String filter, String order, int startRow, int limit) {
        return JSON.readTree(
                query(form.id(), keys, filter, order, startRow, limit).body());
    }

    HttpResponse<String> query(String form, String keys, String filter) {
        return query(form, keys, filter, "", 0, 2000);
    }

    HttpResponse<String> query(String form, String keys, String filter, String order, int startRow, int limit) {
        var data = new LinkedHashMap<String, Object>();
        data.put("FormId", form);
        data.put("FieldKeys", keys);
        data.put("FilterString", filter);
        data.put("OrderString", order);
        data.put("TopRowCount", 0);
        data.put("StartRow", startRow);
        data.put("Limit", limit);
        return post("DynamicFormService.ExecuteBillQuery", Map.of("data", data));
    }

    HttpResponse<String> post(String service, Object body) {
        return send(
                simulator.url().resolve(SERVICES + service + ".common.kdsvc").toString(), body);
    }

    private HttpResponse<String> send(String url, Object body) {
        try {
            var request = HttpRequest.newBuilder(java.net.URI.create(url))
                    .header("Content-Type", "application/json")
                    .header("kdservice-sessionid", session)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
