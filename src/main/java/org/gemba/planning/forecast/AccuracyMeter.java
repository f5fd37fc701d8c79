package org.gemba.planning.forecast;

import java.util.OptionalDouble;

/// Adds up errors of forecasts, actual minus predicted.
final class AccuracyMeter {
    private final Scale scale;
    private int days;
    private double absolute;
    private double square;
    private double percent;
    private int percentDays;
    private double actuals;
    private int inside;
    private int zeros;

    AccuracyMeter(Scale scale) {
        this.scale = scale;
    }

    void add(double actual, double predicted, double lower, double upper) {
        double error = Math.abs(actual - predicted);
        days++;
        absolute += error;
        square += error * error;
        actuals += actual;
        if (actual > 0) {
            percent += 100 * error / actual;
            percentDays++;
        } else {
            zeros++;
        }
        inside += actual >= lower && actual <= upper ? 1 : 0;
    }

    /// @throws IllegalStateException when nothing was added
    Accuracy result() {
        if (days == 0) {
            throw new IllegalStateException("no day was compared");
        }
        double mae = absolute / days;
        double rmse = Math.sqrt(square / days);
        return new Accuracy(
                days,
                mae,
                rmse,
                percentDays > 0 ? OptionalDouble.of(percent / percentDays) : OptionalDouble.empty(),
                percentDays,
                actuals > 0 ? OptionalDouble.of(100 * absolute / actuals) : OptionalDouble.empty(),
                scale.absolute() > 0 ? OptionalDouble.of(mae / scale.absolute()) : OptionalDouble.empty(),
                scale.square() > 0 ? OptionalDouble.of(rmse / Math.sqrt(scale.square())) : OptionalDouble.empty(),
                inside / (double) days,
                zeros / (double) days);
    }
}
