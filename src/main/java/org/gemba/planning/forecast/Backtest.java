package org.gemba.planning.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemba.planning.forecast.model.Forecaster;
import org.gemba.planning.forecast.model.Future;
import org.gemba.planning.forecast.model.Projection;

/// What a method would have forecast from earlier days, beside what then happened: up to four origins, each a week
/// before
/// the next, parameters estimated anew at each, the order of the model kept.
final class Backtest {
    private static final int LONGEST = 28;
    private static final int SHORTEST = 7;
    private static final int FOLDS = 4;
    private static final int STEP = 7;

    private final DemandSeries series;
    private final int period;
    private final double confidence;
    private final int length;
    private final List<Integer> origins = new ArrayList<>();

    /// @param horizon the test days at each origin, at most 28
    Backtest(DemandSeries series, int period, int horizon, double confidence) {
        this.series = series;
        this.period = period;
        this.confidence = confidence;
        length = Math.min(Math.min(LONGEST, Math.max(horizon, SHORTEST)), series.size() / 3);
        int least = Math.max(SeriesPreparation.FEWEST_DAYS, Math.min(2 * LONGEST, series.size() / 2));
        for (int k = 0; k < FOLDS; k++) {
            int origin = series.size() - length - k * STEP;
            if (origin >= least && length >= SHORTEST) {
                origins.add(origin);
            }
        }
    }

    boolean possible() {
        return !origins.isEmpty();
    }

    /// The projections of the method at each origin, clipped, and 0 on closed days.
    List<Projection> run(Forecaster method, Watch watch) {
        var training = series.training(period);
        var projections = new ArrayList<Projection>();
        for (int origin : origins) {
            watch.check();
            double[][] regressors = training.first(origin + length).regressors();
            double[][] coming = new double[regressors.length][length];
            for (int j = 0; j < regressors.length; j++) {
                System.arraycopy(regressors[j], origin, coming[j], 0, length);
            }
            var projection = method.fit(training.first(origin))
                    .project(new Future(length, coming), confidence)
                    .clipped();
            projections.add(Closures.zeroed(projection, series, series.first().plusDays(origin)));
        }
        return projections;
    }

    /// The pooled accuracy of such projections; empty where there were none.
    Optional<Accuracy> measure(List<Projection> projections) {
        if (projections.isEmpty()) {
            return Optional.empty();
        }
        var meter = new AccuracyMeter(Scale.of(series.actual(), period));
        for (int k = 0; k < projections.size(); k++) {
            var projection = projections.get(k);
            for (int h = 0; h < length; h++) {
                double actual = series.actual()[origins.get(k) + h];
                meter.add(
                        actual,
                        projection.mean()[h],
                        projection.lower()[h],
                        projection.upper()[h]);
            }
        }
        return Optional.of(meter.result());
    }

    /// The errors, actual minus predicted, a row for each origin.
    double[][] errors(List<Projection> projections) {
        double[][] errors = new double[projections.size()][length];
        for (int k = 0; k < errors.length; k++) {
            for (int h = 0; h < length; h++) {
                errors[k][h] =
                        series.actual()[origins.get(k) + h] - projections.get(k).mean()[h];
            }
        }
        return errors;
    }
}
