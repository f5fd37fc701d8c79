package org.gemba.planning.forecast;

import java.util.Arrays;

/// How regular a demand is (Syntetos, Boylan and Croston 2005).
/// @param interval days for each day with demand
/// @param variation the squared coefficient of variation of the demands
public record DemandPattern(double interval, double variation) {
    private static final double RARE = 1.32;
    private static final double UNEVEN = 0.49;

    /// The four kinds of demand.
    public enum Kind {
        SMOOTH,
        ERRATIC,
        INTERMITTENT,
        LUMPY
    }

    static DemandPattern of(double[] values) {
        double[] sold = Arrays.stream(values).filter(value -> value > 0).toArray();
        if (sold.length == 0) {
            return new DemandPattern(Double.POSITIVE_INFINITY, 0);
        }
        double mean = Arrays.stream(sold).average().orElseThrow();
        double square = Arrays.stream(sold)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double variance = sold.length > 1 ? square / (sold.length - 1) : 0;
        return new DemandPattern(values.length / (double) sold.length, variance / (mean * mean));
    }

    /// The kind, by the published limits 1.32 and 0.49.
    public Kind kind() {
        if (rare()) {
            return variation < UNEVEN ? Kind.INTERMITTENT : Kind.LUMPY;
        }
        return variation < UNEVEN ? Kind.SMOOTH : Kind.ERRATIC;
    }

    /// Whether days without demand are many.
    public boolean rare() {
        return interval >= RARE;
    }
}
