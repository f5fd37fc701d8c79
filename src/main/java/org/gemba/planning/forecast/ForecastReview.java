package org.gemba.planning.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A frozen forecast beside what happened.
/// @param start the first day compared
/// @param end the last one
/// @param accuracy over these days
/// @param days each day
/// @param trend whether it gets better
public record ForecastReview(LocalDate start, LocalDate end, Accuracy accuracy, List<Day> days, Trend trend) {
    /// One day: error is actual minus predicted, its percentage is of the actual and empty where that is 0.
    public record Day(LocalDate date, double predicted, double actual, double error, OptionalDouble percentageError) {}

    /// How the accuracy of a day, 100 minus its absolute percentage error and at least 0, develops.
    /// @param slope its least-squares slope in points a day; positive is better
    /// @param improving whether the slope exceeds 0.01
    /// @param consistency from 0 to 1: 1 minus the share that the spread has in spread and mean of the percentage
    /// errors
    public record Trend(boolean improving, double slope, double consistency) {}

    private static final double WORTH_A_WORD = 0.01;

    /// Scores the days that have passed up to `yesterday`; days without sales count as 0. Empty before the first one.
    public static Optional<ForecastReview> of(
            FrozenForecast forecast, Map<LocalDate, Double> sales, LocalDate yesterday) {
        int passed = (int) Math.min(
                forecast.mean().length,
                yesterday.toEpochDay() - forecast.first().toEpochDay() + 1);
        if (passed < 1) {
            return Optional.empty();
        }
        var meter = new AccuracyMeter(forecast.scale());
        var days = new ArrayList<Day>();
        for (int h = 0; h < passed; h++) {
            var date = forecast.first().plusDays(h);
            double actual = Math.max(0, sales.getOrDefault(date, 0.0));
            double error = actual - forecast.mean()[h];
            meter.add(actual, forecast.mean()[h], forecast.lower()[h], forecast.upper()[h]);
            var percentage = actual > 0 ? OptionalDouble.of(100 * error / actual) : OptionalDouble.empty();
            days.add(new Day(date, forecast.mean()[h], actual, error, percentage));
        }
        return Optional.of(new ForecastReview(
                forecast.first(),
                forecast.first().plusDays(passed - 1L),
                meter.result(),
                List.copyOf(days),
                trend(days)));
    }

    private static Trend trend(List<Day> days) {
        double[] errors = days.stream()
                .filter(day -> day.percentageError().isPresent())
                .mapToDouble(day -> Math.abs(day.percentageError().getAsDouble()))
                .toArray();
        double slope = slope(errors);
        double mean = Arrays.stream(errors).average().orElse(0);
        double square = Arrays.stream(errors)
                .map(error -> (error - mean) * (error - mean))
                .sum();
        double spread = errors.length > 1 ? Math.sqrt(square / (errors.length - 1)) : 0;
        double consistency = mean + spread == 0 ? 1 : Math.clamp(1 - spread / (mean + spread), 0, 1);
        return new Trend(slope > WORTH_A_WORD, slope, consistency);
    }

    private static double slope(double[] errors) {
        double middle = (errors.length - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int i = 0; i < errors.length; i++) {
            above += (i - middle) * (100 - Math.min(100, errors[i]));
            below += (i - middle) * (i - middle);
        }
        return below == 0 ? 0 : above / below;
    }
}
