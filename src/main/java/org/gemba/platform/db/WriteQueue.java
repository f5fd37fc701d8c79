package org.gemba.platform.db;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Work that waits for the writer, in two lanes that take turns: small writes, and bulk loads one at a time. So a
/// small write waits for at most one bulk load, and a flood of small writes cannot keep bulk loads out.
final class WriteQueue {
    private static final int MOST_WAITING = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Job<?>> small = new ArrayDeque<>();
    private final ArrayDeque<Job<?>> bulk = new ArrayDeque<>();
    private boolean bulkNext;
    private boolean closed;

    void add(Job<?> job, boolean isBulk) {
        lock.lock();
        try {
            if (closed) throw new AppError.Unavailable("Gemba is shutting down.", null);
            if (small.size() + bulk.size() >= MOST_WAITING) {
                throw new AppError.Unavailable("Too many writes are waiting; try again in a moment.", null);
            }
            (isBulk ? bulk : small).add(job);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the first work of a group; a turn without work when none came for so long, null when the queue is
    /// closed and empty.
    @Nullable
    Turn takeTurn(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (small.isEmpty() && bulk.isEmpty()) {
                if (closed) return null;
                if (left <= 0) return new Turn(null, false);
                left = arrived.awaitNanos(left);
            }
            boolean isBulk = !bulk.isEmpty() && (bulkNext || small.isEmpty());
            bulkNext = !isBulk;
            return new Turn((isBulk ? bulk : small).remove(), isBulk);
        } finally {
            lock.unlock();
        }
    }

    /// One more small write for the same group, null when none waits.
    @Nullable
    Job<?> pollSmall() {
        lock.lock();
        try {
            return small.poll();
        } finally {
            lock.unlock();
        }
    }

    /// Accepts nothing more; what waits is still taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Everything that waits, taken out.
    List<Job<?>> drain() {
        lock.lock();
        try {
            var all = new ArrayList<Job<?>>(small);
            all.addAll(bulk);
            small.clear();
            bulk.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    record Turn(@Nullable Job<?> first, boolean isBulk) {}
}
