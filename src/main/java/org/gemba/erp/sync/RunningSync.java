package org.gemba.erp.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.ErpForm;
import org.gemba.erp.MtoMatch;
import org.gemba.erp.SyncProgress;
import org.gemba.erp.SyncRun;
import org.gemba.erp.k3cloud.LiveDocuments;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run: chunk by chunk it finds the MTO numbers of which something was created or changed, and replaces each of
/// them once. What fails is noted and leaves the stored documents as they were.
final class RunningSync {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSync.class);
    private static final int FAILURES_TO_GIVE_UP = 3;
    private static final String GIVEN_UP =
            "given up, because the ERP failed " + FAILURES_TO_GIVE_UP + " times in a row";
    private static final int BATCHES_AT_ONCE = 4;
    private static final int MOST_NOTES = 20;
    private static final String DONE = "done";

    private final LiveDocuments erp;
    private final SyncTask.Stores stores;
    private final SyncRun run;
    private final TaskContext context;
    private final Clock clock;
    private final ExecutorService waiting;
    private final Consumer<SyncProgress> hear;
    private final List<Chunk> chunks;
    private final TextFetcher texts;
    private final Semaphore places = new Semaphore(BATCHES_AT_ONCE);
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Set<String> notes = java.util.Collections.synchronizedSet(new LinkedHashSet<>());
    private final AtomicInteger chunksDone = new AtomicInteger();
    private final AtomicInteger mtos = new AtomicInteger();
    private final AtomicLong documents = new AtomicLong();
    private final AtomicInteger failuresInARow = new AtomicInteger();

    RunningSync(
            ErpConnection connection,
            SyncTask.Stores stores,
            SyncRun run,
            TaskContext context,
            Clock clock,
            ExecutorService waiting,
            Consumer<SyncProgress> hear) {
        this.erp = connection.live();
        this.stores = stores;
        this.run = run;
        this.context = context;
        this.clock = clock;
        this.waiting = waiting;
        this.hear = hear;
        this.chunks = Chunk.of(run.fromDay(), run.toDay(), run.chunkDays());
        this.texts = new TextFetcher(erp, stores.masters(), clock, this::note);
    }

    void run(int parallel) {
        say("init", "Looking what is done already");
        claimed.addAll(stores.cached().replacedBy(run.id()));
        var done = resumed();
        try (var pool = Threads.pool("erp-sync", parallel)) {
            var jobs = chunks.stream()
                    .filter(chunk -> !done.contains(chunk.number()))
                    .map(chunk -> CompletableFuture.runAsync(() -> chunk(chunk), pool))
                    .toList();
            joined(CompletableFuture.allOf(jobs.toArray(CompletableFuture[]::new)));
        }
        context.checkCancelled();
        texts.customers();
    }

    private Set<Integer> resumed() {
        var done = stores.runs().parts(run.id()).stream()
                .filter(part -> part.state().equals(DONE))
                .toList();
        done.forEach(part -> {
            mtos.addAndGet(part.mtos());
            documents.addAndGet(part.documents());
        });
        chunksDone.set(done.size());
        return done.stream().map(SyncRun.Part::chunk).collect(Collectors.toSet());
    }

    private void chunk(Chunk chunk) {
        int before = notes.size();
        var counted = new AtomicInteger();
        var countedDocuments = new AtomicLong();
        var own = new ArrayList<String>();
        if (isGivenUp()) own.add(GIVEN_UP);
        else {
            var asked = Batches.of(discovered(chunk, own)).stream()
                    .map(batch -> begun(() -> batch(chunk, batch, counted, countedDocuments, own)))
                    .toList();
            asked.forEach(RunningSync::joined);
        }
        own.forEach(words -> notes.add(chunk.words() + ": " + words));
        chunksDone.incrementAndGet();
        stores.runs()
                .part(
                        run.id(),
                        new SyncRun.Part(
                                chunk.number(),
                                chunk.from(),
                                chunk.to(),
                                own.isEmpty() ? DONE : "failed",
                                counted.get(),
                                countedDocuments.get(),
                                own.isEmpty() ? null : String.join("; ", own)));
        context.checkpoint("chunk " + chunk.number() + " of " + chunks.size() + " " + before);
        say("documents", "Days " + chunk.words() + " are done");
    }

    /// While one batch is written the next is on its way; no more than a few are held in memory.
    private CompletableFuture<Void> begun(Runnable work) {
        context.checkCancelled();
        places.acquireUninterruptibly();
        return CompletableFuture.runAsync(work, waiting).whenComplete((done, failure) -> places.release());
    }

    private boolean isGivenUp() {
        return failuresInARow.get() >= FAILURES_TO_GIVE_UP;
    }

    /// The numbers that this chunk has to replace and no other did, each with the day on which it was seen.
    private Map<String, LocalDate> discovered(Chunk chunk, List<String> failures) {
        say("discover", "Looking for changes of " + chunk.words());
        var asked = new ArrayList<CompletableFuture<Map<String, LocalDate>>>();
        asked.add(ask(ErpForm.PRODUCTION_ORDER, true, chunk, failures));
        for (var form : ErpForm.DOCUMENTS) asked.add(ask(form, false, chunk, failures));
        var found = new HashMap<String, LocalDate>(stores.cached().seenBetween(chunk.from(), chunk.to()));
        asked.forEach(answer -> joined(answer).forEach((number, day) -> found.merge(number, day, RunningSync::later)));
        if (failures.size() == asked.size()) failuresInARow.set(FAILURES_TO_GIVE_UP);
        if (run.forced() && chunk.number() == 0)
            open(failures).forEach(number -> found.putIfAbsent(number, chunk.from()));
        found.keySet().removeIf(number -> !claimed.add(MtoMatch.folded(number)));
        return found;
    }

    private CompletableFuture<Map<String, LocalDate>> ask(
            ErpForm form, boolean created, Chunk chunk, List<String> failures) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return erp.touched(form, created, chunk.from(), chunk.to());
                    } catch (AppError.UpstreamUnavailable e) {
                        told(failures, form.id(), e);
                        return Map.of();
                    }
                },
                waiting);
    }

    private Set<String> open(List<String> failures) {
        try {
            return erp.open();
        } catch (AppError.UpstreamUnavailable e) {
            told(failures, "open sales orders", e);
            return Set.of();
        }
    }

    private void batch(
            Chunk chunk,
            Map<String, LocalDate> numbers,
            AtomicInteger counted,
            AtomicLong countedDocuments,
            List<String> failures) {
        if (isGivenUp()) {
            synchronized (failures) {
                if (!failures.contains(GIVEN_UP)) failures.add(GIVEN_UP);
            }
            return;
        }
        DocumentSet fetched;
        try {
            fetched = confirmed(numbers.keySet(), erp.of(numbers.keySet()));
            failuresInARow.set(0);
        } catch (AppError.UpstreamUnavailable e) {
            failed(
                    failures,
                    numbers.size() + " MTOs from " + numbers.keySet().iterator().next(),
                    e);
            return;
        }
        texts.fetch(fetched);
        stores.writer().replace(numbers, fetched, run.id(), clock.instant(), run.forced());
        counted.addAndGet(numbers.size());
        countedDocuments.addAndGet(fetched.size());
        mtos.addAndGet(numbers.size());
        documents.addAndGet(fetched.size());
        context.checkpoint("chunk " + chunk.number() + " batch " + mtos.get());
        say("documents", documents.get() + " documents of " + mtos.get() + " MTOs");
    }

    /// An empty answer about a form of which lines are stored would take them all away. It is believed only when the
    /// form has rows at all and the same question is answered so a second time.
    private DocumentSet confirmed(Set<String> numbers, DocumentSet fetched) {
        for (var form : ErpForm.DOCUMENTS) {
            if (!fetched.of(form).isEmpty() || stores.cached().stored(form, numbers) == 0) continue;
            if (!erp.hasRows(form) || !erp.of(form, numbers).isEmpty()) {
                throw new AppError.UpstreamUnavailable(
                        "erp",
                        "The ERP says that " + form.id() + " has no lines any more where some are stored; this is not"
                                + " believed, and nothing is taken away.",
                        null);
            }
        }
        return fetched;
    }

    private void failed(List<String> failures, String what, AppError.UpstreamUnavailable error) {
        failuresInARow.incrementAndGet();
        told(failures, what, error);
    }

    private static void told(List<String> failures, String what, AppError.UpstreamUnavailable error) {
        LOG.warn("sync of {} failed: {}", what, error.getMessage());
        synchronized (failures) {
            failures.add(what + ": " + error.getMessage());
        }
    }

    void note(String what, Throwable failure) {
        notes.add(what + ": " + failure.getMessage());
    }

    private void say(String phase, String message) {
        int percent = chunks.isEmpty() ? 0 : Math.min(99, chunksDone.get() * 100 / chunks.size());
        context.progress(percent, phase, message);
        hear.accept(new SyncProgress(
                run.id(), percent, phase, message, chunksDone.get(), chunks.size(), mtos.get(), documents.get()));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TaskCancelled cancelled) throw cancelled;
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw e;
        }
    }

    /// In words, the first few; empty when nothing failed.
    String errors() {
        synchronized (notes) {
            var first = notes.stream().limit(MOST_NOTES).collect(Collectors.joining("\n"));
            return notes.size() <= MOST_NOTES ? first : first + "\n… and " + (notes.size() - MOST_NOTES) + " more";
        }
    }

    int mtos() {
        return mtos.get();
    }

    long documents() {
        return documents.get();
    }

    int chunks() {
        return chunks.size();
    }

    int chunksDone() {
        return chunksDone.get();
    }
}
