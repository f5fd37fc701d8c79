package org.gemba.planning.forecast.model;

import java.util.List;

/// Forecasts of the coming steps with their limits.
@SuppressWarnings("ArrayRecordComponent")
public record Projection(double[] mean, double[] lower, double[] upper) {
    /// Limits symmetric about the mean.
    public static Projection symmetric(double[] mean, double[] halfWidth) {
        double[] lower = new double[mean.length];
        double[] upper = new double[mean.length];
        for (int h = 0; h < mean.length; h++) {
            lower[h] = mean[h] - halfWidth[h];
            upper[h] = mean[h] + halfWidth[h];
        }
        return new Projection(mean, lower, upper);
    }

    /// The weighted mean of means and limits; the weights add up to 1.
    public static Projection blend(List<Projection> members, double[] weights) {
        int steps = members.getFirst().mean.length;
        var result = new Projection(new double[steps], new double[steps], new double[steps]);
        for (int m = 0; m < weights.length; m++) {
            for (int h = 0; h < steps; h++) {
                result.mean[h] += weights[m] * members.get(m).mean[h];
                result.lower[h] += weights[m] * members.get(m).lower[h];
                result.upper[h] += weights[m] * members.get(m).upper[h];
            }
        }
        return result;
    }

    /// The same with everything below 0 raised to 0: demand is never negative.
    public Projection clipped() {
        return new Projection(atLeastZero(mean), atLeastZero(lower), atLeastZero(upper));
    }

    private static double[] atLeastZero(double[] values) {
        double[] result = values.clone();
        for (int h = 0; h < result.length; h++) {
            result[h] = Math.max(0, result[h]);
        }
        return result;
    }
}
