package org.gemba.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedFetchTest {
    private static final int MAX = 1000;
    private static Outbound outbound;
    private MockWebServer server;

    @BeforeAll
    static void open() {
        outbound = new Outbound(new SimpleMeterRegistry(), "1");
    }

    @AfterAll
    static void close() {
        outbound.close();
    }

    @BeforeEach
    void listen() throws IOException {
        server = new MockWebServer();
        server.start();
        server.enqueue(new MockResponse.Builder().body("inside").build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://127.1:PORT/",
                "http://127.0.1:PORT/",
                "http://2130706433:PORT/",
                "http://017700000001:PORT/",
                "http://0x7f000001:PORT/",
                "http://0x7f.1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://0:PORT/",
                "http://0.0.0.0:PORT/",
                "http://[::1]:PORT/",
                "http://[::]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[::127.0.0.1]:PORT/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://localhost:PORT/",
                "http://LOCALHOST:PORT/",
                "http://localhost.:PORT/",
                "http://①②⑦.⓪.⓪.①:PORT/",
                "http://127。0。0。1:PORT/",
                "http://user@127.0.0.1:PORT/",
                "http://example.com@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT#@example.com/",
                "http://127.0.0.1:PORT\\@example.com/",
                "http:\\\\127.0.0.1:PORT\\",
                "http:127.0.0.1:PORT/",
                "http:///127.0.0.1:PORT/",
                "//127.0.0.1:PORT/",
                "127.0.0.1:PORT/",
                "HTTP://127.0.0.1:PORT/",
                " http://127.0.0.1:PORT/",
                "http://127.0.0.1:PORT/\r\nX: y",
                "http://%31%32%37.0.0.1:PORT/",
                "file:///etc/hostname",
                "jar:http://127.0.0.1:PORT/a.jar!/",
                "gopher://127.0.0.1:PORT/",
                "ftp://127.0.0.1:PORT/",
                "ws://127.0.0.1:PORT/",
                "javascript:alert(1)",
                "http://",
                "",
                "http://xn--/:PORT"
            })
    void noSpellingOfThisMachineIsReached(String spelling) {
        var address = spelling.replace("PORT", "" + server.getPort());
        assertThatThrownBy(() -> new GuardedFetch(outbound).get(address, Reach.open(), MAX))
                .isInstanceOf(AppError.UpstreamUnavailable.class)
                .hasMessage("The address could not be fetched.")
                .hasNoCause();
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8,true",
        "1.1.1.1,true",
        "172.15.255.255,true",
        "172.32.0.0,true",
        "100.63.255.255,true",
        "100.128.0.0,true",
        "2606:4700:4700::1111,true",
        "240e::1,true",
        "10.1.2.3,false",
        "172.16.0.1,false",
        "172.31.255.255,false",
        "192.168.1.1,false",
        "100.64.0.1,false",
        "100.100.100.200,false",
        "169.254.169.254,false",
        "168.63.129.16,false",
        "198.18.0.1,false",
        "224.0.0.1,false",
        "255.255.255.255,false",
        "fe80::1,false",
        "fc00::1,false",
        "fd00:ec2::254,false",
        "ff02::1,false",
        "::ffff:10.0.0.1,false",
        "2002:7f00:1::,false",
        "2001::1,false",
        "2001:db8::1,false",
        "64:ff9b::a00:1,false"
    })
    void onlyTheOpenInternetIsOpen(String address, boolean open) throws IOException {
        assertThat(Addresses.isOpen(InetAddress.getByName(address))).isEqualTo(open);
    }

    @Test
    void aNameThatPointsInsideIsNotReachedNorOneThatChangesItsMind() throws IOException {
        var inside = InetAddress.getByName("127.0.0.1");
        var outside = InetAddress.getByName("203.0.113.9");
        Deque<List<InetAddress>> answers = new ArrayDeque<>(
                List.of(List.of(inside), List.of(InetAddress.getByName("8.8.8.8"), inside), List.of(outside)));
        Dns flipping = host -> answers.isEmpty() ? List.of(inside) : answers.poll();
        var fetch = new GuardedFetch(outbound, flipping);
        for (int i = 0; i < 4; i++) {
            var failure = catchThrowable(
                    () -> fetch.get("http://rebind.example:" + server.getPort() + "/", Reach.open(), MAX));
            assertThat(failure).isInstanceOf(AppError.UpstreamUnavailable.class);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatAnAdministratorListedIsReached() {
        var address = "http://127.0.0.1:" + server.getPort() + "/";
        var listed = new Reach(false, Set.of("127.0.0.1:" + server.getPort()));
        var fetched = new GuardedFetch(outbound).get(address, listed, MAX);
        assertThat(new String(fetched.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("inside");
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (var redirector = new MockWebServer()) {
            redirector.start();
            redirector.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "http://127.0.0.1:" + server.getPort() + "/")
                    .build());
            var trusted = Reach.trusted(Set.of());
            assertThatThrownBy(() ->
                            new GuardedFetch(outbound).get(redirector.url("/").toString(), trusted, MAX))
                    .hasMessage("The address could not be fetched.");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aLargeAnswerFailsLikeEverythingElse() throws IOException {
        try (var large = new MockWebServer()) {
            large.start();
            large.enqueue(new MockResponse.Builder()
                    .chunkedBody("x".repeat(MAX + 1), 64)
                    .build());
            assertThatThrownBy(() ->
                            new GuardedFetch(outbound).get(large.url("/").toString(), Reach.trusted(Set.of()), MAX))
                    .hasMessage("The address could not be fetched.");
        }
    }

    @Test
    void aGuardedClientServesItsOwnHostOnly() throws IOException {
        var fetch = new GuardedFetch(outbound);
        var target = Target.of("ai", java.time.Duration.ofSeconds(2), java.time.Duration.ofSeconds(2));
        var client = fetch.client(server.url("/").toString(), Reach.trusted(Set.of()), target);
        try (var other = new MockWebServer()) {
            other.start();
            var stray = new okhttp3.Request.Builder().url(other.url("/")).build();
            assertThatThrownBy(() -> client.newCall(stray).execute()).isInstanceOf(IOException.class);
            assertThat(other.getRequestCount()).isZero();
        }
        var own = new okhttp3.Request.Builder().url(server.url("/")).build();
        try (var response = client.newCall(own).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
    }
}
