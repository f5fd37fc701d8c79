package org.gemba.web;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.gemba.platform.health.Health;
import org.gemba.platform.health.MachineLoad;

/// `/health` of the MTO document and `/api/health` of the planning document, both open and never counted, so that a
/// probe may ask every few seconds. What this program does not have, Redis, keeps its key and says so.
public final class HealthRoutes {
    private static final List<String> SHOPS = List.of("amazon_sp", "shopify", "xero");

    private final Health health;
    private final String version;
    private final Path data;

    record Alive(String status) {}

    record Pool(int active, int idle, int max) {}

    record DatabaseState(String status, long responseTime, Pool connections) {}

    record CacheState(String status, long responseTime, String memoryUsage) {}

    record Components(DatabaseState database, CacheState redis, Map<String, String> externalApis) {}

    record Performance(BigDecimal cpuUsage, BigDecimal memoryUsage, BigDecimal diskUsage) {}

    record Whole(String status, Instant timestamp, String version, Components components, Performance performance) {}

    /// @param data the folder whose disk is told of
    public HealthRoutes(Health health, String version, Path data) {
        this.health = health;
        this.version = version;
        this.data = data;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ApiFamily.MTO, "/health", "Whether the program answers")
                        .open()
                        .uncounted()
                        .answers(Alive.class)
                        .handle(call -> new Alive(health.read().isPresent() ? "healthy" : "unhealthy")),
                Route.get(ApiFamily.PLANNING, "/api/health", "The program and what it stands on")
                        .open()
                        .uncounted()
                        .answers(Whole.class)
                        .handle(call -> whole()));
    }

    private Whole whole() {
        var report = health.report();
        var pool = report.connections();
        var database = new DatabaseState(
                report.database().isPresent() ? "healthy" : "unhealthy",
                report.database().map(Duration::toMillis).orElse(0L),
                new Pool(pool.active(), pool.idle(), pool.most()));
        var outside = new LinkedHashMap<String, String>();
        for (var shop : SHOPS) outside.put(shop, report.of(shop).word());
        report.outside().forEach((name, state) -> outside.put(name, state.word()));
        var load = MachineLoad.now(data);
        return new Whole(
                report.word(),
                report.at(),
                version,
                new Components(database, new CacheState("not_configured", 0, "0MB"), outside),
                new Performance(load.cpu(), load.memory(), load.disk()));
    }
}
