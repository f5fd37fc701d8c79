package org.gemba.erp.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gemba.erp.SyncFinished;
import org.gemba.erp.SyncRun.Status;
import org.gemba.erp.data.DocumentStore;
import org.gemba.erp.data.SyncTables;
import org.gemba.erp.k3cloud.K3CloudDocuments;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// One synchronisation. For each piece of days it learns which MTO numbers have changed (also older orders, also those
/// that are only bought), fetches each number whole, and puts that in the place of what was stored. A number whose
/// fetch failed keeps what it had.
public final class SyncWork {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWork.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NUMBERS_IN_BATCH = 50;
    private static final int BATCHES_AT_ONCE = 3;
    /// As many failures in a row mean that the ERP is gone, and asking on would only take time.
    private static final int FAILURES_TO_STOP = 3;
    /// A change is taken for seen only when it is older than this against the last fetch: clocks differ.
    private static final int MARGIN_DAYS = 2;

    private final Supplier<K3CloudDocuments> erp;
    private final DocumentStore store;
    private final SyncTables tables;
    private final Events events;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final Executor threads;

    public SyncWork(
            Supplier<K3CloudDocuments> erp,
            DocumentStore store,
            SyncTables tables,
            Events events,
            Clock clock,
            Supplier<ZoneId> zone,
            Executor threads) {
        this.erp = erp;
        this.store = store;
        this.tables = tables;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
        this.threads = threads;
    }

    /// @return how it ended, in words
    public String run(SyncOrder order, TaskContext context) {
        long run = tables.begin(
                context.taskId(),
                clock.instant(),
                order.daysBack(),
                order.chunkDays(),
                order.force(),
                order.startedBy());
        var tally = context.lastCheckpoint()
                .map(text -> Tally.from(JSON.readValue(text, Tally.Kept.class)))
                .orElseGet(Tally::new);
        context.checkpoint(JSON.writeValueAsString(tally.kept()));
        try {
            pieces(order, context, tally);
        } catch (TaskCancelled e) {
            finish(run, Status.CANCELLED, tally, "cancelled");
            throw e;
        } catch (RuntimeException e) {
            tally.problem(String.valueOf(e.getMessage()));
            finish(run, tally.orders() > 0 ? Status.PARTIAL : Status.FAILED, tally, tally.problems());
            throw e;
        }
        if (!tally.hasProblems()) {
            finish(run, Status.COMPLETED, tally, null);
            return "completed: " + tally.documents() + " documents of " + tally.orders() + " orders";
        }
        var status = tally.orders() > 0 ? Status.PARTIAL : Status.FAILED;
        finish(run, status, tally, tally.problems());
        throw new SyncIncomplete(status, tally.problems());
    }

    private void finish(long run, Status status, Tally tally, @org.jspecify.annotations.Nullable String problem) {
        tables.end(run, clock.instant(), status, tally.documents(), tally.orders(), problem);
        events.publish(new SyncFinished(clock.instant()));
    }

    private void pieces(SyncOrder order, TaskContext context, Tally tally) {
        var today = LocalDate.ofInstant(clock.instant(), zone.get());
        var pieces = Interval.of(today.minusDays(order.daysBack()), today).pieces(order.chunkDays());
        var known = new K3CloudDocuments.Known();
        var source = erp.get();
        var failures = new AtomicInteger();
        int at = 0;
        for (var piece : pieces) {
            context.checkCancelled();
            int percent = at++ * 100 / pieces.size();
            if (tally.isDone(piece)) continue;
            context.progress(percent, "reading", "Reading what changed " + piece);
            if (piece(piece, order, source, known, context, tally, failures, percent)) {
                tally.done(piece);
                context.checkpoint(JSON.writeValueAsString(tally.kept()));
            }
            if (failures.get() >= FAILURES_TO_STOP) {
                tally.problem("given up: the ERP failed " + FAILURES_TO_STOP + " times in a row");
                return;
            }
        }
    }

    private boolean piece(
            Interval piece,
            SyncOrder order,
            K3CloudDocuments source,
            K3CloudDocuments.Known known,
            TaskContext context,
            Tally tally,
            AtomicInteger failures,
            int percent) {
        Set<String> numbers;
        try {
            numbers = numbers(piece, order, source);
        } catch (AppError.UpstreamUnavailable e) {
            failures.incrementAndGet();
            tally.problem(piece + ": " + e.getMessage());
            return false;
        }
        numbers.removeIf(number -> !tally.take(number));
        var batches = batches(numbers);
        context.progress(percent, "storing", piece + ": " + numbers.size() + " orders");
        var places = new Semaphore(BATCHES_AT_ONCE);
        var running = new ArrayList<CompletableFuture<Boolean>>();
        for (var batch : batches) {
            context.checkCancelled();
            if (failures.get() >= FAILURES_TO_STOP) break;
            places.acquireUninterruptibly();
            running.add(
                    CompletableFuture.supplyAsync(() -> batch(batch, piece, source, known, tally, failures), threads)
                            .whenComplete((done, failure) -> places.release()));
        }
        boolean complete = running.size() == batches.size();
        for (var one : running) complete &= one.join();
        return complete;
    }

    private boolean batch(
            Set<String> numbers,
            Interval piece,
            K3CloudDocuments source,
            K3CloudDocuments.Known known,
            Tally tally,
            AtomicInteger failures) {
        var asked = clock.instant();
        try {
            var found = source.of(numbers, known);
            store.replace(numbers, found, asked, piece.from());
            tally.stored(found.size(), numbers.size());
            failures.set(0);
            return true;
        } catch (AppError.UpstreamUnavailable e) {
            failures.incrementAndGet();
            LOG.warn("{} orders of {} were not read: {}", numbers.size(), piece, e.getMessage());
            tally.problem(piece + ": " + e.getMessage());
            return false;
        }
    }

    /// What changed, and what earlier runs found here: a number that the ERP no longer brings must be asked for too.
    private Set<String> numbers(Interval piece, SyncOrder order, K3CloudDocuments source) {
        var touched = source.touched(piece.from(), piece.to());
        var numbers = new HashSet<>(store.foundWithin(piece.from(), piece.to()));
        numbers.addAll(touched.keySet());
        if (order.force()) return numbers;
        var stamps = store.stamps(touched.keySet());
        touched.forEach((number, changed) -> {
            var stamp = stamps.get(number);
            if (stamp == null) return;
            var seen = LocalDate.ofInstant(stamp, zone.get()).minusDays(MARGIN_DAYS);
            if (changed.isBefore(seen)) numbers.remove(number);
        });
        return numbers;
    }

    private static List<Set<String>> batches(Set<String> numbers) {
        var batches = new ArrayList<Set<String>>();
        var batch = new HashSet<String>();
        for (var number : numbers.stream().sorted().toList()) {
            batch.add(number);
            if (batch.size() == NUMBERS_IN_BATCH) {
                batches.add(batch);
                batch = new HashSet<>();
            }
        }
        if (!batch.isEmpty()) batches.add(batch);
        return batches;
    }
}
