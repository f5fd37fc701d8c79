package org.gemba.planning.forecast;

import java.util.Optional;
import java.util.OptionalDouble;

/// How far forecasts were off.
/// @param days how many were compared
/// @param mae mean absolute error in units
/// @param rmse root of the mean squared error in units
/// @param mape mean absolute error in percent of the actual, over days that sold; empty when none did
/// @param mapeDays how many days those were
/// @param wape sum of absolute errors in percent of the sum of actuals; empty when nothing sold
/// @param mase mean absolute error relative to repeating the last week in the training days; empty for a constant
/// series
/// @param rmsse the same of squares, the fairer judge where most days sell nothing
/// @param coverage share of actuals inside the limits
/// @param zeroShare share of days that sold nothing
public record Accuracy(
        int days,
        double mae,
        double rmse,
        OptionalDouble mape,
        int mapeDays,
        OptionalDouble wape,
        OptionalDouble mase,
        OptionalDouble rmsse,
        double coverage,
        double zeroShare) {
    private static final double MANY_ZEROS = 0.3;

    /// A letter from A to F: by the percentage error (A up to 10, B 20, C 30, D 50), or by MASE (0.7, 0.85, 1, 1.2)
    /// where
    /// more than 30 % of the days sold nothing. Limits belong to the better letter. Empty where neither can be
    /// computed.
    public Optional<String> grade() {
        boolean scaled = zeroShare > MANY_ZEROS || mape.isEmpty();
        var value = scaled ? mase : mape;
        double[] limits = scaled ? new double[] {0.7, 0.85, 1, 1.2} : new double[] {10, 20, 30, 50};
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int letter = 0;
        while (letter < limits.length && value.getAsDouble() > limits[letter]) {
            letter++;
        }
        return Optional.of("ABCDF".substring(letter, letter + 1));
    }
}
