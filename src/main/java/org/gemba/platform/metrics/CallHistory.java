package org.gemba.platform.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Every call to a route of the last day, counted by the minute. Routes are templates and so are few: a day of all of
/// them is a few megabytes at most.
public final class CallHistory {
    private static final int MINUTES_A_DAY = 1440;
    private static final int HOURS_A_DAY = 24;

    private final Clock clock;
    private final ConcurrentSkipListMap<Long, Map<CallRoute, Cell>> minutes = new ConcurrentSkipListMap<>();

    /// The calls of one route in one minute.
    ///
    /// @param minute since the epoch
    public record Minute(long minute, CallRoute route, CallTally tally) {}

    public CallHistory(Clock clock) {
        this.clock = clock;
    }

    /// @param failed whether the answer was an error, the client's or ours: a status of 400 or more
    public void record(CallRoute route, boolean failed, Duration took) {
        add(now(), route, new CallTally(1, failed ? 1 : 0, took.toNanos(), took.toNanos()));
    }

    /// Adds calls that were counted before the program started.
    public void add(Minute counted) {
        add(counted.minute(), counted.route(), counted.tally());
    }

    private void add(long minute, CallRoute route, CallTally tally) {
        minutes.computeIfAbsent(minute, this::begin)
                .computeIfAbsent(route, any -> new Cell())
                .add(tally);
    }

    private Map<CallRoute, Cell> begin(long minute) {
        minutes.headMap(now() - MINUTES_A_DAY - 60, false).clear();
        return new ConcurrentHashMap<>();
    }

    /// What was counted in the minutes from one on, the current one included, in their order.
    public List<Minute> since(long minute) {
        var all = new ArrayList<Minute>();
        minutes.tailMap(minute, true)
                .forEach((at, routes) -> routes.forEach((route, cell) -> all.add(new Minute(at, route, cell.now()))));
        return all;
    }

    /// The current minute since the epoch.
    public long now() {
        return Math.floorDiv(clock.instant().getEpochSecond(), 60L);
    }

    /// The calls of each route in the last minutes, the current one included; the routes called most come first.
    public Map<CallRoute, CallTally> last(int wanted) {
        var sums = new TreeMap<CallRoute, CallTally>(Comparator.comparing(CallRoute::path)
                .thenComparing(CallRoute::method)
                .thenComparing(CallRoute::family));
        since(now() - wanted + 1).forEach(one -> sums.merge(one.route(), one.tally(), CallTally::plus));
        return sums;
    }

    public Map<CallRoute, CallTally> lastDay() {
        return last(MINUTES_A_DAY);
    }

    /// The calls in each of the last 24 hours of the zone's clock, this one included; hours without a call are absent.
    public Map<Instant, CallTally> hours(ZoneId zone) {
        var first = clock.instant().atZone(zone).truncatedTo(ChronoUnit.HOURS).minusHours(HOURS_A_DAY - 1L);
        var hours = new TreeMap<Instant, CallTally>();
        since(Math.floorDiv(first.toEpochSecond(), 60L)).forEach(one -> {
            var hour = Instant.ofEpochSecond(one.minute() * 60).atZone(zone).truncatedTo(ChronoUnit.HOURS);
            hours.merge(hour.toInstant(), one.tally(), CallTally::plus);
        });
        return hours;
    }

    private static final class Cell {
        private CallTally sum = CallTally.NONE;

        synchronized void add(CallTally more) {
            sum = sum.plus(more);
        }

        synchronized CallTally now() {
            return sum;
        }
    }
}
