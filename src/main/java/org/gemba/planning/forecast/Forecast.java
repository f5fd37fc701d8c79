package org.gemba.planning.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A forecast, complete.
/// @param method what was used in the end; never AUTO
/// @param model the fitted model in the notation of the field
/// @param first the first forecast day
/// @param mean units a day, not rounded
/// @param lower limit, at least 0
/// @param upper limit
/// @param confidence of the limits
/// @param accuracy what the backtest measured; empty where the history is too short for one
/// @param spread errors of the backtest, for stock decisions
/// @param scale the unit of MASE, kept so that the frozen forecast can be scored later
/// @param components trend, season, residuals
/// @param choice how the methods compared, best first, when the backtest decided
/// @param remarks what the reader should know
@SuppressWarnings("ArrayRecordComponent")
public record Forecast(
        Method method,
        String model,
        LocalDate first,
        double[] mean,
        double[] lower,
        double[] upper,
        double confidence,
        Optional<Accuracy> accuracy,
        ErrorSpread spread,
        Scale scale,
        Components components,
        Optional<MethodChoice> choice,
        List<Remark> remarks)
        implements ForecastResult {
    /// The expected demand of the first `days` days, all of them where the horizon is shorter.
    public double demandOver(int days) {
        double sum = 0;
        for (int h = 0; h < Math.min(days, mean.length); h++) {
            sum += mean[h];
        }
        return sum;
    }
}
