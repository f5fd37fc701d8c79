package org.gemba.planning.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Forecasts many products side by side on the caller's threads, with one progress and one way to stop.
/// @param executor where the forecasts run; it decides how many at a time
public record ForecastBatch(Executor executor) {
    /// Runs all works and returns their results in order.
    /// @throws CancellationException when the watch says so; works that have not begun are then not begun
    public <T> List<T> run(List<Work<T>> works, Watch watch) {
        var finished = new AtomicInteger();
        var running = new ArrayList<CompletableFuture<T>>();
        for (var work : works) {
            Supplier<T> one = () -> {
                watch.check();
                var result = work.run(new Inner(watch));
                watch.done(finished.incrementAndGet() / (double) works.size());
                return result;
            };
            running.add(CompletableFuture.supplyAsync(one, executor));
        }
        var results = new ArrayList<T>();
        try {
            for (var future : running) {
                results.add(future.join());
            }
        } catch (CompletionException failure) {
            running.forEach(future -> future.cancel(false));
            throw failure.getCause() instanceof CancellationException cancelled ? cancelled : failure;
        }
        return results;
    }

    /// One product's forecast.
    @FunctionalInterface
    public interface Work<T> {
        /// Calculates it, asking the watch whether to go on.
        T run(Watch watch);
    }

    /// Passes the wish to stop on, and keeps a single product's progress to itself.
    private record Inner(Watch outer) implements Watch {
        @Override
        public boolean cancelled() {
            return outer.cancelled();
        }

        @Override
        public void done(double share) {}
    }
}
