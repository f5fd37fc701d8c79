package org.gemba.planning.forecast;

import java.time.LocalDate;

/// A forecast as it was given out, to be scored when the days have come.
/// @param first the first day
/// @param mean units a day
/// @param scale the unit of MASE from the days it was made from
@SuppressWarnings("ArrayRecordComponent")
public record FrozenForecast(LocalDate first, double[] mean, double[] lower, double[] upper, Scale scale) {
    /// The forecast without what is not needed later.
    public static FrozenForecast of(Forecast forecast) {
        return new FrozenForecast(
                forecast.first(), forecast.mean(), forecast.lower(), forecast.upper(), forecast.scale());
    }
}
