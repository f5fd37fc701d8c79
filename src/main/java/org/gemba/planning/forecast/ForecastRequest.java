package org.gemba.planning.forecast;

import java.util.Set;

/// What is to be forecast and how.
/// @param method the method; AUTO lets the backtest decide
/// @param horizon days ahead, 1 to 365
/// @param confidence of the limits, above 0.5 and below 1
/// @param parameters what the caller fixed
/// @param without methods that AUTO and ENSEMBLE do without, for speed
public record ForecastRequest(
        Method method, int horizon, double confidence, ForecastParameters parameters, Set<Method> without) {
    /// The longest horizon.
    public static final int LONGEST = 365;

    /// @throws IllegalArgumentException for a horizon or confidence out of range
    public ForecastRequest {
        if (horizon < 1 || horizon > LONGEST) {
            throw new IllegalArgumentException("a horizon has 1 to " + LONGEST + " days, not " + horizon);
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies above 0.5 and below 1, not " + confidence);
        }
        without = Set.copyOf(without);
    }

    /// A request that fixes nothing and leaves nothing out.
    public static ForecastRequest of(Method method, int horizon, double confidence) {
        return new ForecastRequest(method, horizon, confidence, ForecastParameters.none(), Set.of());
    }
}
