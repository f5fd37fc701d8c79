package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.gemba.access.ApiFamily;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.tls.TlsIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The server with a certificate that it made itself, as a client that trusts it and as one that does not.
class TlsTest {
    @TempDir
    private static Path folder;

    private static TlsIdentity identity;
    private static WebServer server;
    private static HttpClient trusting;

    private static SettingsSource settings(String... namesAndValues) {
        var values = Map.of(
                namesAndValues[0],
                namesAndValues[1],
                namesAndValues.length > 2 ? namesAndValues[2] : "X",
                namesAndValues.length > 3 ? namesAndValues[3] : "");
        return new SettingsSource(name -> Optional.ofNullable(values.get(name)));
    }

    @BeforeAll
    static void start() throws Exception {
        identity = TlsIdentity.from(settings("GEMBA_TLS", "generated"), folder, Clock.systemUTC())
                .orElseThrow();
        var routes = List.of(
                Route.get(ApiFamily.MTO, "/health", "Alive").open().handle(call -> Map.of("secure", call.isSecure())));
        var sockets = List.of(new SocketRoute(
                "/ws/tasks", ApiFamily.INVENTORY, "Test", null, SocketRoute.Login.BEFORE, TlsTest::listener));
        server = new WebServer(
                        WebSettings.loopback(0, ZoneOffset.UTC),
                        Optional.of(identity),
                        Optional.empty(),
                        routes,
                        sockets,
                        TestServer::caller,
                        new SimpleMeterRegistry(),
                        Clock.systemUTC())
                .start();
        trusting = HttpClient.newBuilder().sslContext(context(identity)).build();
    }

    private static SocketRoute.Listener listener(org.gemba.web.Socket socket) {
        return new SocketRoute.Listener() {
            @Override
            public void message(ObjectNode message) {
                socket.send(message);
            }

            @Override
            public void unreadable() {
                socket.close(1008, "odd");
            }
        };
    }

    private static SSLContext context(TlsIdentity trusted) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("gemba", trusted.certificate());
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @AfterAll
    static void stop() {
        trusting.shutdownNow();
        server.close();
    }

    private static String get(HttpClient client, String host) throws Exception {
        var uri = URI.create("https://" + host + ":" + server.port() + "/health");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void whoTrustsTheCertificateIsServedByNameAndByAddress() throws Exception {
        assertThat(get(trusting, "localhost")).isEqualTo("{\"secure\":true}");
        assertThat(get(trusting, "127.0.0.1")).isEqualTo("{\"secure\":true}");
    }

    @Test
    void whoDoesNotTrustItIsNotServed() {
        try (var client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> get(client, "localhost")).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void plainHttpIsRefusedAndNotLedOn() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("https only").doesNotContain("Location");
        }
    }

    @Test
    void socketsAreEncryptedToo() {
        var uri = URI.create("wss://localhost:" + server.port() + "/ws/tasks?token=viewer");
        var socket = trusting.newWebSocketBuilder()
                .buildAsync(uri, new WebSocket.Listener() {})
                .join();
        assertThat(socket.isOutputClosed()).isFalse();
        socket.abort();
    }

    @Test
    void theCertificateIsLawfulNamesThisMachineAndStaysTheSame() throws Exception {
        var certificate = identity.certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getSubjectAlternativeNames().toString())
                .contains("localhost", "127.0.0.1", InetAddress.ofLiteral("::1").getHostAddress());
        assertThat(identity.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        var file = folder.resolve("tls.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var again = TlsIdentity.from(settings("GEMBA_TLS", "generated"), folder, Clock.systemUTC());
        assertThat(again.orElseThrow().fingerprint()).isEqualTo(identity.fingerprint());
    }

    @Test
    void itIsRenewedAMonthBeforeItsEnd() throws Exception {
        var other = Files.createDirectory(folder.resolve("renewed"));
        var first = TlsIdentity.from(settings("GEMBA_TLS", "generated"), other, Clock.systemUTC());
        var late = Clock.offset(Clock.systemUTC(), Duration.ofDays(796));
        var second = TlsIdentity.from(settings("GEMBA_TLS", "generated"), other, late);
        assertThat(second.orElseThrow().fingerprint())
                .isNotEqualTo(first.orElseThrow().fingerprint());
    }

    @Test
    void oneMayBringACertificateOfOnesOwn() throws Exception {
        var file = folder.resolve("own.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var key = identity.keys().getKey("gemba", identity.password().toCharArray());
        store.setKeyEntry(
                "mine", key, "secret".toCharArray(), new java.security.cert.Certificate[] {identity.certificate()});
        try (var out = new FileOutputStream(file.toFile())) {
            store.store(out, "secret".toCharArray());
        }
        var own = TlsIdentity.from(
                settings("GEMBA_TLS", file.toString(), "GEMBA_TLS_PASSWORD", "secret"), folder, Clock.systemUTC());
        assertThat(own.orElseThrow().fingerprint()).isEqualTo(identity.fingerprint());
        for (var wrong : List.of(
                settings("GEMBA_TLS", file.toString(), "GEMBA_TLS_PASSWORD", "other"),
                settings("GEMBA_TLS", folder.resolve("none.p12").toString()))) {
            assertThatThrownBy(() -> TlsIdentity.from(wrong, folder, Clock.systemUTC()))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("GEMBA_TLS");
        }
        assertThat(TlsIdentity.from(settings("GEMBA_TLS", "off"), folder, Clock.systemUTC()))
                .isEmpty();
    }
}
