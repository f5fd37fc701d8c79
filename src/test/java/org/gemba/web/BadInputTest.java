package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// What strangers and broken clients send, and that every family refuses it in its own form without a word of the
/// inside.
class BadInputTest {
    private static final int MEGABYTE = 1024 * 1024;

    record Line(
            String code,
            int quantity,
            @org.jspecify.annotations.Nullable String note) {}

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.of(List.of(ApiFamily.values()).stream()
                .map(family -> Route.post(family, path(family), "Take a line")
                        .takes(Line.class)
                        .handle(call -> call.body(Line.class)))
                .toList());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String path(ApiFamily family) {
        return switch (family) {
            case MTO -> "/api/sync/line";
            case TRACKING -> "/api/orders/line";
            case KPI -> "/api/v1/line";
            case INVENTORY -> "/parts/line";
            case PLANNING -> "/api/products/line";
        };
    }

    /// Every error has the shape of its family, an id, and nothing of the inside.
    private static void refused(ApiFamily family, TestServer.Got got, int status) {
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        assertThat(got.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(got.header("X-Request-ID")).isPresent();
        assertThat(got.text()).doesNotContain("Exception", "org.gemba", "java.", "jetty", "Javalin", "<html");
        assertThat(hasShape(family, got.json())).as(got.text()).isTrue();
    }

    private static boolean hasShape(ApiFamily family, JsonNode body) {
        return switch (family) {
            case MTO -> body.has("detail") && body.get("error_code").isString();
            case TRACKING ->
                !body.get("success").booleanValue() && body.get("message").isString();
            case KPI ->
                body.at("/error/code").isString()
                        && body.at("/error/request_id").isString();
            case INVENTORY -> body.get("status").stringValue().equals("error") && body.has("data");
            case PLANNING ->
                !body.get("success").booleanValue() && body.at("/error/code").isString();
        };
    }

    private static TestServer.Got post(ApiFamily family, String body) {
        return server.post(path(family), "admin", body);
    }

    private static int malformed(ApiFamily family) {
        return family == ApiFamily.MTO ? 422 : 400;
    }

    private static int invalid(ApiFamily family) {
        return switch (family) {
            case MTO, INVENTORY -> 422;
            case TRACKING -> 200;
            case KPI, PLANNING -> 400;
        };
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void whatIsNoJson(ApiFamily family) {
        for (var body : List.of("{", "{\"code\":\"a\",}", "{\"code\":\"a\"} {}", "{\"a\":1,\"a\":2}", "nonsense")) {
            refused(family, post(family, body), malformed(family));
        }
        refused(family, post(family, "[".repeat(30_000)), malformed(family));
        var bytes = server.send(server.request(path(family), "admin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})));
        refused(family, bytes, malformed(family));
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void fieldsOfTheWrongKind(ApiFamily family) {
        for (var body : List.of(
                "{}",
                "[]",
                "null",
                "{\"code\":\"a\"}",
                "{\"code\":{},\"quantity\":1}",
                "{\"code\":\"a\",\"quantity\":1e999999999}",
                "{\"code\":\"a\",\"quantity\":99999999999}",
                "{\"code\":\"a\\u0000b\",\"quantity\":1}",
                "{\"code\":\"\\ud800\",\"quantity\":1}")) {
            refused(family, post(family, body), invalid(family));
        }
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void aBodyOfFiftyMegabytes(ApiFamily family) {
        var said = server.send(server.request(path(family), "admin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[50 * MEGABYTE])));
        refused(family, said, 413);
        var unsaid = server.send(server.request(path(family), "admin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new Endless(50 * MEGABYTE))));
        refused(family, unsaid, 413);
    }

    /// So many spaces.
    private static final class Endless extends InputStream {
        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (left <= 0) return -1;
            int count = (int) Math.min(most, left);
            java.util.Arrays.fill(into, from, from + count, (byte) ' ');
            left -= count;
            return count;
        }
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void aBodyOfAnotherType(ApiFamily family) {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            var got = server.send(server.request(path(family), "admin")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"code\":\"a\",\"quantity\":1}")));
            refused(family, got, 400);
        }
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void tokensThatAreNoneOrForOthers(ApiFamily family) {
        var foreign = family == ApiFamily.KPI ? "admin@tracking" : "admin@kpi";
        for (var token : List.of("", "nonsense", "eyJhbGciOiJub25lIn0.e30.", foreign, "x".repeat(5000))) {
            refused(family, server.post(path(family), token, "{}"), 401);
        }
        refused(
                family,
                server.send(HttpRequest.newBuilder(server.uri(path(family))).POST(BodyPublishers.noBody())),
                401);
        var basic = server.send(HttpRequest.newBuilder(server.uri(path(family)))
                .header("Authorization", "Basic YWRtaW46YWRtaW4=")
                .POST(BodyPublishers.noBody()));
        refused(family, basic, 401);
        assertThat(basic.header("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @EnumSource(ApiFamily.class)
    void pathsAndMethodsThatAreNot(ApiFamily family) {
        refused(family, server.get(path(family) + "/more/and/more", "admin"), 404);
        refused(family, server.get(path(family) + "/..%2f..%2fsecrets.key", "admin"), 404);
        var wrong = server.get(path(family), "admin");
        refused(family, wrong, 405);
        assertThat(wrong.header("Allow")).contains("POST");
        refused(family, server.delete(path(family), "admin"), 405);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "evil.example:80, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "169.254.169.254, 421",
        "localhost, 404",
        "127.0.0.1, 404",
        "[::1], 404"
    })
    void aHostThatIsNotThisOne(String host, int status) throws IOException {
        for (var family : ApiFamily.values()) {
            var answer = raw("GET " + path(family) + "/x HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(family + " " + host).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /health HTTP/1.1~~",
                "GET /health HTTP/1.1~Host: a~Host: localhost~~",
                "GET / /health HTTP/1.1~Host: localhost~~",
                "NONSENSE~~",
                "GET /parts/%zz HTTP/1.1~Host: localhost~~",
                "POST /parts/line HTTP/1.1~Host: localhost~Content-Length: 5~Transfer-Encoding: chunked~~0~~"
            })
    void whatIsHardlyARequest(String lines) throws IOException {
        var answer = raw(lines.replace("~", "\r\n"));
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).doesNotContain("Exception", "jetty", "Jetty", "<html");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
