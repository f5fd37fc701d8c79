package org.gemba.demo.k3cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions that were given out, until they expire.
final class Sessions {
    private final Clock clock;
    private final Duration life;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    Sessions(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    String open() {
        var id = UUID.randomUUID().toString();
        ends.put(id, clock.instant().plus(life));
        return id;
    }

    boolean isOpen(String id) {
        var end = ends.computeIfPresent(id, (key, until) -> {
            var now = clock.instant();
            return until.isAfter(now) ? now.plus(life) : null;
        });
        return end != null;
    }

    void closeAll() {
        ends.clear();
    }
}
