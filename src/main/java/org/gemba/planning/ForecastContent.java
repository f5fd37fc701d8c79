package org.gemba.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gemba.planning.forecast.Accuracy;
import org.gemba.planning.forecast.ErrorSpread;
import org.gemba.planning.forecast.Forecast;
import org.gemba.planning.forecast.FrozenForecast;
import org.gemba.planning.forecast.MethodChoice;
import org.gemba.planning.forecast.Scale;
import org.jspecify.annotations.Nullable;

/// The figures of a forecast in the form in which they are kept.
///
/// @param asked the method that was asked for, which `auto` and short histories replace
/// @param model what was fitted, in the notation of the field
/// @param seasonality Monday to Sunday, around 1
/// @param residuals of the last days
/// @param errors of the backtest, a row for each origin
/// @param reason why the method was taken; null when it was asked for
public record ForecastContent(
        String asked,
        String model,
        LocalDate firstDay,
        double confidence,
        List<Double> mean,
        List<Double> lower,
        List<Double> upper,
        @Nullable Measured accuracy,
        double scaleAbsolute,
        double scaleSquare,
        double trend,
        List<Double> seasonality,
        List<Double> residuals,
        List<List<Double>> errors,
        @Nullable String reason,
        List<Compared> compared,
        List<Told> remarks) {
    /// Null where a figure has no value, as a percentage of nothing.
    public record Measured(
            double mae,
            double rmse,
            @Nullable Double mape,
            @Nullable Double wape,
            @Nullable Double mase,
            double coverage,
            int days) {
        static Measured of(Accuracy accuracy) {
            return new Measured(
                    accuracy.mae(),
                    accuracy.rmse(),
                    number(accuracy.mape()),
                    number(accuracy.wape()),
                    number(accuracy.mase()),
                    accuracy.coverage(),
                    accuracy.days());
        }

        private static @Nullable Double number(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }

    /// How a method did in the backtest.
    public record Compared(String method, String model, double error, double coverage) {}

    /// A remark: its kind and the figures of its sentence.
    public record Told(String kind, Map<String, Object> values) {}

    static ForecastContent of(String asked, Forecast forecast) {
        return new ForecastContent(
                asked,
                forecast.model(),
                forecast.first(),
                forecast.confidence(),
                list(forecast.mean()),
                list(forecast.lower()),
                list(forecast.upper()),
                forecast.accuracy().map(Measured::of).orElse(null),
                forecast.scale().absolute(),
                forecast.scale().square(),
                forecast.components().trend(),
                list(forecast.components().seasonality()),
                list(forecast.components().residuals()),
                Arrays.stream(forecast.spread().errors())
                        .map(ForecastContent::list)
                        .toList(),
                forecast.choice().map(choice -> word(choice.reason())).orElse(null),
                forecast.choice().map(MethodChoice::scores).orElse(List.of()).stream()
                        .map(score -> new Compared(
                                score.method().word(), score.model(), score.value(), finite(score.coverage())))
                        .toList(),
                forecast.remarks().stream()
                        .map(remark -> new Told(word(remark.kind()), remark.values()))
                        .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// For scoring.
    FrozenForecast frozen() {
        return new FrozenForecast(
                firstDay, array(mean), array(lower), array(upper), new Scale(scaleAbsolute, scaleSquare));
    }

    /// For stock.
    ErrorSpread spread() {
        return new ErrorSpread(errors.stream().map(ForecastContent::array).toArray(double[][]::new));
    }
}
