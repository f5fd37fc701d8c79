package org.gemba.planning.forecast.arima;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The automatic choice of a seasonal order by steps (Hyndman and Khandakar 2008): differences by tests, the rest by
/// the
/// corrected Akaike criterion from a few starts.
public final class OrderSearch {
    static final int MOST = 5;
    static final int MOST_SEASONAL = 2;

    private static final int MOST_DIFFERENCES = 2;
    private static final int MOST_FITS = 94;
    private static final double NEAREST_ROOT = 1.01;

    private static final int[][] STEPS = {
        {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1}, {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1},
        {0, 0, 1, 1}, {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {-1, -1, 0, 0}, {-1, 1, 0, 0},
        {1, -1, 0, 0}, {1, 1, 0, 0}
    };

    private final SarimaEstimator estimator;
    private final Runnable beforeEachFit;

    /// @param beforeEachFit runs before each fit and may throw to give up
    public OrderSearch(SarimaEstimator estimator, Runnable beforeEachFit) {
        this.estimator = estimator;
        this.beforeEachFit = beforeEachFit;
    }

    /// The best model found; empty where not even the simplest can be estimated.
    public Optional<SarimaFit> search(double[] values, double[][] regressors, int period) {
        var differences = differences(values, period);
        return new Search(values, regressors, differences).run();
    }

    /// The differences alone: no other part, no constant.
    static SarimaOrder differences(double[] values, int period) {
        int season = period > 1 ? period : 1;
        boolean seasonal = SeasonalStrength.of(values, season) > SeasonalStrength.DIFFERENCE;
        double[] rest = seasonal ? Differences.lagged(values, season) : values;
        int d = 0;
        while (d < MOST_DIFFERENCES && rest.length > 1 && KpssTest.statistic(rest) > KpssTest.CRITICAL) {
            rest = Differences.lagged(rest, 1);
            d++;
        }
        return new SarimaOrder(0, d, 0, 0, seasonal ? 1 : 0, 0, season, false);
    }

    private final class Search {
        private final double[] values;
        private final double[][] regressors;
        private final SarimaOrder base;
        private final boolean constantAllowed;
        private final Map<SarimaOrder, Double> tried = new HashMap<>();
        private double bestCriterion = Double.POSITIVE_INFINITY;
        private Optional<SarimaFit> best = Optional.empty();

        Search(double[] values, double[][] regressors, SarimaOrder base) {
            this.values = values;
            this.regressors = regressors;
            this.base = base;
            constantAllowed = base.d() + base.seasonalD() <= 1;
        }

        Optional<SarimaFit> run() {
            starts().forEach(this::better);
            boolean moved = best.isPresent();
            while (moved && tried.size() < MOST_FITS) {
                moved = move();
            }
            return best.isPresent() ? best : estimator.fit(values, regressors, base.withConstant(constantAllowed));
        }

        private List<SarimaOrder> starts() {
            int seasonal = base.period() > 1 ? 1 : 0;
            var start = base.withConstant(constantAllowed);
            return List.of(
                    start.moved(2, 2, seasonal, seasonal),
                    start,
                    start.moved(1, 0, seasonal, 0),
                    start.moved(0, 1, 0, seasonal),
                    base);
        }

        private boolean move() {
            var from = best.orElseThrow().order();
            for (int[] step : STEPS) {
                boolean seasonalStep = step[2] != 0 || step[3] != 0;
                if ((!seasonalStep || from.period() > 1) && better(from.moved(step[0], step[1], step[2], step[3]))) {
                    return true;
                }
            }
            return constantAllowed && better(from.withConstant(!from.constant()));
        }

        private boolean better(SarimaOrder order) {
            if (tried.containsKey(order) || tried.size() >= MOST_FITS) {
                return false;
            }
            beforeEachFit.run();
            var fit = estimator.fit(values, regressors, order).filter(OrderSearch::wellInside);
            double criterion = fit.map(SarimaFit::aicc).orElse(Double.POSITIVE_INFINITY);
            tried.put(order, criterion);
            if (criterion < bestCriterion) {
                bestCriterion = criterion;
                best = fit;
                return true;
            }
            return order.constant() && Double.isInfinite(criterion) && better(order.withConstant(false));
        }
    }

    /// A root near the unit circle makes forecasts that hang on rounding.
    private static boolean wellInside(SarimaFit fit) {
        return Polynomials.smallestRoot(fit.ar()) >= NEAREST_ROOT
                && Polynomials.smallestRoot(Polynomials.negated(fit.ma())) >= NEAREST_ROOT;
    }
}
