package org.gemba.planning.forecast.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gemba.planning.maths.LeastSquares;
import org.gemba.planning.maths.LevenbergMarquardt;

/// Exact maximum likelihood by least squares: the likelihood with its variance concentrated out is a sum of squares of
/// scaled one-step errors, regression coefficients are solved for inside.
public final class ExactSarima implements SarimaEstimator {
    private static final double FAR = 5;
    private static final int ITERATIONS = 60;
    private static final double TOLERANCE = 1e-8;
    private static final int SPARE = 3;

    private final double[] starts;

    /// An estimator that starts from no correlation at all.
    public ExactSarima() {
        this(0);
    }

    /// An estimator that tries several starts: each gives all parameters the value, alternating in sign.
    public ExactSarima(double... starts) {
        this.starts = starts.clone();
    }

    @Override
    public Optional<SarimaFit> fit(double[] values, double[][] regressors, SarimaOrder order) {
        double[][] series = differenced(values, regressors, order);
        int cases = series[0].length;
        if (cases < order.coefficients() + series.length + SPARE) {
            return Optional.empty();
        }
        var problem = new Problem(series, order);
        var search = new LevenbergMarquardt(problem::errors, cases, FAR, ITERATIONS, TOLERANCE);
        LevenbergMarquardt.Minimum best = null;
        for (double start : starts) {
            var found = search.from(alternating(start, order.coefficients()));
            if (best == null || found.sum() < best.sum()) {
                best = found;
            }
        }
        return best == null || !(best.sum() > 0) || Double.isInfinite(best.sum())
                ? Optional.empty()
                : problem.fit(best.parameters(), best.sum());
    }

    private static double[] alternating(double value, int length) {
        double[] start = new double[length];
        for (int i = 0; i < length; i++) {
            start[i] = i % 2 == 0 ? value : -value;
        }
        return start;
    }

    /// The series first, then the constant, then the regressors; all differenced.
    private static double[][] differenced(double[] values, double[][] regressors, SarimaOrder order) {
        List<double[]> all = new ArrayList<>();
        all.add(Differences.of(values, order));
        if (order.constant()) {
            double[] ones = new double[all.getFirst().length];
            Arrays.fill(ones, 1);
            all.add(ones);
        }
        for (double[] regressor : regressors) {
            all.add(Differences.of(regressor, order));
        }
        return all.toArray(double[][]::new);
    }

    private static final class Problem {
        private final double[][] series;
        private final SarimaOrder order;
        private final int cases;
        private final double[][] out;
        private final double[][] columns;
        private double logs;
        private double[] regression = {};

        Problem(double[][] series, SarimaOrder order) {
            this.series = series;
            this.order = order;
            cases = series[0].length;
            out = new double[series.length][cases];
            columns = Arrays.copyOfRange(out, 1, out.length);
        }

        boolean errors(double[] free, double[] residuals) {
            logs = filter(free).run(series, out, new double[0][]);
            if (Double.isNaN(logs)) {
                return false;
            }
            System.arraycopy(out[0], 0, residuals, 0, cases);
            if (columns.length > 0 && !regress(residuals)) {
                return false;
            }
            double scale = Math.exp(logs / (2 * cases));
            for (int t = 0; t < cases; t++) {
                residuals[t] *= scale;
            }
            return true;
        }

        private boolean regress(double[] residuals) {
            var solved = LeastSquares.fit(columns, residuals);
            solved.ifPresent(found -> {
                regression = found.coefficients();
                for (int j = 0; j < columns.length; j++) {
                    for (int t = 0; t < cases; t++) {
                        residuals[t] -= regression[j] * columns[j][t];
                    }
                }
            });
            return solved.isPresent();
        }

        private ArmaFilter filter(double[] free) {
            return new ArmaFilter(ar(free), ma(free));
        }

        private double[] ar(double[] free) {
            return Polynomials.multiplied(
                    Polynomials.stationary(free, 0, order.p()),
                    Polynomials.stationary(free, order.p() + order.q(), order.seasonalP()),
                    order.period());
        }

        private double[] ma(double[] free) {
            return Polynomials.negated(Polynomials.multiplied(
                    Polynomials.stationary(free, order.p(), order.q()),
                    Polynomials.stationary(free, order.p() + order.q() + order.seasonalP(), order.seasonalQ()),
                    order.period()));
        }

        Optional<SarimaFit> fit(double[] free, double sum) {
            double[] residuals = new double[cases];
            if (!errors(free, residuals)) {
                return Optional.empty();
            }
            double likelihood = -cases / 2.0 * (Math.log(2 * Math.PI) + 1 + Math.log(sum / cases));
            double scale = Math.exp(logs / (2 * cases));
            double square = 0;
            for (int t = 0; t < cases; t++) {
                residuals[t] /= scale;
                square += residuals[t] * residuals[t];
            }
            return Optional.of(
                    new SarimaFit(order, ar(free), ma(free), regression, likelihood, square / cases, residuals, cases));
        }
    }
}
