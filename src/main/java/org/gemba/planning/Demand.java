package org.gemba.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gemba.planning.forecast.ErrorSpread;

/// What is expected of a product's demand: by its newest forecast where that reaches beyond today, else by the mean and
/// the spread of its last 90 days.
///
/// @param coming units of each day from today
/// @param later units of a day beyond them
/// @param spread of sums over days
/// @param forecast whether a forecast says so
record Demand(double[] coming, double later, ErrorSpread spread, boolean forecast) {
    private static final int REMEMBERED = 90;
    private static final int MONTH = 30;

    static Demand of(Optional<StoredForecast> newest, Map<LocalDate, BigDecimal> daily, LocalDate today) {
        return newest.filter(found -> reaches(found, today))
                .map(found -> ofForecast(found.content(), today))
                .orElseGet(() -> ofHistory(daily, today));
    }

    private static boolean reaches(StoredForecast found, LocalDate today) {
        var content = found.content();
        return !content.firstDay().isAfter(today)
                && content.firstDay().plusDays(content.mean().size()).isAfter(today);
    }

    private static Demand ofForecast(ForecastContent content, LocalDate today) {
        int passed = (int) (today.toEpochDay() - content.firstDay().toEpochDay());
        double[] mean = content.mean().stream()
                .skip(passed)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double later = content.mean().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return new Demand(mean, later, content.spread(), true);
    }

    private static Demand ofHistory(Map<LocalDate, BigDecimal> daily, LocalDate today) {
        var first = daily.keySet().stream().min(LocalDate::compareTo).orElse(today);
        long there = today.toEpochDay() - first.toEpochDay();
        int days = (int) Math.clamp(there, 0, REMEMBERED);
        double[] units = new double[days];
        Arrays.setAll(
                units,
                t -> daily.getOrDefault(today.minusDays(days - t), BigDecimal.ZERO)
                        .doubleValue());
        double mean = Arrays.stream(units).average().orElse(0);
        double[] errors = Arrays.stream(units).map(value -> value - mean).toArray();
        return new Demand(
                new double[0], mean, new ErrorSpread(days == 0 ? new double[0][] : new double[][] {errors}), false);
    }

    /// Units over so many days from today; part of a day counts in part.
    double over(double days) {
        double sum = 0;
        for (int t = 0; t < Math.ceil(days); t++) {
            double units = t < coming.length ? coming[t] : later;
            sum += units * Math.min(1, days - t);
        }
        return sum;
    }

    /// The standard deviation of the error of that sum.
    double spreadOver(double days) {
        return spread.ofSum(Math.max(1, (int) Math.ceil(days)));
    }

    /// Units a day over the coming 30 days.
    double daily() {
        return over(MONTH) / MONTH;
    }
}
