package org.gemba.assistant.sql;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.Threads;

/// Cancels a statement whose thread has allocated more than its share of the heap. What a thread allocates in all is
/// more than what it holds, so a statement is stopped before it can crowd out the rest of the program.
final class MemoryWatch implements AutoCloseable {
    private static final long LEAST = 192L << 20;
    private static final int EVERY_MILLIS = 20;

    private final ScheduledExecutorService clock = Threads.scheduled("query-memory");
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long most = Math.max(LEAST, Runtime.getRuntime().maxMemory() / 3);

    /// One statement under watch, until it is closed.
    final class Watching implements AutoCloseable {
        private final Statement statement;
        private final long thread = Thread.currentThread().threadId();
        private final long begin = threads.getThreadAllocatedBytes(thread);
        private final ScheduledFuture<?> checks;
        private volatile boolean fired;

        private Watching(Statement statement) {
            this.statement = statement;
            this.checks = clock.scheduleAtFixedRate(this::check, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void check() {
            if (threads.getThreadAllocatedBytes(thread) - begin < most) return;
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
