package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract reader itself: it must accept what the document prints and refuse everything else.
class ContractTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.of(List.of(Route.get(ApiFamily.MTO, "/api/sync/config", "")
                .handle(call -> {
                    var config = new LinkedHashMap<String, Object>(Map.of(
                            "auto_sync_enabled",
                            true,
                            "auto_sync_schedule",
                            List.of("07:00"),
                            "auto_sync_days",
                            90,
                            "manual_sync_default_days",
                            90));
                    call.query("without").ifPresent(config::remove);
                    call.query("text").ifPresent(name -> config.put(name, "90"));
                    call.query("null").ifPresent(name -> config.put(name, null));
                    return config;
                })));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void knowsEveryOperation() {
        assertThat(Contract.family("mto")).hasSize(20);
        assertThat(Contract.of("mto.get_health").open()).isTrue();
    }

    @Test
    void acceptsWhatTheDocumentPrints() {
        var contract = Contract.of("mto.get_api_sync_config");
        assertThatCode(() -> contract.assertSuccess(server.get("/api/sync/config", "viewer")))
                .doesNotThrowAnyException();
        assertThatCode(() -> contract.assertError(server.get("/api/sync/config"), 401, "unauthorized"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAMissingFieldAWrongTypeANullAndAWrongStatus() {
        var contract = Contract.of("mto.get_api_sync_config");
        for (var change : List.of("without=auto_sync_days", "text=auto_sync_days", "null=auto_sync_schedule")) {
            assertThatThrownBy(() -> contract.assertSuccess(server.get("/api/sync/config?" + change, "viewer")))
                    .as(change)
                    .isInstanceOf(AssertionError.class);
        }
        assertThatThrownBy(() -> contract.assertSuccess(server.get("/api/sync/config")))
                .isInstanceOf(AssertionError.class);
    }
}
