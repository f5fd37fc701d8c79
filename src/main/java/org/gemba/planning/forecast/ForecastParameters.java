package org.gemba.planning.forecast;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gemba.planning.forecast.model.Smoothing;

/// What a caller may fix; what is absent is estimated.
/// @param alpha weight of the level in exponential smoothing, between 0 and 1
/// @param beta weight of the trend
/// @param gamma weight of the season
/// @param seasonalPeriods days of a season, 7 when absent
/// @param window days of the moving average, 28 when absent
public record ForecastParameters(
        OptionalDouble alpha,
        OptionalDouble beta,
        OptionalDouble gamma,
        OptionalInt seasonalPeriods,
        OptionalInt window) {
    /// The longest season.
    public static final int LONGEST_SEASON = 28;

    /// The longest moving average.
    public static final int LONGEST_WINDOW = 365;

    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;

    /// @throws IllegalArgumentException for a weight outside 0 to 1, a season outside 1 to 28, a window outside 1 to
    /// 365
    public ForecastParameters {
        for (var weight : new OptionalDouble[] {alpha, beta, gamma}) {
            if (weight.isPresent() && !(weight.getAsDouble() >= 0 && weight.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("a smoothing weight lies between 0 and 1");
            }
        }
        if (outside(seasonalPeriods, LONGEST_SEASON) || outside(window, LONGEST_WINDOW)) {
            throw new IllegalArgumentException("season or window out of range");
        }
    }

    private static boolean outside(OptionalInt value, int most) {
        return value.isPresent() && (value.getAsInt() < 1 || value.getAsInt() > most);
    }

    /// Nothing fixed.
    public static ForecastParameters none() {
        return new ForecastParameters(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    int period() {
        return seasonalPeriods.orElse(WEEK);
    }

    int averagedDays() {
        return window.orElse(FOUR_WEEKS);
    }

    Smoothing smoothing() {
        return new Smoothing(alpha, beta, gamma, OptionalDouble.empty());
    }
}
