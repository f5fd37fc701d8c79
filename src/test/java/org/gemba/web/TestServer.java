package org.gemba.web;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Callers;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.gemba.platform.db.AnswersOnce;
import org.gemba.platform.error.AppError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real server on loopback with routes of a test, and a small client of it. A token is `<role>` for a caller who is
/// good for every family or `<role>@<family>` for one who is good for that family only, for example `admin` or
/// `mto_shared@mto`; anything else is no token.
public final class TestServer implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /// What came back.
    public record Got(int status, HttpResponse<byte[]> response) {
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(text());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    private TestServer(WebServer server) {
        this.server = server.start();
    }

    /// Without rate limits, so that many tests can share it.
    public static TestServer of(List<Route> routes) {
        var settings = new WebSettings("127.0.0.1", 0, Set.of(), Set.of(), Set.of(), false, ZONE, false);
        return with(settings, routes, Clock.systemUTC());
    }

    public static TestServer with(WebSettings settings, List<Route> routes, Clock clock) {
        return with(settings, routes, TestServer::caller, clock);
    }

    /// With the real knowledge of tokens.
    public static TestServer with(WebSettings settings, List<Route> routes, Callers callers, Clock clock) {
        return with(settings, routes, List.of(), callers, clock);
    }

    public static TestServer with(
            WebSettings settings, List<Route> routes, List<SocketRoute> sockets, Callers callers, Clock clock) {
        return new TestServer(new WebServer(settings, routes, sockets, callers, new SimpleMeterRegistry(), clock));
    }

    /// With a store of answers under keys.
    static TestServer once(AnswersOnce once, List<Route> routes) {
        var settings = WebSettings.loopback(0, ZONE);
        return new TestServer(new WebServer(
                settings,
                Optional.empty(),
                Optional.of(once),
                routes,
                List.of(),
                TestServer::caller,
                new SimpleMeterRegistry(),
                Clock.systemUTC()));
    }

    /// Sockets with their own pace.
    static TestServer with(List<Route> routes, List<SocketRoute> sockets, Callers callers, SocketTimings timings) {
        var settings = WebSettings.loopback(0, ZONE);
        return new TestServer(new WebServer(
                settings,
                Optional.empty(),
                Optional.empty(),
                routes,
                sockets,
                callers,
                new SimpleMeterRegistry(),
                Clock.systemUTC(),
                timings));
    }

    /// Starts a server that a test has built.
    public static TestServer around(WebServer server) {
        return new TestServer(server);
    }

    /// The caller behind a token of this class.
    public static Caller caller(String token, ApiFamily family) {
        var parts = token.split("@", 2);
        try {
            var role = Role.valueOf(parts[0].toUpperCase(Locale.ROOT));
            var families = parts.length == 1
                    ? Set.of(ApiFamily.values())
                    : Set.of(ApiFamily.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            if (!families.contains(family)) throw new AppError.Unauthenticated("Could not validate credentials");
            return new Caller(
                    "user-" + parts[0],
                    parts[0],
                    role,
                    RolePermissions.of(role),
                    families,
                    List.of("BOOT-LINE-A"),
                    null);
        } catch (IllegalArgumentException e) {
            throw new AppError.Unauthenticated("Could not validate credentials");
        }
    }

    public int port() {
        return server.port();
    }

    Path uploads() {
        return server.uploads();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public Got get(String path, String token) {
        return send(request(path, token).GET());
    }

    /// Without a token.
    public Got get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public Got post(String path, String token, String json) {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Got put(String path, String token, String json) {
        return send(
                request(path, token).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Got delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    /// A form without a token.
    public Got form(String path, String fields) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    public Got send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Got(response.statusCode(), response);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Ends the server and keeps the client.
    public void stopOnly() {
        server.close();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
