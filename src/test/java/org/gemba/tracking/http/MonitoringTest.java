package org.gemba.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.gemba.tracking.Shopfloor;
import org.gemba.tracking.TrackingStand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The figures of the monitoring routes equal the calls that were made.
class MonitoringTest {
    @TempDir
    static Path folder;

    private static TrackingStand stand;
    private static String token;

    @BeforeAll
    static void start() {
        stand = new TrackingStand(folder, Shopfloor.twoCustomers(), "GEMBA_RATE_LIMITS", "off");
        token = stand.bound("oMonitor_user-01", "INVITE001");
    }

    @AfterAll
    static void stop() {
        stand.close();
    }

    private static JsonNode of(JsonNode list, String endpoint) {
        for (var one : list.values()) if (one.get("endpoint").stringValue().equals(endpoint)) return one;
        throw new AssertionError(endpoint + " is missing in " + list);
    }

    private static long counted(String path) {
        return stand.calls.lastDay().entrySet().stream()
                .filter(entry -> entry.getKey().path().equals(path))
                .mapToLong(entry -> entry.getValue().calls())
                .sum();
    }

    /// A call is counted when its answer has left, which may be a moment after it has come.
    private static void await(String path, long calls) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (counted(path) < calls && System.nanoTime() < end) Thread.onSpinWait();
        assertThat(counted(path)).isEqualTo(calls);
    }

    @Test
    void theFiguresEqualTheCalls() {
        for (int i = 0; i < 7; i++) stand.server.get("/api/orders/search", token);
        for (int i = 0; i < 5; i++) stand.server.get("/api/orders/SO-A" + i + "/status", token);
        for (int i = 0; i < 3; i++) stand.server.get("/api/orders/SO-A1/status", "no token");
        stand.server.get("/api/orders/search?page=0", token);
        await("/api/orders/search", 8);
        await("/api/orders/{order_id}/status", 8);
        var hour = stand.server.get("/api/erp/status").json().at("/data/stats");
        var search = of(hour, "/api/orders/search");
        assertThat(search.get("totalCalls").longValue()).isEqualTo(8);
        assertThat(search.get("errorRate").decimalValue()).isEqualByComparingTo("0");
        assertThat(search.get("successRate").decimalValue()).isEqualByComparingTo("100");
        var status = of(hour, "/api/orders/{order_id}/status");
        assertThat(status.get("totalCalls").longValue()).isEqualTo(8);
        assertThat(status.get("errorRate").decimalValue()).isEqualByComparingTo("37.5");
        assertThat(status.get("avgResponseTime").decimalValue()).isGreaterThan(BigDecimal.ZERO);
        var day = stand.server.get("/api/metrics/performance").json().at("/data");
        var endpoint = of(day.get("endpointStats"), "/api/orders/{order_id}/status");
        assertThat(endpoint.get("totalCalls").longValue()).isEqualTo(8);
        assertThat(endpoint.get("errorCalls").longValue()).isEqualTo(3);
        long sum = 0;
        for (var each : day.get("endpointStats").values())
            sum += each.get("totalCalls").longValue();
        long hours = 0;
        for (var each : day.get("hourlyStats").values()) {
            assertThat(each.get("hour").stringValue()).matches("2026-03-10 1[2-9]:00:00");
            hours += each.get("totalCalls").longValue();
        }
        assertThat(hours).isEqualTo(sum);
        assertThat(day.toString()).doesNotContain("SO-A1");
    }

    @Test
    void aRestartForgetsNoCalls(@TempDir Path other) {
        try (var first = new TrackingStand(other, Shopfloor.twoCustomers())) {
            first.server.get("/api/health/check");
            first.server.get("/api/erp/status");
        }
        try (var second = new TrackingStand(other, Shopfloor.twoCustomers())) {
            var stats = second.server.get("/api/erp/status").json().at("/data/stats");
            assertThat(of(stats, "/api/health/check").get("totalCalls").longValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void aSettingClosesTheMonitoringRoutes(@TempDir Path other) {
        try (var closed = new TrackingStand(other, Shopfloor.twoCustomers(), "TRACKING_MONITORING_AUTH", "true")) {
            assertThat(closed.server.get("/api/health/check").status()).isEqualTo(401);
            assertThat(closed.server
                            .get("/api/health/check", closed.login("oMonitor_user-02"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
