package org.gemba.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One figure over time. The total is the ratio of the sums of all rows, never the mean of the points.
public record KpiSeries(KpiScope scope, Aggregation aggregation, List<KpiPoint> points, KpiPoint total) {
    public KpiSeries {
        points = List.copyOf(points);
    }

    /// The smallest of the points as shown.
    public Optional<BigDecimal> least() {
        return points.stream().flatMap(point -> point.value().shown().stream()).min(BigDecimal::compareTo);
    }

    public Optional<BigDecimal> most() {
        return points.stream().flatMap(point -> point.value().shown().stream()).max(BigDecimal::compareTo);
    }
}
