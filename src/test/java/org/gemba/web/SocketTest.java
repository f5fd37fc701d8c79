package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Callers;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// Sockets as strangers, browsers and good clients meet them.
class SocketTest {
    private static final SocketTimings FAST = new SocketTimings(
            Duration.ofMillis(400), Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofSeconds(75));
    private static final Set<String> REVOKED = ConcurrentHashMap.newKeySet();
    private static final LinkedBlockingQueue<Socket> OPENED = new LinkedBlockingQueue<>();
    private static final LinkedBlockingQueue<String> CLOSED = new LinkedBlockingQueue<>();

    private static final List<Line> LINES = new ArrayList<>();

    private static HttpClient client;
    private static TestServer server;

    private record Said(String type, Object data) {}

    /// Answers what it hears.
    private record Echo(Socket socket) implements SocketRoute.Listener {
        Echo {
            OPENED.add(socket);
            socket.send(new Said("hello", socket.caller().username()));
        }

        @Override
        public void message(ObjectNode message) {
            switch (message.path("type").asString("")) {
                case "boom" -> throw new IllegalStateException("secret inside");
                case "refused" -> throw new AppError.NotFound("Task", "7");
                case "odd" -> socket.refuse(new Said("error", "odd"));
                default -> socket.send(new Said("echo", message.path("text").asString("")));
            }
        }

        @Override
        public void unreadable() {
            socket.refuse(new Said("error", "Invalid JSON format"));
        }

        @Override
        public void closed() {
            CLOSED.add(socket.caller().username());
        }
    }

    private static final class TestCallers implements Callers {
        @Override
        public Caller of(String token, ApiFamily family) {
            if (REVOKED.contains(token)) throw new AppError.Unauthenticated("Could not validate credentials");
            return TestServer.caller(token, family);
        }

        @Override
        public Optional<Instant> ends(String token, ApiFamily family) {
            return Optional.of(Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    @BeforeAll
    static void start() {
        client = HttpClient.newHttpClient();
        server = TestServer.with(
                List.of(),
                List.of(
                        route("/ws", ApiFamily.PLANNING, null, SocketRoute.Login.FIRST_MESSAGE),
                        route("/ws/tasks", ApiFamily.INVENTORY, null, SocketRoute.Login.BEFORE),
                        route("/ws/admin", ApiFamily.INVENTORY, Permission.USERS_READ, SocketRoute.Login.BEFORE)),
                new TestCallers(),
                FAST);
    }

    private static SocketRoute route(String path, ApiFamily family, Permission permission, SocketRoute.Login login) {
        return new SocketRoute(path, family, "Test", permission, login, Echo::new);
    }

    @AfterAll
    static void stop() {
        client.shutdownNow();
        server.close();
    }

    @AfterEach
    void hangUp() {
        LINES.forEach(line -> line.socket.abort());
        LINES.clear();
    }

    /// A client that keeps what it hears.
    private static final class Line implements WebSocket.Listener {
        final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final LinkedBlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        WebSocket socket;

        static Line open(String path, String... headers) {
            var line = new Line();
            var builder = client.newWebSocketBuilder();
            for (int i = 0; i < headers.length; i += 2) builder.header(headers[i], headers[i + 1]);
            line.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + server.port() + path), line)
                    .join();
            LINES.add(line);
            return line;
        }

        Line say(String text) {
            socket.sendText(text, true).join();
            return this;
        }

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
        }

        int end() throws InterruptedException {
            var code = ends.poll(10, TimeUnit.SECONDS);
            return code == null ? -1 : code;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ends.add(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ends.add(-2);
        }
    }

    private static int refused(String path, String... headers) {
        try {
            Line.open(path, headers);
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    @Test
    void aTokenOfTheQueryOrTheHeaderOpensAnInventorySocket() throws Exception {
        var line = Line.open("/ws/tasks?token=viewer");
        assertThat(line.next()).isEqualTo("{\"type\":\"hello\",\"data\":\"viewer\"}");
        assertThat(line.say("{\"type\":\"x\",\"text\":\"中文\"}").next()).contains("中文");
        assertThat(Line.open("/ws/tasks", "Authorization", "Bearer admin").next())
                .contains("admin");
        line.socket.sendClose(1000, "bye").join();
        assertThat(line.end()).isEqualTo(1000);
        assertThat(CLOSED.poll(10, TimeUnit.SECONDS)).isEqualTo("viewer");
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/tasks, 401",
        "/ws/tasks?token=, 401",
        "/ws/tasks?token=nonsense, 401",
        "/ws/tasks?token=mto_shared@mto, 401",
        "/ws/admin, 401",
        "/ws/admin?token=viewer, 403",
        "/ws/admin?token=admin, 101",
        "/ws/none, 404"
    })
    void strangersAreTurnedAwayBeforeItIsASocket(String path, int status) {
        assertThat(refused(path)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, 403",
        "null, 403",
        "http://127.0.0.1.evil.example, 403",
    })
    void aPageOfAnotherSiteMayNotConnect(String origin, int status) {
        assertThat(refused("/ws/tasks?token=viewer", "Origin", origin)).isEqualTo(status);
        assertThat(refused("/ws", "Origin", origin)).isEqualTo(status);
    }

    @Test
    void aPageOfThisServerMay() {
        assertThat(refused("/ws/tasks?token=viewer", "Origin", "http://127.0.0.1:" + server.port()))
                .isEqualTo(101);
    }

    @Test
    void aForeignNameOfTheServerIsRefusedHereToo() throws IOException {
        assertThat(raw("/ws", "evil.example")).startsWith("HTTP/1.1 421").contains("MISDIRECTED_REQUEST");
        assertThat(raw("/ws/admin", "localhost")).startsWith("HTTP/1.1 401").contains("\"status\":\"error\"");
    }

    private static String raw(String path, String host) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var buffer = new byte[4096];
            var text = new StringBuilder();
            while (!text.toString().contains("}")) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) break;
                text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }

