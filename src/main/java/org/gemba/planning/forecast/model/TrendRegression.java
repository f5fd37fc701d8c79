package org.gemba.planning.forecast.model;

import java.util.ArrayList;
import java.util.Optional;
import org.gemba.planning.maths.LeastSquares;
import org.gemba.planning.maths.StudentT;

/// Least squares on a line in time, a level for each day of the season and the known regressors; the interval is that
/// of
/// a new observation under Student's distribution.
public record TrendRegression() implements Forecaster {
    @Override
    public Fitted fit(Training training) {
        return attempt(training)
                .or(() -> attempt(new Training(training.values(), training.period(), new double[0][])))
                .or(() -> attempt(Training.of(training.values(), 1)))
                .orElseGet(() -> new MovingAverage(training.size()).fit(training));
    }

    private static Optional<Fitted> attempt(Training training) {
        var columns = new ArrayList<double[]>();
        for (int j = 0; j < width(training); j++) {
            columns.add(new double[training.size()]);
        }
        for (int t = 0; t < training.size(); t++) {
            double[] row = row(t, training.period(), training.regressors(), t);
            for (int j = 0; j < row.length; j++) {
                columns.get(j)[t] = row[j];
            }
        }
        return training.size() <= columns.size()
                ? Optional.empty()
                : LeastSquares.fit(columns.toArray(double[][]::new), training.values())
                        .map(line -> new Line(training, line));
    }

    private static int width(Training training) {
        return 1 + training.period() + training.regressors().length;
    }

    /// Intercept, day number from 1, a dummy for each day of the season but the first, regressors.
    private static double[] row(int t, int period, double[][] regressors, int at) {
        double[] row = new double[1 + period + regressors.length];
        row[0] = 1;
        row[1] = t + 1.0;
        int phase = t % period;
        if (phase > 0) {
            row[1 + phase] = 1;
        }
        for (int j = 0; j < regressors.length; j++) {
            row[1 + period + j] = regressors[j][at];
        }
        return row;
    }

    private record Line(Training training, LeastSquares line) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            double[] coefficients = line.coefficients();
            int freedom = training.size() - coefficients.length;
            double variance = line.residualSum() / freedom;
            double quantile = StudentT.quantile((1 + confidence) / 2, freedom);
            double[] mean = new double[future.horizon()];
            double[] width = new double[future.horizon()];
            for (int h = 0; h < future.horizon(); h++) {
                double[] row = row(training.size() + h, training.period(), known(future), h);
                for (int j = 0; j < row.length; j++) {
                    mean[h] += coefficients[j] * row[j];
                }
                width[h] = quantile * Math.sqrt(variance * (1 + line.leverage(row)));
            }
            return Projection.symmetric(mean, width);
        }

        private double[][] known(Future future) {
            return training.regressors().length == 0 ? new double[0][] : future.regressors();
        }

        @Override
        public double slope() {
            return line.coefficients()[1];
        }

        @Override
        public Forecaster structure() {
            return new TrendRegression();
        }

        @Override
        public String description() {
            return training.regressors().length == 0 ? "trend and weekdays" : "trend, weekdays and promotions";
        }
    }
}
