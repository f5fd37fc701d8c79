package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever goes wrong, in all five families: the right status, in the family's own form, with the headers that every
/// answer carries.
class DialectTest {
    record Wish(int count, String name) {}

    private static final Map<ApiFamily, String> ROOMS = Map.of(
            ApiFamily.MTO, "/api/cache",
            ApiFamily.TRACKING, "/api/orders",
            ApiFamily.KPI, "/api/v1/work-orders",
            ApiFamily.INVENTORY, "/parts",
            ApiFamily.PLANNING, "/api/products");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.of(ROOMS.entrySet().stream()
                .flatMap(room -> routes(room.getKey(), room.getValue()).stream())
                .toList());
    }

    private static List<Route> routes(ApiFamily family, String room) {
        return List.of(
                Route.post(family, room + "/wish", "").takes(Wish.class).handle(call -> call.body(Wish.class)),
                Route.get(family, room + "/{id}", "").handle(call -> switch (call.path("id")) {
                    case "missing" -> throw new AppError.NotFound("Thing", "missing");
                    case "invalid" ->
                        throw new AppError.InvalidInput(FieldError.body("sku", "x", new Rule.TooShort(3)));
                    case "conflict" -> throw new AppError.Conflict("It runs already");
                    case "rule" -> throw new AppError.Unprocessable("Not in this state");
                    case "erp" -> throw new AppError.UpstreamUnavailable("erp", "The ERP does not answer", null);
                    case "unset" -> throw new AppError.NotConfigured("llm", "Chat service not configured");
                    case "large" -> throw new AppError.TooLarge("Too many rows");
                    case "bug" -> throw new IllegalStateException("select * from app_user");
                    default -> Map.of("id", call.path("id"));
                }));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void anUnknownRoute(ApiFamily family) {
        assertError(family, server.get(ROOMS.get(family) + "/no/such/thing/here"), 404);
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void aWrongMethodNamesTheRightOnes(ApiFamily family) {
        var got = server.delete(ROOMS.get(family) + "/1", "admin");
        assertError(family, got, 405);
        assertThat(got.header("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void noTokenAForeignOneAndAWrongScheme(ApiFamily family) {
        var path = ROOMS.get(family) + "/1";
        var foreign = family == ApiFamily.MTO ? "admin@kpi" : "admin@mto";
        var basic = server.send(HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Basic YTpi"));
        for (var got : List.of(server.get(path), server.get(path, foreign), basic)) {
            assertError(family, got, 401);
            assertThat(got.header("WWW-Authenticate")).contains("Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"count": 1, "name":            | cut off
                    {'count': 1}                    | no JSON
                    {"count":1,"count":2,"name":""} | a key twice
                    {"count": NaN, "name": ""}      | no number
                    [1,2,3] trailing                | something behind
                    """)
    void aBrokenBody(String body, String why) {
        for (var family : ApiFamily.values()) {
            var got = server.post(ROOMS.get(family) + "/wish", "admin", body);
            assertError(family, got, family == ApiFamily.MTO ? 422 : 400);
        }
    }

    @Test
    void hostileJsonIsRefusedQuickly() {
        var deep = "[".repeat(20_000);
        var wide = "{\"count\": 1e999999999, \"name\": \"a\"}";
        var half = "{\"count\": 1, \"name\": \"\\ud800\"}";
        var longNumber = "{\"count\": " + "9".repeat(5_000) + ", \"name\": \"a\"}";
        for (var body : List.of(deep, wide, half, longNumber)) {
            var got = server.post("/api/v1/work-orders/wish", "admin", body);
            assertError(ApiFamily.KPI, got, 400);
        }
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void fiftyMegabytesWithAndWithoutALength(ApiFamily family) {
        var path = ROOMS.get(family) + "/wish";
        var announced = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin\r\n"
                + "Content-Type: application/json\r\nContent-Length: 52428800\r\n\r\n{");
        assertThat(announced.status()).isEqualTo(413);
        assertForm(family, announced.json(), 413);
        var chunked = server.send(server.request(path, "admin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]))));
        assertError(family, chunked, 413);
        assertThat(server.get(ROOMS.get(family) + "/1", "admin").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void aStateChangeTakesJsonOnly(ApiFamily family) {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded")) {
            var got = server.send(server.request(ROOMS.get(family) + "/wish", "admin")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"count\":1,\"name\":\"a\"}")));
            assertError(family, got, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "[::ffff:8.8.8.8]",
                "192.168.77.77",
                "localhost@evil",
                ""
            })
    void aForeignHostIsRefusedOnEveryPath(String host) {
        for (var family : ApiFamily.values()) {
            var got = raw("GET " + ROOMS.get(family) + "/nothing/here HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(got.status()).as(host).isIn(400, 421);
            if (got.status() == 421) assertForm(family, got.json(), 421);
        }
        for (var path : List.of("/", "/docs", "/openapi.json", "/health")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .status())
                    .isIn(400, 421);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1234", "127.0.0.1", "127.9.9.9:80", "[::1]:8080"})
    void ownNamesAreKnown(String host) {
        var got = raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(got.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fx", "%2e%2e", "a%00b", "a%2fb", "a%5cb", "%c0%af", "a%0d%0ab", "%zz", "x%"})
    void strangePathsAreNeverAFault(String id) {
        for (var family : ApiFamily.values()) {
            var got = raw("GET " + ROOMS.get(family) + "/" + id + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer admin\r\nConnection: close\r\n\r\n");
            assertThat(got.status()).as("%s %s", family, id).isIn(400, 404, 422);
            assertThat(got.text()).doesNotContain("Exception", "<html", "org.");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    missing,  404, 200, 404, 404, 404
                    invalid,  422, 200, 400, 422, 400
                    conflict, 409, 200, 409, 409, 409
                    rule,     422, 200, 422, 422, 422
                    erp,      502, 500, 503, 503, 503
                    unset,    503, 500, 503, 503, 503
                    large,    413, 413, 413, 413, 413
                    bug,      500, 500, 500, 500, 500
                    """)
    void domainErrors(String id, int mto, int tracking, int kpi, int inventory, int planning) {
        var expected = List.of(mto, tracking, kpi, inventory, planning);
        for (var family : ApiFamily.values()) {
            var got = server.get(ROOMS.get(family) + "/" + id, "admin");
            assertError(family, got, expected.get(family.ordinal()));
            assertThat(got.text()).doesNotContain("select", "Exception");
        }
    }

    @Test
    void faultsOfFieldsInEveryForm() {
        var faults = Map.of(
                ApiFamily.MTO,
                "[{\"loc\":[\"body\",\"sku\"],\"msg\":\"ensure this value has at least 3 characters\","
                        + "\"type\":\"value_error.any_str.min_length\"}]",
                ApiFamily.KPI,
                "[{\"field\":\"sku\",\"value\":\"x\",\"constraint\":\"must have at least 3 characters\"}]",
                ApiFamily.PLANNING,
                "{\"fields\":{\"sku\":[\"Must have at least 3 characters\"]}}");
        assertThat(server.get("/api/cache/invalid", "admin")
                        .json()
                        .at("/detail")
                        .toString())
                .isEqualTo(faults.get(ApiFamily.MTO));
        assertThat(server.get("/api/v1/work-orders/invalid", "admin")
                        .json()
                        .at("/error/details")
                        .toString())
                .isEqualTo(faults.get(ApiFamily.KPI));
        assertThat(server.get("/api/products/invalid", "admin")
                        .json()
                        .at("/error/details")
                        .toString())
                .isEqualTo(faults.get(ApiFamily.PLANNING));
        assertThat(server.get("/api/orders/invalid", "admin")
                        .json()
                        .at("/message")
                        .stringValue())
                .isEqualTo("sku 至少 3 个字符");
        assertThat(server.get("/parts/invalid", "admin").json().at("/message").stringValue())
                .isEqualTo("sku must have at least 3 characters");
    }

    @Test
    void aClientsRequestIdIsTakenOnlyWhenItIsHarmless() {
        var good = server.send(server.request("/parts/1", "admin").header("X-Request-ID", "abc-1.2_3"));
        assertThat(good.header("X-Request-ID")).contains("abc-1.2_3");
        var bad = server.send(server.request("/parts/1", "admin").header("X-Request-ID", "a b<script>"));
        assertThat(bad.header("X-Request-ID").orElseThrow()).startsWith("req-");
    }

    @Test
    void foreignPagesGetNoHeaderUnlessTheyAreListed() {
        var quiet = raw("GET /parts/1 HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                + "Authorization: Bearer admin\r\nConnection: close\r\n\r\n");
        assertThat(quiet.text()).contains("\"id\":\"1\"");
        assertThat(quiet.head()).doesNotContain("Access-Control");
        var settings = new WebSettings(
                "127.0.0.1", 0, Set.of("https://app.example"), Set.of(), Set.of(), true, TestServer.ZONE, false);
        try (var open = TestServer.with(settings, routes(ApiFamily.MTO, "/api/cache"), Clock.systemUTC())) {
            for (var origin :
                    List.of("https://evil.example", "null", "https://app.example.evil.tld", "http://app.example")) {
                assertThat(raw(
                                        open.port(),
                                        "GET /api/cache/1 HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin
                                                + "\r\nConnection: close\r\n\r\n")
                                .head())
                        .doesNotContain("Access-Control");
            }
            var preflight = raw(
                    open.port(),
                    "OPTIONS /api/cache/1 HTTP/1.1\r\nHost: localhost\r\n"
                            + "Origin: https://app.example\r\nAccess-Control-Request-Method: GET\r\nConnection: close\r\n\r\n");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.head())
                    .contains(
                            "Access-Control-Allow-Origin: https://app.example",
                            "Access-Control-Allow-Headers: Authorization");
        }
    }

    private static void assertError(ApiFamily family, Got got, int status) {
        assertThat(got.status()).as("%s: %s", family, got.text()).isEqualTo(status);
        assertThat(got.header("X-Request-ID")).isPresent();
        assertThat(got.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.header("X-API-Version").isPresent()).isEqualTo(family != ApiFamily.INVENTORY);
        assertForm(family, got.json(), status);
    }

    private static void assertForm(ApiFamily family, JsonNode body, int status) {
        var fields = body.propertyNames();
        switch (family) {
            case MTO -> assertThat(fields).containsExactly("detail", "error_code");
            case TRACKING -> {
                assertThat(fields).containsExactly("success", "message", "timestamp");
                assertThat(body.get("success").booleanValue()).isFalse();
            }
            case KPI ->
                assertThat(body.get("error").propertyNames())
                        .containsExactly("code", "message", "details", "timestamp", "request_id");
            case INVENTORY -> {
                assertThat(fields).containsExactly("status", "message", "data");
                assertThat(body.get("status").stringValue()).isEqualTo("error");
            }
            case PLANNING -> {
                assertThat(fields).containsExactly("success", "error", "timestamp", "request_id");
                assertThat(body.get("error").propertyNames()).containsExactly("code", "message", "details");
            }
        }
        assertThat(status).isPositive();
    }

    private record Raw(String head, String text) {
        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        JsonNode json() {
            return JsonMapper.builder().build().readTree(text);
        }
    }

    private static Raw raw(String request) {
        return raw(server.port(), request);
    }

    /// For what the JDK's client will not send.
    private static Raw raw(int port, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            var answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Raw(answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
