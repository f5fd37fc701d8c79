package org.gemba.planning.forecast.model;

import java.util.Arrays;

/// What a model learns from.
/// @param values one a day, oldest first, without gaps
/// @param period the length of the season in days; 1 means none
/// @param regressors `regressors[j][t]`, known for every day of the window and of the future
@SuppressWarnings("ArrayRecordComponent")
public record Training(double[] values, int period, double[][] regressors) {
    /// A window without regressors.
    public static Training of(double[] values, int period) {
        return new Training(values, period, new double[0][]);
    }

    /// How many days there are.
    public int size() {
        return values.length;
    }

    /// The first `days` days.
    public Training first(int days) {
        return new Training(Arrays.copyOf(values, days), period, cut(0, days));
    }

    /// The last days only.
    public Training last(int days) {
        int from = Math.max(0, size() - days);
        return new Training(Arrays.copyOfRange(values, from, size()), period, cut(from, size()));
    }

    /// The same window without a season of its own, where it is too short for one.
    public Training unseasonal() {
        return new Training(values, 1, regressors);
    }

    private double[][] cut(int from, int to) {
        return Arrays.stream(regressors)
                .map(regressor -> Arrays.copyOfRange(regressor, from, to))
                .toArray(double[][]::new);
    }
}
