package org.gemba.planning.forecast.model;

import java.util.Arrays;
import org.gemba.planning.maths.Normal;

/// The mean of the last days, the same for every coming day. A multiple of seven keeps the weekday out of it.
/// @param window how many days
public record MovingAverage(int window) implements Forecaster {
    /// The default window, four weeks.
    public static final int FOUR_WEEKS = 28;

    /// @throws IllegalArgumentException for a window below 1
    public MovingAverage {
        if (window < 1) {
            throw new IllegalArgumentException("a window has at least one day, not " + window);
        }
    }

    @Override
    public Fitted fit(Training training) {
        int days = Math.min(window, training.size());
        double[] values = training.values();
        double sum = 0;
        double square = 0;
        int errors = 0;
        for (int t = 0; t < values.length; t++) {
            if (t >= days) {
                double error = values[t] - sum / days;
                square += error * error;
                errors++;
                sum -= values[t - days];
            }
            sum += values[t];
        }
        return new Flat(sum / days, Math.sqrt(square / Math.max(1, errors)), window);
    }

    private record Flat(double level, double sigma, int window) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            double[] mean = new double[future.horizon()];
            double[] width = new double[future.horizon()];
            Arrays.fill(mean, level);
            Arrays.fill(width, sigma * Normal.twoSided(confidence));
            return Projection.symmetric(mean, width);
        }

        @Override
        public Forecaster structure() {
            return new MovingAverage(window);
        }

        @Override
        public String description() {
            return "SMA(" + window + ")";
        }
    }
}
