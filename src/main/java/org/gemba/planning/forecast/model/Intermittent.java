package org.gemba.planning.forecast.model;

import java.util.Arrays;

/// Forecasts of demand that is mostly zero: the mean a day, the same for every coming day; the limits are quantiles of
/// what single days brought, since no bell curve fits them.
/// @param method how size and chance are smoothed
/// @param sizeWeight weight of the newest demand size
/// @param chanceWeight weight of the newest interval or chance
public record Intermittent(Kind method, double sizeWeight, double chanceWeight) implements Forecaster {
    /// Croston's method corrected by Syntetos and Boylan (2005), or Teunter, Syntetos and Babai (2011), whose forecast
    /// falls when nothing is sold any more.
    public enum Kind {
        CROSTON_SBA,
        TSB
    }

    private static final double WEIGHT = 0.1;
    private static final int LONGEST_MEMORY = 365;

    /// The method with the usual weights of 0.1.
    public static Intermittent of(Kind kind) {
        return new Intermittent(kind, WEIGHT, WEIGHT);
    }

    @Override
    public Fitted fit(Training training) {
        double level = switch (method) {
            case CROSTON_SBA -> croston(training.values());
            case TSB -> tsb(training.values());
        };
        return new Flat(level, training.last(LONGEST_MEMORY).values(), this);
    }

    private double croston(double[] values) {
        double size = Double.NaN;
        double interval = 0;
        int since = 0;
        for (double value : values) {
            since++;
            if (value > 0) {
                boolean first = Double.isNaN(size);
                size = first ? value : size + sizeWeight * (value - size);
                interval = first ? since : interval + chanceWeight * (since - interval);
                since = 0;
            }
        }
        return Double.isNaN(size) ? 0 : (1 - chanceWeight / 2) * size / interval;
    }

    private double tsb(double[] values) {
        double size =
                Arrays.stream(values).filter(value -> value > 0).findFirst().orElse(0);
        double chance = Arrays.stream(values).filter(value -> value > 0).count() / (double) values.length;
        for (double value : values) {
            boolean sold = value > 0;
            chance += chanceWeight * ((sold ? 1 : 0) - chance);
            size += sold ? sizeWeight * (value - size) : 0;
        }
        return chance * size;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Flat(double level, double[] recent, Intermittent how) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            double[] sorted = recent.clone();
            Arrays.sort(sorted);
            double[] mean = new double[future.horizon()];
            double[] lower = new double[future.horizon()];
            double[] upper = new double[future.horizon()];
            Arrays.fill(mean, level);
            Arrays.fill(lower, Math.min(level, quantile(sorted, (1 - confidence) / 2)));
            Arrays.fill(upper, Math.max(level, quantile(sorted, (1 + confidence) / 2)));
            return new Projection(mean, lower, upper);
        }

        private static double quantile(double[] sorted, double share) {
            int rank = (int) Math.ceil(share * sorted.length) - 1;
            return sorted[Math.clamp(rank, 0, sorted.length - 1)];
        }

        @Override
        public Forecaster structure() {
            return how;
        }

        @Override
        public String description() {
            return how.method == Kind.TSB ? "TSB" : "Croston-SBA";
        }
    }
}