    @Test
    void thePlanningSocketIsOpenedByItsFirstMessage() throws Exception {
        var line = Line.open("/ws").say("{\"type\":\"auth\",\"token\":\"poweruser\"}");
        assertThat(line.next()).contains("hello", "poweruser");
        assertThat(line.say("{\"type\":\"x\",\"text\":\"a\"}").next()).contains("echo");
        line.socket.abort();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"auth\",\"token\":\"nonsense\"}",
                "{\"type\":\"auth\"}",
                "{\"type\":\"subscribe\",\"channel\":\"forecasts\"}",
                "no json",
                "{\"type\":\"auth\",\"token\":\"mto_shared@mto\"}"
            })
    void aWrongFirstMessageEndsIt(String message) throws Exception {
        var line = Line.open("/ws").say(message);
        assertThat(line.next()).contains("AUTHENTICATION_REQUIRED");
        assertThat(line.end()).isEqualTo(4401);
    }

    @Test
    void whoSaysNothingIsLetGo() throws Exception {
        assertThat(Line.open("/ws").end()).isEqualTo(1008);
    }

    @Test
    void whatHandlersThrowIsAnsweredAndTellsNothingOfTheInside() throws Exception {
        var line = Line.open("/ws/tasks?token=viewer");
        line.next();
        assertThat(line.say("{\"type\":\"boom\"}").next())
                .contains("INTERNAL_ERROR")
                .doesNotContain("secret");
        assertThat(line.say("{\"type\":\"refused\"}").next()).contains("error", "Task 7 not found");
        assertThat(line.say("{\"type\":\"x\",\"text\":\"on\"}").next()).contains("on");
        assertThat(line.say("[1]").next()).contains("Invalid JSON");
        assertThat(line.say("{{").next()).contains("Invalid JSON");
        assertThat(line.say("{\"type\":\"odd\"}").next()).contains("odd");
        assertThat(line.end()).isEqualTo(1008);
    }

    @Test
    void aMessageBeyondTheLimitIsTooBig() throws Exception {
        var line = Line.open("/ws/tasks?token=viewer");
        line.next();
        line.say("{\"text\":\"" + "x".repeat(60_000) + "\"}");
        assertThat(line.next()).hasSizeGreaterThan(60_000);
        line.socket.sendText("x".repeat(70_000), true);
        assertThat(line.end()).isIn(1009, -2);
    }

    @Test
    void binaryIsNotSpokenHere() throws Exception {
        var line = Line.open("/ws/tasks?token=viewer");
        line.socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true);
        assertThat(line.end()).isEqualTo(1003);
    }

    @Test
    void theEndOfTheSessionEndsItsSockets() throws Exception {
        var planning = Line.open("/ws").say("{\"type\":\"auth\",\"token\":\"leader_dataconfig\"}");
        var inventory = Line.open("/ws/tasks?token=leader_dataconfig");
        planning.next();
        inventory.next();
        REVOKED.add("leader_dataconfig");
        assertThat(planning.next()).contains("auth_expired");
        assertThat(planning.end()).isEqualTo(4401);
        assertThat(inventory.end()).isEqualTo(4001);
    }

    @Test
    void whoTalksTooMuchIsLetGo() throws Exception {
        var line = Line.open("/ws/tasks?token=viewer");
        try {
            for (int i = 0; i < 245; i++) line.say("{}");
        } catch (CompletionException e) {
            // Cut off before all was said.
        }
        assertThat(line.end()).isIn(1008, -2);
    }

    @Test
    void whoDoesNotReadIsCutOff() throws Exception {
        OPENED.clear();
        client.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + server.port() + "/ws/tasks?token=poweruser"),
                        new WebSocket.Listener() {
                            @Override
                            public void onOpen(WebSocket socket) {
                                // asks for nothing
                            }
                        })
                .join();
        var socket = OPENED.poll(10, TimeUnit.SECONDS);
        CLOSED.clear();
        var large = new Said("flood", "x".repeat(100_000));
        for (int i = 0; i < 400; i++) socket.send(large);
        assertThat(CLOSED.poll(10, TimeUnit.SECONDS)).isEqualTo("poweruser");
    }

    @Test
    void oneAddressMayHoldSoManyAndNoMore() throws Exception {
        var lines = new ArrayList<Line>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 25; i++) lines.add(Line.open("/ws/tasks?token=viewer"));
                })
                .isInstanceOf(CompletionException.class);
        assertThat(refused("/ws/tasks?token=viewer")).isEqualTo(429);
        for (var line : lines) line.socket.abort();
        assertThat(lines).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theDocumentTellsOfThem() {
        var document = server.get("/openapi.json").json();
        assertThat(document.at("/paths/~1ws~1admin/get/x-websocket").booleanValue())
                .isTrue();
        assertThat(document.at("/paths/~1ws/get/responses").propertyNames()).contains("101", "403");
        assertThat(Map.of("expires", OPENED.isEmpty() || OPENED.peek().expires().isPresent()))
                .containsEntry("expires", true);
    }
}
