package org.gemba.planning.forecast.model;

import java.util.Arrays;
import java.util.Optional;
import org.gemba.planning.forecast.arima.OrderSearch;
import org.gemba.planning.forecast.arima.SarimaEstimator;
import org.gemba.planning.forecast.arima.SarimaFit;
import org.gemba.planning.forecast.arima.SarimaForecast;
import org.gemba.planning.maths.Normal;

/// Seasonal ARIMA of an order that is found automatically, with promotions as regressors.
/// @param estimator fits one order
/// @param beforeEachFit may throw to give up
public record AutoArima(SarimaEstimator estimator, Runnable beforeEachFit) implements Forecaster {
    @Override
    public Fitted fit(Training training) {
        return found(training)
                .or(() -> found(new Training(training.values(), training.period(), new double[0][])))
                .<Fitted>map(fit -> fit)
                .orElseGet(() -> new MovingAverage(MovingAverage.FOUR_WEEKS).fit(training));
    }

    private Optional<Arima> found(Training training) {
        return new OrderSearch(estimator, beforeEachFit)
                .search(training.values(), training.regressors(), training.period())
                .map(fit -> new Arima(fit, training, this));
    }

    private record Arima(SarimaFit fit, Training training, AutoArima method) implements Fitted {
        @Override
        public Projection project(Future future, double confidence) {
            double[][] known = training.regressors().length == 0 ? new double[0][] : future.after(training);
            var forecast = SarimaForecast.of(fit, training.values(), known, future.horizon());
            double z = Normal.twoSided(confidence);
            double[] width = Arrays.stream(forecast.deviation())
                    .map(deviation -> z * deviation)
                    .toArray();
            return Projection.symmetric(forecast.mean(), width);
        }

        @Override
        public Forecaster structure() {
            return window -> {
                var usable = training.regressors().length == 0
                        ? new Training(window.values(), window.period(), new double[0][])
                        : window;
                return method.estimator
                        .fit(usable.values(), usable.regressors(), fit.order())
                        .<Fitted>map(again -> new Arima(again, usable, method))
                        .orElseGet(() -> method.fit(window));
            };
        }

        @Override
        public double slope() {
            boolean drift =
                    fit.order().constant() && fit.order().d() + fit.order().seasonalD() == 1;
            return drift
                    ? fit.regression()[0]
                            / (fit.order().seasonalD() > 0 ? fit.order().period() : 1)
                    : 0;
        }

        @Override
        public String description() {
            return "ARIMA" + fit.order();
        }
    }
}
