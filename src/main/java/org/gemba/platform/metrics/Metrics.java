package org.gemba.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Durations by name, what and outcome. `what` is a route template, a task kind, an ERP form: never a value that comes
/// from outside, as every new one costs memory; beyond a few hundred they are counted together as `other`.
public final class Metrics implements AutoCloseable {
    /// Requests by route template and status.
    public static final String HTTP = "http";
    /// Tasks by kind and end.
    public static final String TASK = "task";
    /// Queries to the ERP by form and outcome.
    public static final String ERP = "erp";

    private static final int MOST_KINDS = 400;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public void record(String name, String what, String outcome, Duration took) {
        Timer.builder(name)
                .tag("what", bounded(what))
                .tag("outcome", outcome)
                .publishPercentiles(0.5, 0.95, 0.99)
                .distributionStatisticExpiry(WINDOW)
                .register(registry)
                .record(took);
    }

    private String bounded(String what) {
        if (known.contains(what)) return what;
        if (known.size() >= MOST_KINDS) return "other";
        known.add(what);
        return what;
    }

    /// By name, then what, then outcome.
    public List<Timing> timings() {
        return registry.getMeters().stream()
                .filter(Timer.class::isInstance)
                .map(Timer.class::cast)
                .map(Metrics::timing)
                .sorted(Comparator.comparing(Timing::name)
                        .thenComparing(Timing::what)
                        .thenComparing(Timing::outcome))
                .toList();
    }

    public List<Timing> timings(String name) {
        return timings().stream().filter(timing -> timing.name().equals(name)).toList();
    }

    private static Timing timing(Timer timer) {
        var snapshot = timer.takeSnapshot();
        var percentiles = snapshot.percentileValues();
        return new Timing(
                timer.getId().getName(),
                tag(timer, "what"),
                tag(timer, "outcome"),
                snapshot.count(),
                snapshot.mean(TimeUnit.MILLISECONDS),
                percentiles[0].value(TimeUnit.MILLISECONDS),
                percentiles[1].value(TimeUnit.MILLISECONDS),
                percentiles[2].value(TimeUnit.MILLISECONDS),
                snapshot.max(TimeUnit.MILLISECONDS));
    }

    private static String tag(Timer timer, String key) {
        return timer.getId().getTags().stream()
                .filter(tag -> tag.getKey().equals(key))
                .map(Tag::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        registry.close();
    }
}
