package org.gemba.assistant.sql;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.Threads;

/// Cancels a statement that crowds out the rest of the program: its thread has allocated much, and the old generation
/// of the heap, where what is kept ends up, has grown by a fifth of the heap since it began. An honest query over a
/// million rows allocates gigabytes too, but keeps little of them.
final class MemoryWatch implements AutoCloseable {
    private static final long MUCH = 128L << 20;
    private static final int PARTS = 5;
    private static final int EVERY_MILLIS = 20;

    private final ScheduledExecutorService clock = Threads.scheduled("query-memory");
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<MemoryPoolMXBean> kept = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
            .toList();
    private final long most = Runtime.getRuntime().maxMemory() / PARTS;

    private long kept() {
        return kept.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /// One statement under watch, until it is closed.
    final class Watching implements AutoCloseable {
        private final Statement statement;
        private final long thread = Thread.currentThread().threadId();
        private final long allocatedBefore = threads.getThreadAllocatedBytes(thread);
        private final long keptBefore = kept();
        private final ScheduledFuture<?> checks;
        private volatile boolean fired;

        private Watching(Statement statement) {
            this.statement = statement;
            this.checks = clock.scheduleAtFixedRate(this::check, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void check() {
            if (threads.getThreadAllocatedBytes(thread) - allocatedBefore < MUCH || kept() - keptBefore < most) return;
            fired = true;
            try {
                statement.cancel();
            } catch (SQLException e) {
                // it has ended by itself
            }
        }

        boolean fired() {
            return fired;
        }

        @Override
        public void close() {
            checks.cancel(false);
        }
    }

    /// For the statement that this thread, a platform thread, is about to run.
    Watching begin(Statement statement) {
        return new Watching(statement);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
