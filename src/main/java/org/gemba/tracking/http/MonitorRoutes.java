package org.gemba.tracking.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.ApiFamily;
import org.gemba.platform.metrics.CallTally;
import org.gemba.tracking.ServiceHealth;
import org.gemba.tracking.TrackingMonitor;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;

/// Health, calls of the last hour, performance of the last day. Open, as the document has them, unless a setting closes
/// them; they name route templates only.
final class MonitorRoutes {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00:00");

    private final TrackingMonitor monitor;
    private final boolean needsToken;
    private final Clock clock;
    private final Supplier<ZoneId> zone;

    record Health(String status, Instant timestamp, Services services) {}

    record Services(String database, String erp, String wechat) {}

    record ErpStatus(List<Stat> stats, Instant checkTime) {}

    record Stat(
            String endpoint,
            long totalCalls,
            BigDecimal avgResponseTime,
            BigDecimal errorRate,
            BigDecimal successRate) {}

    record Performance(List<Hourly> hourlyStats, List<Endpoint> endpointStats) {}

    record Hourly(
            String hour,
            long totalCalls,
            BigDecimal avgResponseTime,
            long maxResponseTime,
            long errorCalls,
            BigDecimal errorRate) {}

    record Endpoint(
            String endpoint,
            long totalCalls,
            BigDecimal avgResponseTime,
            long maxResponseTime,
            long errorCalls,
            BigDecimal errorRate) {}

    MonitorRoutes(TrackingMonitor monitor, boolean needsToken, Clock clock, Supplier<ZoneId> zone) {
        this.monitor = monitor;
        this.needsToken = needsToken;
        this.clock = clock;
        this.zone = zone;
    }

    List<Route> routes() {
        return List.of(
                route("/api/health/check", "Health of database, ERP and WeChat", Health.class, this::health),
                route("/api/erp/status", "Calls of the last hour by route", ErpStatus.class, this::lastHour),
                route(
                        "/api/metrics/performance",
                        "Performance of the last 24 hours",
                        Performance.class,
                        this::performance));
    }

    private Route route(String path, String summary, Class<?> answers, Route.Handler handler) {
        var route = Route.get(ApiFamily.TRACKING, path, summary).answers(answers);
        return (needsToken ? route : route.open()).handle(handler);
    }

    private Object health(Call call) {
        var now = monitor.health();
        var services = new Services(
                now.database().word(), now.erp().word(), now.wechat().word());
        return new Reply(words(now), new Health(now.word(), now.at(), services));
    }

    private static String words(ServiceHealth health) {
        return switch (health.word()) {
            case "healthy" -> "系统健康";
            case "degraded" -> "部分服务异常";
            default -> "系统异常";
        };
    }

    private Object lastHour(Call call) {
        var stats = monitor.lastHour().stream()
                .map(path -> new Stat(
                        path.path(),
                        path.tally().calls(),
                        mean(path.tally()),
                        rate(path.tally()),
                        BigDecimal.valueOf(100).subtract(rate(path.tally()))))
                .toList();
        return new ErpStatus(stats, clock.instant());
    }

    private Object performance(Call call) {
        var hours = monitor.hours().stream()
                .map(hour -> new Hourly(
                        HOUR.format(hour.hour().atZone(zone.get())),
                        hour.tally().calls(),
                        mean(hour.tally()),
                        longest(hour.tally()),
                        hour.tally().errors(),
                        rate(hour.tally())))
                .toList();
        var endpoints = monitor.lastDay().stream()
                .map(path -> new Endpoint(
                        path.path(),
                        path.tally().calls(),
                        mean(path.tally()),
                        longest(path.tally()),
                        path.tally().errors(),
                        rate(path.tally())))
                .toList();
        return new Performance(hours, endpoints);
    }

    private static BigDecimal mean(CallTally tally) {
        return rounded(tally.meanMillis());
    }

    private static long longest(CallTally tally) {
        return Math.round(tally.longestMillis());
    }

    private static BigDecimal rate(CallTally tally) {
        return rounded(tally.errorPercent());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
