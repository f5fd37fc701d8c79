package org.gemba.platform.tasks;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemba.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// A task while its work runs: progress in memory, the wish to stop, the thread to interrupt.
final class RunningTask implements TaskContext {
    private static final int LONGEST_PHASE = 80;
    private static final int LONGEST_MESSAGE = 1000;

    /// Why work was asked to stop.
    enum Stop {
        NO,
        BY_SOMEBODY,
        /// It ran longer than it may.
        BY_TIME,
        BY_THE_END_OF_THE_PROGRAM
    }

    private final Database database;
    private final Thread thread = Thread.currentThread();
    private TaskRecord task;
    private @Nullable String checkpoint;
    private Stop stop = Stop.NO;
    private boolean announced = true;
    private boolean stored = true;
    private boolean over;
    private final CountDownLatch gone = new CountDownLatch(1);

    RunningTask(Database database, TaskRow row) {
        this.database = database;
        this.task = row.task();
        this.checkpoint = row.checkpoint();
    }

    @Override
    public synchronized UUID taskId() {
        return task.id();
    }

    @Override
    public synchronized int attempt() {
        return task.attempt();
    }

    @Override
    public synchronized void progress(int percent, String phase, String message) {
        task = TaskRecords.progressed(
                task, Math.clamp(percent, 0, 100), cut(phase, LONGEST_PHASE), cut(message, LONGEST_MESSAGE));
        announced = false;
        stored = false;
    }

    @Override
    public synchronized void checkCancelled() {
        if (stop != Stop.NO) throw new TaskCancelled();
    }

    @Override
    public synchronized Optional<String> lastCheckpoint() {
        return Optional.ofNullable(checkpoint);
    }

    @Override
    public void checkpoint(String state) {
        var id = taskId();
        database.write(handle -> {
            TaskTable.checkpoint(handle, id, state);
            return id;
        });
        synchronized (this) {
            checkpoint = state;
        }
    }

    synchronized TaskRecord now() {
        return task;
    }

    synchronized Stop stop() {
        return stop;
    }

    /// Somebody's wish is not overwritten by the end of the program.
    synchronized void askToStop(Stop why) {
        if (over) return;
        if (stop == Stop.NO) stop = why;
        thread.interrupt();
    }

    /// The work has returned: the thread is no longer to be interrupted, progress no longer announced.
    synchronized void over() {
        over = true;
        var unused = Thread.interrupted();
    }

    /// Its outcome is stored.
    void gone() {
        gone.countDown();
    }

    /// @return false when it is still there after that many nanoseconds
    boolean awaitEnd(long nanos) {
        try {
            return gone.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The progress since the last call, when there is some.
    synchronized Optional<TaskRecord> takeUnannounced() {
        if (announced || over) return Optional.empty();
        announced = true;
        return Optional.of(task);
    }

    synchronized Optional<TaskRecord> takeUnstored() {
        if (stored || over) return Optional.empty();
        stored = true;
        return Optional.of(task);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
