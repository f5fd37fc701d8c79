package org.gemba.planning.forecast;

/// How far a naive forecast is off in the training days: the unit of MASE and RMSSE (Hyndman and Koehler 2006).
/// @param absolute mean absolute difference to the day one season before, or to the day before where that is 0
/// @param square the mean of the squares
public record Scale(double absolute, double square) {
    /// The scale of a series with this season.
    public static Scale of(double[] values, int period) {
        var seasonal = lagged(values, period);
        return seasonal.absolute > 0 || period == 1 ? seasonal : lagged(values, 1);
    }

    private static Scale lagged(double[] values, int lag) {
        double absolute = 0;
        double square = 0;
        int count = Math.max(1, values.length - lag);
        for (int t = lag; t < values.length; t++) {
            double change = Math.abs(values[t] - values[t - lag]);
            absolute += change / count;
            square += change * change / count;
        }
        return new Scale(absolute, square);
    }
}
