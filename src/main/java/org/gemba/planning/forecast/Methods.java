package org.gemba.planning.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which methods come into question for a series, and how much each counts in the ensemble.
final class Methods {
    private static final double LEAST = 0.05;
    private static final double MOST = 0.7;

    private Methods() {}

    /// The candidates of the automatic choice, the safest first.
    static List<Method> automatic(DemandSeries series, ForecastRequest request) {
        var wanted = new ArrayList<>(List.of(Method.SMA));
        if (series.pattern().rare()) {
            wanted.addAll(List.of(Method.CROSTON_SBA, Method.TSB));
        }
        wanted.addAll(List.of(Method.EXP_SMOOTHING, Method.LINEAR_REGRESSION, Method.ARIMA, Method.ENSEMBLE));
        return possible(wanted, series, request);
    }

    /// The members of the ensemble.
    static List<Method> members(DemandSeries series, ForecastRequest request) {
        var wanted = new ArrayList<>(List.of(Method.ARIMA, Method.EXP_SMOOTHING, Method.LINEAR_REGRESSION));
        if (series.pattern().rare()) {
            wanted.add(Method.TSB);
        }
        var members = possible(wanted, series, request);
        return members.isEmpty() ? List.of(Method.SMA) : members;
    }

    private static List<Method> possible(List<Method> wanted, DemandSeries series, ForecastRequest request) {
        return wanted.stream()
                .filter(method -> series.size() >= method.daysNeeded())
                .filter(method -> !request.without().contains(method))
                .toList();
    }

    /// Weights by the inverse of the backtest's MASE, each between 5 and 70 %; equal without a backtest.
    static double[] weights(List<Optional<Accuracy>> members) {
        double[] weights = new double[members.size()];
        Arrays.setAll(
                weights,
                m -> members.get(m)
                        .flatMap(accuracy -> accuracy.mase().stream().boxed().findFirst())
                        .filter(mase -> mase > 0)
                        .map(mase -> 1 / mase)
                        .orElse(0.0));
        if (Arrays.stream(weights).anyMatch(weight -> weight == 0)) {
            Arrays.fill(weights, 1);
        }
        normalise(weights);
        Arrays.setAll(weights, m -> Math.clamp(weights[m], LEAST, MOST));
        normalise(weights);
        return weights;
    }

    private static void normalise(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, m -> weights[m] / sum);
    }
}
