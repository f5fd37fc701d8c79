package org.gemba.mto.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Does the same work once for all who ask while it is under way; each of them gets the result, or the failure.
public final class SingleFlight<K, V> {
    private final ConcurrentHashMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /// Work must not ask for its own key again.
    public V run(K key, Supplier<V> work) {
        var own = new CompletableFuture<V>();
        var flight = flights.putIfAbsent(key, own);
        if (flight != null) return await(flight);
        try {
            own.complete(work.get());
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
        } finally {
            flights.remove(key, own);
        }
        return await(own);
    }

    private static <V> V await(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw e;
        }
    }
}
