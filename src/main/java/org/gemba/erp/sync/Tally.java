package org.gemba.erp.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What a run has done so far. Its checkpoint lets another process go on where this one was killed.
final class Tally {
    private static final int MOST_PROBLEMS = 20;

    private final Set<LocalDate> done = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private final AtomicLong documents = new AtomicLong();
    private final AtomicLong orders = new AtomicLong();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();

    /// What is kept between processes.
    record Kept(List<LocalDate> done, List<String> problems, long documents, long orders) {}

    static Tally from(Kept kept) {
        var tally = new Tally();
        tally.done.addAll(kept.done());
        tally.problems.addAll(kept.problems());
        tally.documents.set(kept.documents());
        tally.orders.set(kept.orders());
        return tally;
    }

    synchronized Kept kept() {
        return new Kept(List.copyOf(done), List.copyOf(problems), documents.get(), orders.get());
    }

    synchronized boolean isDone(Interval piece) {
        return done.contains(piece.from());
    }

    synchronized void done(Interval piece) {
        done.add(piece.from());
    }

    synchronized void problem(String words) {
        if (problems.size() < MOST_PROBLEMS && !problems.contains(words)) problems.add(words);
    }

    synchronized boolean hasProblems() {
        return !problems.isEmpty();
    }

    synchronized String problems() {
        return String.join("; ", problems);
    }

    /// Whether the number was not yet taken in this run; takes it.
    boolean take(String number) {
        return numbers.add(number);
    }

    void stored(int documentCount, int orderCount) {
        documents.addAndGet(documentCount);
        orders.addAndGet(orderCount);
    }

    long documents() {
        return documents.get();
    }

    long orders() {
        return orders.get();
    }
}
