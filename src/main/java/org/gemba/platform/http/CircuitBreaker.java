package org.gemba.platform.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps callers from waiting for a system that is down. After so many failures in a row it refuses at once; when the
/// pause is over it lets one call through to see, and that call's outcome decides for all. Each further pause is twice
/// as long, up to a limit.
public final class CircuitBreaker {
    private final int most;
    private final Duration first;
    private final Duration longest;
    private final Clock clock;
    private int failures;
    private Duration pause;
    private Instant until = Instant.MIN;
    private boolean isProbing;

    /// @param most failures in a row that it bears
    public CircuitBreaker(int most, Duration first, Duration longest, Clock clock) {
        this.most = most;
        this.first = first;
        this.longest = longest;
        this.clock = clock;
        this.pause = first;
    }

    /// Call before each call, and afterwards {@link #succeeded}, {@link #failed} or {@link #unclear}.
    ///
    /// @return empty when the call may be made; otherwise how long it is refused still
    public synchronized Optional<Duration> refusal() {
        if (failures < most) return Optional.empty();
        var now = clock.instant();
        if (now.isBefore(until)) return Optional.of(Duration.between(now, until));
        if (isProbing) return Optional.of(Duration.ofSeconds(1));
        isProbing = true;
        return Optional.empty();
    }

    public synchronized void succeeded() {
        failures = 0;
        isProbing = false;
        pause = first;
    }

    /// The call told nothing about the system.
    public synchronized void unclear() {
        isProbing = false;
    }

    public synchronized void failed() {
        failures++;
        if (failures < most) return;
        if (isProbing) {
            pause = pause.multipliedBy(2);
            if (pause.compareTo(longest) > 0) pause = longest;
        }
        // Calls that were under way when it opened say nothing new.
        if (isProbing || failures == most) until = clock.instant().plus(pause);
        isProbing = false;
    }
}
