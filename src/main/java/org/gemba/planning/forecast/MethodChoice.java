package org.gemba.planning.forecast;

import java.util.List;

/// Why a method was taken.
/// @param criterion what was compared
/// @param scores the methods, best first
/// @param reason why the first one
public record MethodChoice(Criterion criterion, List<Score> scores, Reason reason) {
    /// Squares are the fairer judge of intermittent demand: the mean absolute error rewards forecasting nothing.
    public enum Criterion {
        MASE,
        RMSSE
    }

    /// Why.
    public enum Reason {
        LEAST_ERROR,
        NEARLY_BEST_AND_STEADIER,
        ONLY_ONE_POSSIBLE,
        NO_BACKTEST,
        CONSTANT_DEMAND
    }

    /// A method's backtest.
    public record Score(Method method, String model, double value, double coverage) {}
}
