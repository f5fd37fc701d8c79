package org.gemba.platform.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that goes on by itself from where a test has put it.
final class MovableClock extends Clock {
    private volatile Duration offset;

    MovableClock(String instant) {
        offset = Duration.between(Instant.now(), Instant.parse(instant));
    }

    void add(Duration duration) {
        offset = offset.plus(duration);
    }

    void set(String instant) {
        offset = Duration.between(Instant.now(), Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
