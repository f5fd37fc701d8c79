package org.gemba.planning.forecast.model;

import java.util.Arrays;
import org.gemba.planning.maths.Normal;

/// The mean of the same day of the last seasons.
/// @param seasons how many
public record WeekdayMean(int seasons) implements Forecaster {
    /// The default, eight weeks.
    public static final int EIGHT_WEEKS = 8;

    @Override
    public Fitted fit(Training training) {
        double[] values = training.values();
        int period = training.period();
        double[] mean = new double[period];
        for (int phase = 0; phase < period; phase++) {
            mean[phase] = before(values, values.length + phase, period);
        }
        double square = 0;
        int errors = 0;
        for (int t = period * Math.min(seasons, values.length / (2 * period)); t < values.length; t++) {
            square += t < period ? 0 : Math.pow(values[t] - before(values, t, period), 2);
            errors += t < period ? 0 : 1;
        }
        return new Repeated(mean, Math.sqrt(square / Math.max(1, errors)), seasons);
    }

    private double before(double[] values, int t, int period) {
        double sum = 0;
        int count = 0;
        for (int i = t - period; i >= 0 && count < seasons; i -= period) {
            sum += values[i];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Repeated(double[] season, double sigma, int seasons) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            double[] mean = new double[future.horizon()];
            double[] width = new double[future.horizon()];
            Arrays.setAll(mean, h -> season[h % season.length]);
            Arrays.fill(width, sigma * Normal.twoSided(confidence));
            return Projection.symmetric(mean, width);
        }

        @Override
        public Forecaster structure() {
            return new WeekdayMean(seasons);
        }

        @Override
        public String description() {
            return "weekday mean(" + seasons + ")";
        }
    }
}
