package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.health.Health;
import org.gemba.platform.health.HealthPart;
import org.gemba.platform.health.HealthPart.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a probe sees of the program.
class HealthRoutesTest {
    private static final AtomicReference<State> ERP = new AtomicReference<>(State.HEALTHY);

    @TempDir
    private static Path folder;

    private static Database database;
    private static TestServer server;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        var health = new Health(database, List.of(new HealthPart("erp", ERP::get)), Clock.systemUTC());
        var settings = WebSettings.loopback(0, TestServer.ZONE);
        server = TestServer.with(settings, new HealthRoutes(health, "1.2.0", folder).routes(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void healthIsOpenAndOutsideTheVersionedApi() {
        var got = server.get("/health");
        Contract.of("mto.get_health").assertSuccess(got);
        assertThat(got.text()).isEqualTo("{\"status\":\"healthy\"}");
        assertThat(got.header("X-API-Version")).isEmpty();
    }

    @Test
    void theWholeReportAnswersAsPrintedHoweverOftenItIsAsked() {
        for (int i = 0; i < 110; i++)
            assertThat(server.get("/api/health").status()).isEqualTo(200);
        var got = server.get("/api/health");
        Contract.of("planning.get_api_health").assertSuccess(got);
        assertThat(got.json().at("/data/version").stringValue()).isEqualTo("1.2.0");
        assertThat(got.json().at("/data/components/redis/status").stringValue()).isEqualTo("not_configured");
        assertThat(got.json().at("/data/components/external_apis/shopify").stringValue())
                .isEqualTo("not_configured");
        assertThat(got.header("X-RateLimit-Remaining")).contains("100");
    }

    @ParameterizedTest
    @CsvSource({"HEALTHY, healthy", "UNKNOWN, healthy", "NOT_CONFIGURED, healthy", "UNHEALTHY, degraded"})
    void aSystemOutsideThatIsMissingDegrades(State state, String word) {
        ERP.set(state);
        assertThat(server.get("/api/health").json().at("/data/status").stringValue())
                .isEqualTo(word);
        assertThat(server.get("/health").json().get("status").stringValue()).isEqualTo("healthy");
        ERP.set(State.HEALTHY);
    }
}
