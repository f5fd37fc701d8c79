package org.gemba.fx.gantt;

import java.time.Duration;
import java.time.Instant;

/// Time as pixels.
record TimeAxis(Instant left, double pixelsPerHour) {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    double x(Instant time) {
        return Duration.between(left, time).toMillis() / MILLIS_PER_HOUR * pixelsPerHour;
    }

    Instant time(double x) {
        return left.plusMillis(Math.round(x / pixelsPerHour * MILLIS_PER_HOUR));
    }

    /// The nearest point of a grid that begins at midnight UTC plus the zone's offset at that time.
    static Instant snapped(Instant time, Duration grid, java.time.ZoneId zone) {
        long offset = zone.getRules().getOffset(time).getTotalSeconds() * 1000L;
        long step = grid.toMillis();
        long local = time.toEpochMilli() + offset;
        return Instant.ofEpochMilli(Math.floorDiv(local + step / 2, step) * step - offset);
    }
}
