package org.gemba.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemba.erp.CustomerDocuments;
import org.gemba.erp.SalesOrderLine;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.calc.OrderRules;
import org.gemba.tracking.data.Orders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the ERP about a customer's orders, without letting a crowd of phones weigh on it: who asks the same waits for
/// the same answer, an answer serves for some seconds, few questions go out at once, and after a failure none does for
/// a moment. Whoever gets nothing here takes what is stored.
final class LiveOrders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveOrders.class);
    private static final int QUESTIONS_AT_ONCE = 8;
    private static final int MOST_KEPT = 2_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final CustomerDocuments erp;
    private final Orders stored;
    private final TrackingSettings settings;
    private final Clock clock;
    private final ExecutorService threads = Threads.virtual("tracking-live");
    private final Semaphore permits = new Semaphore(QUESTIONS_AT_ONCE);
    private final ConcurrentHashMap<Key, CompletableFuture<Seen>> asking = new ConcurrentHashMap<>();
    private final Cache<Key, Seen> seen;
    private volatile Instant quietUntil = Instant.MIN;
    private volatile @Nullable AppError lastProblem;

    /// @param orderNo empty for all of the customer's orders
    private record Key(String customerNumber, String orderNo) {}

    /// What the ERP said.
    ///
    /// @param orders the newest first
    record Seen(List<TrackedOrder> orders, List<Orders.Entry> entries, Instant asOf) {
        static Seen of(List<TrackedOrder> orders, Instant asOf) {
            var entries = orders.stream()
                    .map(order -> new Orders.Entry(order.orderNo(), order.status(), Orders.searchText(order)))
                    .toList();
            return new Seen(orders, entries, asOf);
        }

        Optional<TrackedOrder> find(String orderNo) {
            return orders.stream()
                    .filter(order -> order.orderNo().equals(orderNo))
                    .findFirst();
        }
    }

    /// @param fresh whether the ERP was asked for this very request
    record Got(Seen seen, boolean fresh) {}

    LiveOrders(CustomerDocuments erp, Orders stored, TrackingSettings settings, Clock clock) {
        this.erp = erp;
        this.stored = stored;
        this.settings = settings;
        this.clock = clock;
        this.seen = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(settings.liveFor().plusSeconds(1))
                .build();
    }

    /// All orders of a customer; empty when the ERP does not say in time.
    Optional<Got> all(String customerNumber) {
        return ask(new Key(customerNumber, ""));
    }

    /// The one order, if the customer has it; empty when the ERP does not say in time.
    Optional<Got> one(String customerNumber, String orderNo) {
        var whole = kept(new Key(customerNumber, ""));
        if (whole != null) return Optional.of(new Got(whole, false));
        return ask(new Key(customerNumber, orderNo));
    }

    /// Why the ERP was last of no use; null when it was.
    @Nullable
    AppError lastProblem() {
        return lastProblem;
    }

    void forget() {
        seen.invalidateAll();
    }

    private @Nullable Seen kept(Key key) {
        var known = seen.getIfPresent(key);
        if (known == null) return null;
        return clock.instant().isBefore(known.asOf().plus(settings.liveFor())) ? known : null;
    }

    private Optional<Got> ask(Key key) {
        var known = kept(key);
        if (known != null) return Optional.of(new Got(known, false));
        if (clock.instant().isBefore(quietUntil)) return Optional.empty();
        var future = begun(key);
        if (future == null) return Optional.empty();
        try {
            return Optional.of(new Got(future.get(settings.liveWait().toMillis(), TimeUnit.MILLISECONDS), true));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return failed(e);
        }
    }

    private Optional<Got> failed(ExecutionException failure) {
        var cause = failure.getCause();
        if (cause instanceof AppError.UpstreamUnavailable || cause instanceof AppError.NotConfigured) {
            return Optional.empty();
        }
        if (cause instanceof RuntimeException own) throw own;
        throw new IllegalStateException(failure);
    }

    /// Null when too many questions are out already.
    private @Nullable CompletableFuture<Seen> begun(Key key) {
        var running = asking.get(key);
        if (running != null) return running;
        if (!permits.tryAcquire()) return null;
        var mine = new CompletableFuture<Seen>();
        var other = asking.putIfAbsent(key, mine);
        if (other != null) {
            permits.release();
            return other;
        }
        threads.execute(() -> answer(key, mine));
        return mine;
    }

    private void answer(Key key, CompletableFuture<Seen> future) {
        try {
            var found = fetch(key);
            seen.put(key, found);
            lastProblem = null;
            future.complete(found);
        } catch (AppError e) {
            LOG.info("orders are taken from the store: {}", e.getMessage());
            lastProblem = e;
            quietUntil = clock.instant().plus(AFTER_FAILURE);
            future.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        } finally {
            permits.release();
            asking.remove(key);
        }
    }

    private Seen fetch(Key key) {
        var asOf = clock.instant();
        var lines = erp.liveSales(key.customerNumber(), key.orderNo());
        var settled = key.orderNo().isEmpty() ? settled(key.customerNumber(), lines) : List.<TrackedOrder>of();
        var known = new HashSet<String>();
        settled.forEach(order -> known.add(order.orderNo()));
        var open = lines.stream().filter(line -> !known.contains(line.billNo())).toList();
        var mtos = open.stream().map(SalesOrderLine::mtoNumber).distinct().toList();
        var orders = new ArrayList<>(OrderRules.orders(open, erp.live(mtos)));
        orders.addAll(settled);
        orders.sort(TrackedOrder.NEWEST_FIRST);
        return Seen.of(orders, asOf);
    }

    /// The orders that the ERP has closed and the store knows as closed: their documents change no more and need not be
    /// fetched again each time that a list is looked at.
    private List<TrackedOrder> settled(String customerNumber, List<SalesOrderLine> lines) {
        var open = new LinkedHashMap<String, Boolean>();
        lines.forEach(line -> open.merge(line.billNo(), !line.closed(), Boolean::logicalOr));
        var closed = open.entrySet().stream()
                .filter(order -> !order.getValue())
                .map(java.util.Map.Entry::getKey)
                .toList();
        return stored.find(customerNumber, closed).stream()
                .filter(order -> order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.CANCELLED)
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
