package org.gemba.planning.forecast.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The weighted mean of several methods, of their limits too.
/// @param members the methods
/// @param weights of each; they add up to 1
@SuppressWarnings("ArrayRecordComponent")
public record Ensemble(List<Forecaster> members, double[] weights) implements Forecaster {
    /// @throws IllegalArgumentException unless each member has a weight and they add up to 1
    public Ensemble {
        members = List.copyOf(members);
        double sum = Arrays.stream(weights).sum();
        if (members.isEmpty() || members.size() != weights.length || Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("each of at least one member needs a weight; together they are 1");
        }
    }

    /// All members count the same.
    public static Ensemble equal(List<Forecaster> members) {
        double[] weights = new double[members.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return new Ensemble(members, weights);
    }

    @Override
    public Fitted fit(Training training) {
        return new Blended(members.stream().map(member -> member.fit(training)).toList(), weights);
    }

    /// The fitted members together.
    public record Blended(List<Fitted> fitted, double[] weights) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            return Projection.blend(
                    fitted.stream()
                            .map(member -> member.project(future, confidence))
                            .toList(),
                    weights);
        }

        @Override
        public Forecaster structure() {
            return new Ensemble(fitted.stream().map(Fitted::structure).toList(), weights);
        }

        @Override
        public double slope() {
            double slope = 0;
            for (int m = 0; m < weights.length; m++) {
                slope += weights[m] * fitted.get(m).slope();
            }
            return slope;
        }

        @Override
        public String description() {
            return fitted.stream().map(Fitted::description).collect(Collectors.joining(" + "));
        }
    }
}
