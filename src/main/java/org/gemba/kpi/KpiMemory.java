package org.gemba.kpi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gemba.access.Role;
import org.gemba.kpi.calc.Facts;

/// What figures were made from lately, five minutes long and never older than the last write of any of its clients.
/// The key holds the clients and the role of who asked, so that nobody is answered from what another one may see.
final class KpiMemory {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 300;

    /// @param generations of the clients when the reading began
    private record Key(KpiScope scope, Role role, List<Long> generations) {}

    private final Map<String, Long> generations = new ConcurrentHashMap<>();
    private final Cache<Key, Facts> facts;

    KpiMemory(Clock clock) {
        this.facts = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /// What a reading that began before a write finds is never handed out after it.
    Facts get(KpiScope scope, Role role, Supplier<Facts> read) {
        var now = scope.clientIds().stream()
                .map(client -> generations.getOrDefault(client, 0L))
                .toList();
        return facts.get(new Key(scope, role, now), key -> read.get());
    }

    void changed(KpiChange change) {
        generations.merge(change.clientId(), 1L, Long::sum);
    }
}
