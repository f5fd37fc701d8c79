package org.gemba.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.gemba.access.ApiFamily;
import org.gemba.web.Route;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;
import org.gemba.web.guard.ClientAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final List<Route> ROUTES = List.of(
            Route.get(ApiFamily.MTO, "/api/mto/{mto_number}", "").perMinute(30).handle(call -> {
                call.path("mto_number", "[A-Z0-9]+", "capital letters");
                call.checked();
                return "one";
            }),
            Route.get(ApiFamily.MTO, "/api/auth/verify", "").handle(call -> "yes"),
            Route.get(ApiFamily.KPI, "/api/v1/work-orders", "").handle(call -> "x"),
            Route.get(ApiFamily.PLANNING, "/api/products", "").handle(call -> "x"));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(WebSettings.loopback(0, TestServer.ZONE), ROUTES, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theThirtyFirstIsRefusedHoweverItIsSpelled() {
        for (int i = 0; i < 30; i++) {
            var got = server.send(server.request("/api/mto/AK" + i + (i % 2 == 0 ? "/" : ""), "viewer")
                    .header("X-Forwarded-For", "10.0.0." + i)
                    .header("X-Real-IP", "10.0.1." + i)
                    .header("Forwarded", "for=10.0.2." + i));
            assertThat(got.status()).isEqualTo(200);
        }
        now.updateAndGet(time -> time.plusMillis(14_500));
        var refused = server.send(server.request("/api/mto/%41K99", "admin").header("X-Forwarded-For", "1.2.3.4"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).contains("46");
        assertThat(refused.text())
                .isEqualTo("{\"detail\":\"Rate limit exceeded: 30 per 1 minute\",\"error_code\":\"rate_limited\"}");
        assertThat(server.get("/api/auth/verify", "viewer").status()).isEqualTo(200);
        now.updateAndGet(time -> time.plusSeconds(46));
        assertThat(server.get("/api/mto/AK1", "viewer").status()).isEqualTo(200);
    }

    @Test
    void strangersAndFaultyRequestsUseUpNothing() {
        for (int i = 0; i < 40; i++) {
            assertThat(server.get("/api/mto/AK1", "nonsense").status()).isEqualTo(401);
            assertThat(server.get("/api/mto/small", "viewer").status()).isEqualTo(422);
        }
        assertThat(server.get("/api/mto/AK1", "viewer").status()).isEqualTo(200);
    }

    @Test
    void kpiCountsByRoleAndCaller() {
        for (int i = 0; i < 100; i++) {
            assertThat(server.get("/api/v1/work-orders", "operator_dataentry").status())
                    .isEqualTo(200);
        }
        var refused = server.get("/api/v1/work-orders", "operator_dataentry");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/error/code").stringValue()).isEqualTo("RATE_LIMIT_EXCEEDED");
        for (int i = 0; i < 150; i++) {
            assertThat(server.get("/api/v1/work-orders", "leader_dataconfig").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void planningTellsWhereTheCallerStands() {
        assertThat(server.get("/api/products", "viewer").header("X-RateLimit-Limit"))
                .contains("1000");
        var second = server.get("/api/products", "viewer");
        assertThat(second.header("X-RateLimit-Remaining")).contains("998");
        long ends = now.get().plusSeconds(3600).getEpochSecond();
        assertThat(second.header("X-RateLimit-Reset")).contains(Long.toString(ends));
        assertThat(server.get("/api/products", "poweruser").header("X-RateLimit-Limit"))
                .contains("5000");
        assertThat(server.get("/api/products").header("X-RateLimit-Limit")).contains("100");
    }

    @Test
    void aConfiguredProxyIsBelievedForItsLastEntryOnly() throws Exception {
        var proxy = new WebSettings(
                "127.0.0.1",
                0,
                Set.of(),
                Set.of(InetAddress.ofLiteral("127.0.0.1")),
                Set.of(),
                true,
                TestServer.ZONE,
                false);
        try (var behind = TestServer.with(proxy, ROUTES, clock)) {
            for (int i = 0; i < 30; i++)
                assertThat(via(behind, i + ".9.9.9, 10.0.0.1")).isEqualTo(200);
            assertThat(via(behind, "8.8.8.8, 10.0.0.1")).isEqualTo(429);
            assertThat(via(behind, "10.0.0.1, 10.0.0.2")).isEqualTo(200);
            assertThat(via(behind, "garbage, , <>")).isEqualTo(200);
        }
    }

    private static int via(TestServer server, String forwarded) {
        HttpRequest.Builder request = server.request("/api/mto/AK1", "viewer").header("X-Forwarded-For", forwarded);
        return server.send(request).status();
    }

    @Test
    void oneSubscribersIpv6AddressesAreOneClient() {
        var keys = Map.of("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "10.0.0.1", "10.0.0.1");
        keys.forEach((one, other) -> assertThat(ClientAddress.network(one)).isEqualTo(ClientAddress.network(other)));
        assertThat(ClientAddress.network("2001:db8:1:3::1")).isNotEqualTo(ClientAddress.network("2001:db8:1:2::1"));
    }
}
