package org.gemba.planning.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How often a call may be made: so many at once, and so many a second in the long run.
public final class RateBucket {
    private final double perSecond;
    private final int burst;
    private final Clock clock;
    private double tokens;
    private Instant at;

    public RateBucket(double perSecond, int burst, Clock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.at = clock.instant();
    }

    /// Takes one; the time to wait before the call may be made, zero for none.
    public synchronized Duration take() {
        refill();
        tokens -= 1;
        if (tokens >= 0) return Duration.ZERO;
        return Duration.ofMillis((long) Math.ceil(-tokens / perSecond * 1000));
    }

    public synchronized Channel.RateState state() {
        refill();
        long full = (long) Math.ceil((burst - tokens) / perSecond);
        return new Channel.RateState((long) Math.max(0, tokens), at.plusSeconds(full));
    }

    private void refill() {
        var now = clock.instant();
        double gained = Duration.between(at, now).toMillis() / 1000.0 * perSecond;
        tokens = Math.min(burst, tokens + Math.max(0, gained));
        at = now;
    }
}
