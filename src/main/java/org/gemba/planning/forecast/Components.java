package org.gemba.planning.forecast;

import java.time.DayOfWeek;
import java.util.Arrays;

/// What a demand is made of.
/// @param trend units a day by which the forecast method sees it grow
/// @param seasonality an index for Monday to Sunday whose mean is 1, from the last year
/// @param residuals the last 30 days: demand minus its level of four weeks times the index
@SuppressWarnings("ArrayRecordComponent")
public record Components(double trend, double[] seasonality, double[] residuals) {
    private static final int WEEK = 7;
    private static final int YEAR = 364;
    private static final int SHOWN = 30;
    private static final int LEVEL = 28;

    static Components of(DemandSeries series, double trend) {
        double[] index = index(series);
        double[] values = series.values();
        int shown = Math.min(SHOWN, values.length);
        double[] residuals = new double[shown];
        Arrays.setAll(residuals, i -> {
            int t = values.length - shown + i;
            double level = Arrays.stream(values, Math.max(0, t + 1 - LEVEL), t + 1)
                    .average()
                    .orElse(0);
            return values[t] - level * index[weekday(series, t)];
        });
        return new Components(trend, index, residuals);
    }

    private static int weekday(DemandSeries series, int t) {
        return Math.floorMod(series.first().getDayOfWeek().ordinal() + t, WEEK);
    }

    private static double[] index(DemandSeries series) {
        double[] sum = new double[WEEK];
        int[] count = new int[WEEK];
        for (int t = Math.max(0, series.size() - YEAR); t < series.size(); t++) {
            int day = weekday(series, t);
            sum[day] += series.values()[t];
            count[day]++;
        }
        double[] index = new double[DayOfWeek.values().length];
        Arrays.setAll(index, day -> count[day] == 0 ? 0 : sum[day] / count[day]);
        double mean = Arrays.stream(index).average().orElse(0);
        Arrays.setAll(index, day -> mean > 0 ? index[day] / mean : 1);
        return index;
    }
}
