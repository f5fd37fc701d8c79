package org.gemba.platform;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only place where threads and executors are made, so that each has a name in a thread dump, none keeps the
/// program alive after its end, and no uncaught exception is lost. Who asks for one also closes it.
public final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final long IDLE_SECONDS = 30;

    private Threads() {}

    /// A started daemon thread for an endless loop.
    public static Thread start(String name, Runnable loop) {
        var thread = daemons(name).newThread(loop);
        thread.setName(name);
        thread.start();
        return thread;
    }

    /// One thread; work waits its turn without limit.
    public static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(daemons(name));
    }

    /// At most `size` threads that end when idle; work waits its turn without limit.
    public static ExecutorService pool(String name, int size) {
        var pool = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /// At most `size` threads and `waiting` works in line; one more is refused with `RejectedExecutionException`.
    public static ExecutorService bounded(String name, int size, int waiting) {
        var pool = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /// A virtual thread for each work: for waiting on the network, not for computing.
    public static ExecutorService virtual(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name(name + "-", 1)
                .uncaughtExceptionHandler(Threads::told)
                .factory());
    }

    /// One thread for things to be done later or again and again.
    public static ScheduledExecutorService scheduled(String name) {
        var scheduled = new ScheduledThreadPoolExecutor(1, daemons(name));
        scheduled.setRemoveOnCancelPolicy(true);
        return scheduled;
    }

    /// Runs the work when the process is asked to end, before it ends.
    public static void atExit(String name, Runnable work) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name(name).unstarted(work));
    }

    private static ThreadFactory daemons(String name) {
        return Thread.ofPlatform()
                .daemon()
                .name(name + "-", 1)
                .uncaughtExceptionHandler(Threads::told)
                .factory();
    }

    private static void told(Thread thread, Throwable failure) {
        LOG.error("thread {} ended by an exception", thread.getName(), failure);
    }
}
