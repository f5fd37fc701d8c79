package org.gemba.planning.forecast.model;

import java.util.Arrays;

/// The days to be forecast.
/// @param horizon how many
/// @param regressors their known values, in the order of the training's
@SuppressWarnings("ArrayRecordComponent")
public record Future(int horizon, double[][] regressors) {
    /// Coming days of which nothing is known.
    public static Future of(int horizon) {
        return new Future(horizon, new double[0][]);
    }

    /// Training and coming values of each regressor in one row.
    public double[][] after(Training training) {
        double[][] joined = new double[regressors.length][];
        for (int j = 0; j < joined.length; j++) {
            joined[j] = Arrays.copyOf(training.regressors()[j], training.size() + horizon);
            System.arraycopy(regressors[j], 0, joined[j], training.size(), horizon);
        }
        return joined;
    }
}
