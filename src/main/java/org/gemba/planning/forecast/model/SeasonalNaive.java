package org.gemba.planning.forecast.model;

import java.util.Arrays;
import org.gemba.planning.maths.Normal;

/// Repeats the last season: the yardstick every other method is measured by.
public record SeasonalNaive() implements Forecaster {
    @Override
    public Fitted fit(Training training) {
        return new Repeated(training);
    }

    private record Repeated(Training training) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            double[] values = training.values();
            int period = training.period();
            double square = 0;
            for (int t = period; t < values.length; t++) {
                square += Math.pow(values[t] - values[t - period], 2);
            }
            double sigma = Math.sqrt(square / Math.max(1, values.length - period));
            double z = Normal.twoSided(confidence);
            double[] mean = new double[future.horizon()];
            double[] width = new double[future.horizon()];
            Arrays.setAll(mean, h -> values[values.length - period + h % period]);
            Arrays.setAll(width, h -> z * sigma * Math.sqrt(h / period + 1.0));
            return Projection.symmetric(mean, width);
        }

        @Override
        public Forecaster structure() {
            return new SeasonalNaive();
        }

        @Override
        public String description() {
            return "seasonal naive";
        }
    }
}
