package org.gemba.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.Fault;
import org.gemba.demo.k3cloud.TinyFactory;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Sync Management chapter over real HTTP.
@Timeout(60)
class SyncRoutesTest {
    private static final String TOKEN = "mto_shared@mto";

    @TempDir
    Path folder;

    private ErpStand stand;
    private TestServer server;

    @BeforeEach
    void start() {
        stand = new ErpStand(folder, TinyFactory.documents());
        server = TestServer.of(stand.feature.routes());
    }

    @AfterEach
    void stop() {
        server.close();
        stand.close();
    }

    @Test
    void beforeTheFirstRunTheStatusIsIdle() {
        var got = get("/api/sync/status");
        Contract.of("mto.get_api_sync_status").assertSuccess(got);
        assertThat(got.json().get("status").stringValue()).isEqualTo("idle");
        assertThat(got.json().get("last_sync").isNull()).isTrue();
        Contract.of("mto.get_api_sync_history").assertSuccess(get("/api/sync/history"));
    }

    @Test
    void aTriggeredRunEndsInTheDocumentsWords() throws Exception {
        var got = post("{\"days_back\": 30, \"force\": true}");
        Contract.of("mto.post_api_sync_trigger").assertSuccess(got);
        assertThat(got.json().get("days_back").intValue()).isEqualTo(30);
        stand.awaitNoSync();
        var status = get("/api/sync/status").json();
        assertThat(status.get("status").stringValue()).isEqualTo("completed");
        assertThat(status.get("phase").stringValue()).isEqualTo("done");
        assertThat(status.get("progress").intValue()).isEqualTo(100);
        assertThat(status.get("message").stringValue()).isEqualTo("Sync completed successfully");
        assertThat(status.get("started_at").stringValue()).matches("2026-03-10T12:\\d\\d:\\d\\d");
        assertThat(status.get("error").isNull()).isTrue();
        var run = get("/api/sync/history?limit=5").json().get(0);
        assertThat(run.get("status").stringValue()).isEqualTo("completed");
        assertThat(run.get("records_synced").intValue()).isEqualTo(21);
    }

    @Test
    void aSecondTriggerIsAConflict() {
        stand.simulator.faults().set(Fault.slow(Duration.ofMillis(800)));
        post("{}");
        var got = post("{}");
        assertThat(got.status()).isEqualTo(409);
        assertThat(got.json().get("detail").stringValue()).isEqualTo("Sync task already running");
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("conflict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"days_back\": 0}",
                "{\"days_back\": 366}",
                "{\"chunk_days\": 0}",
                "{\"chunk_days\": 31}",
                "{\"days_back\": \"many\"}",
                "no json"
            })
    void wrongOrdersAre422AndStartNothing(String body) {
        var got = post(body);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.json().get("error_code").stringValue()).isEqualTo("validation_error");
        assertThat(stand.feature.sync().history(Caller.system(), 10)).isEmpty();
    }

    @Test
    void theConfigurationChangesOnlyWhatIsSent() {
        Contract.of("mto.get_api_sync_config").assertSuccess(get("/api/sync/config"));
        var got = put("{\"auto_sync_days\": 180, \"auto_sync_schedule\": [\"01:00\"]}");
        Contract.of("mto.put_api_sync_config").assertSuccess(got);
        var config = get("/api/sync/config").json();
        assertThat(config.get("auto_sync_days").intValue()).isEqualTo(180);
        assertThat(config.get("manual_sync_default_days").intValue()).isEqualTo(90);
        assertThat(config.get("auto_sync_schedule").toString()).isEqualTo("[\"07:00\",\"12:00\",\"16:00\",\"18:00\"]");
        assertThat(put("{\"auto_sync_days\": 0}").status()).isEqualTo(422);
    }

    private Got get(String path) {
        return server.get(path, TOKEN);
    }

    private Got post(String body) {
        return server.send(server.request("/api/sync/trigger", TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private Got put(String body) {
        return server.send(server.request("/api/sync/config", TOKEN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
