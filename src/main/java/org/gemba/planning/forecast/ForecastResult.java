package org.gemba.planning.forecast;

/// What a forecast request ends in.
public sealed interface ForecastResult permits Forecast, ForecastResult.NotEnoughHistory {
    /// The product has too few days of history.
    record NotEnoughHistory(int daysThere, int daysNeeded) implements ForecastResult {}
}
