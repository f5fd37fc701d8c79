package org.gemba.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gemba.demo.k3cloud.Fault;
import org.gemba.demo.k3cloud.K3CloudCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders from the ERP, and from the store while it is away, slow or silent.
class LiveOrdersTest {
    @TempDir
    static Path folder;

    private static TrackingStand stand;
    private static String token;

    @BeforeAll
    static void start() {
        stand = new TrackingStand(folder, Shopfloor.twoCustomers(), "TRACKING_LIVE_WAIT", "2");
        stand.sync(30);
        token = stand.bound("oLive_user-00001", "INVITE001");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    @AfterEach
    void behave() {
        stand.erp.faults().clear();
        stand.erp.comeBack();
        stand.forward(Duration.ofSeconds(10));
    }

    private static List<String> statuses() {
        return stand.server.get("/api/orders/search?pageSize=100", token).json().at("/data/orders").values().stream()
                .map(order -> order.get("order_no").stringValue() + " "
                        + order.get("status").stringValue())
                .toList();
    }

    private static boolean cacheHit() {
        return cacheHit(stand, token);
    }

    private static boolean cacheHit(TrackingStand stand, String token) {
        return stand.server
                .get("/api/orders/search", token)
                .json()
                .at("/data/cacheHit")
                .booleanValue();
    }

    @Test
    void liveAndStoredOrdersAreTheSame() {
        var live = statuses();
        assertThat(cacheHit()).isFalse();
        var liveDetail =
                stand.server.get("/api/orders/SO-A3/materials", token).json().at("/data/materials");
        stand.erp.goDown();
        assertThat(cacheHit()).isTrue();
        assertThat(statuses()).isEqualTo(live);
        assertThat(stand.server.get("/api/orders/SO-A3/materials", token).json().at("/data/materials"))
                .isEqualTo(liveDetail);
        stand.erp.comeBack();
        boolean isBack = false;
        for (int i = 0; i < 5 && !isBack; i++) {
            stand.forward(Duration.ofSeconds(6));
            isBack = !cacheHit();
        }
        assertThat(isBack)
                .as("a question of before may fail late, then the next one is answered")
                .isTrue();
    }

    @Test
    void nothingStoredAndNoErpIsAnErrorAndNoEmptyList(@TempDir Path other) {
        try (var stand = new TrackingStand(other, Shopfloor.twoCustomers())) {
            var token = stand.bound("oRefresh_user-02", "INVITE001");
            stand.erp.goDown();
            assertThat(stand.server.get("/api/orders/search", token).status()).isEqualTo(500);
            assertThat(stand.server.get("/api/orders/SO-A1/status", token).status())
                    .isEqualTo(500);
        }
    }

    @Test
    void aSlowErpIsNotWaitedForLongerThanAllowed() {
        stand.erp.faults().set(Fault.slow(Duration.ofSeconds(30)));
        long begin = System.nanoTime();
        assertThat(cacheHit()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        stand.erp.faults().clear();
    }

    @Test
    void oneAnswerServesForTheSecondsThatASettingAllows(@TempDir Path other) {
        try (var stand = new TrackingStand(other, Shopfloor.twoCustomers(), "TRACKING_LIVE_SECONDS", "10")) {
            stand.sync(30);
            var token = stand.bound("oRefresh_user-04", "INVITE001");
            assertThat(cacheHit(stand, token)).isFalse();
            int calls = stand.erp.calls().size();
            assertThat(cacheHit(stand, token)).isTrue();
            assertThat(stand.server
                            .get("/api/orders/SO-A1/status", token)
                            .json()
                            .at("/data/cacheHit")
                            .booleanValue())
                    .isTrue();
            assertThat(stand.erp.calls()).hasSize(calls);
            stand.forward(Duration.ofSeconds(11));
            assertThat(cacheHit(stand, token)).isFalse();
        }
    }

    @Test
    void closedOrdersThatAreKnownAreNotFetchedAgain() {
        stand.erp.forgetCalls();
        statuses();
        assertThat(stand.erp.calls())
                .extracting(K3CloudCall::filter)
                .anyMatch(filter -> filter.contains("'AK1'"))
                .noneMatch(filter -> filter.contains("'AK4'"));
    }
}
