package org.gemba.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.ErpState;
import org.gemba.platform.Threads;
import org.gemba.platform.health.HealthPart;
import org.gemba.platform.metrics.CallHistory;
import org.gemba.platform.metrics.CallRoute;
import org.gemba.platform.metrics.CallTally;
import org.gemba.tracking.ServiceHealth.State;
import org.gemba.tracking.data.Orders;
import org.gemba.tracking.wechat.WechatDoor;
import org.gemba.tracking.wechat.WechatFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Health and load of the APIs. Everybody may ask, so what is probed is probed once in a while for all who ask, with a
/// short wait.
public final class TrackingMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrackingMonitor.class);
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int HOUR = 60;

    private final Orders orders;
    private final ErpConnection erp;
    private final WechatDoor wechat;
    private final CallHistory calls;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final ExecutorService threads = Threads.virtual("tracking-probe");
    private final ReentrantLock lock = new ReentrantLock();
    private final Probe databaseProbe = new Probe(this::database);
    private final Probe erpProbe = new Probe(this::erp);
    private final Probe wechatProbe = new Probe(this::wechat);
    private volatile @Nullable ServiceHealth last;

    /// The calls of one path.
    public record PathCalls(String path, CallTally tally) {}

    /// The calls of one hour of the factory's clock.
    public record HourCalls(Instant hour, CallTally tally) {}

    /// The calls of one route, for those who look after the APIs.
    public record RouteCalls(CallRoute route, CallTally hour, CallTally day) {}

    TrackingMonitor(
            Orders orders,
            ErpConnection erp,
            WechatDoor wechat,
            CallHistory calls,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.orders = orders;
        this.erp = erp;
        this.wechat = wechat;
        this.calls = calls;
        this.clock = clock;
        this.zone = zone;
    }

    /// Asks database, ERP and WeChat side by side; an answer of the last seconds serves again.
    public ServiceHealth health() {
        lock.lock();
        try {
            var known = last;
            var now = clock.instant();
            if (known != null && now.isBefore(known.at().plus(KEPT)) && !now.isBefore(known.at())) return known;
            var database = databaseProbe.begun();
            var erpState = erpProbe.begun();
            var wechatState = wechatProbe.begun();
            var fresh = new ServiceHealth(answer(database), answer(erpState), answer(wechatState), now);
            last = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private static State answer(CompletableFuture<State> asked) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return State.UNHEALTHY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.UNHEALTHY;
        }
    }

    /// A question that is still on its way is not asked a second time.
    private final class Probe {
        private final Supplier<State> question;
        private CompletableFuture<State> running = CompletableFuture.completedFuture(State.HEALTHY);

        Probe(Supplier<State> question) {
            this.question = question;
        }

        CompletableFuture<State> begun() {
            if (running.isDone()) running = CompletableFuture.supplyAsync(question, threads);
            return running;
        }
    }

    private State database() {
        orders.position();
        return State.HEALTHY;
    }

    private State erp() {
        if (!erp.isConfigured()) return State.NOT_CONFIGURED;
        var state = erp.probe().status();
        return state == ErpState.Status.ONLINE ? State.HEALTHY : State.UNHEALTHY;
    }

    private State wechat() {
        if (!wechat.isConfigured()) return State.NOT_CONFIGURED;
        try {
            wechat.client().probe();
            return State.HEALTHY;
        } catch (WechatFailure e) {
            LOG.info("WeChat is not healthy: {}", e.getMessage());
            return State.UNHEALTHY;
        }
    }

    /// WeChat's state as it was probed last; asks nobody.
    HealthPart.State wechatAsKnown() {
        if (!wechat.isConfigured()) return HealthPart.State.NOT_CONFIGURED;
        var known = last;
        if (known == null) return HealthPart.State.UNKNOWN;
        return known.wechat() == State.HEALTHY ? HealthPart.State.HEALTHY : HealthPart.State.UNHEALTHY;
    }

    /// Calls of every path in the last hour, those called most first.
    public List<PathCalls> lastHour() {
        return byPath(calls.last(HOUR));
    }

    /// Calls of every path in the last 24 hours.
    public List<PathCalls> lastDay() {
        return byPath(calls.lastDay());
    }

    private static List<PathCalls> byPath(Map<CallRoute, CallTally> sums) {
        var paths = new TreeMap<String, CallTally>();
        sums.forEach((route, tally) -> paths.merge(route.path(), tally, CallTally::plus));
        return paths.entrySet().stream()
                .map(entry -> new PathCalls(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(
                        (PathCalls path) -> -path.tally().calls()))
                .toList();
    }

    /// The last 24 hours of the factory's clock, the present one included, the oldest first; hours without a call are
    /// absent.
    public List<HourCalls> hours() {
        return calls.hours(zone.get()).entrySet().stream()
                .map(entry -> new HourCalls(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// By family and path.
    public List<RouteCalls> routes(Caller caller) {
        caller.require(Permission.TRACKING_MANAGE);
        var hour = calls.last(HOUR);
        return calls.lastDay().entrySet().stream()
                .map(entry -> new RouteCalls(
                        entry.getKey(), hour.getOrDefault(entry.getKey(), CallTally.NONE), entry.getValue()))
                .sorted(Comparator.comparing((RouteCalls one) -> one.route().family())
                        .thenComparing(one -> one.route().path()))
                .toList();
    }

    ZoneId zone() {
        return zone.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
