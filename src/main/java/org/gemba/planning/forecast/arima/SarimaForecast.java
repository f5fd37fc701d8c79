package org.gemba.planning.forecast.arima;

import java.util.Arrays;

/// Forecasts of an estimated model.
/// @param mean of each coming step
/// @param deviation the standard deviation of each step's error
/// @param weights psi of the undifferenced model, by which errors of sums are computed
@SuppressWarnings("ArrayRecordComponent")
public record SarimaForecast(double[] mean, double[] deviation, double[] weights) {
    /// Forecasts `steps` ahead of `values`, which the fit has seen.
    /// @param regressors over the values and the coming steps: `regressors[j]` has as many as both together
    public static SarimaForecast of(SarimaFit fit, double[] values, double[][] regressors, int steps) {
        double[] effect = effect(fit, regressors, values.length, steps);
        double[] plain = new double[values.length];
        for (int t = 0; t < plain.length; t++) {
            plain[t] = values[t] - effect[t];
        }
        double[] differenced = Differences.of(plain, fit.order());
        double[][] states = {{}};
        new ArmaFilter(fit.ar(), fit.ma()).run(new double[][] {differenced}, new double[1][differenced.length], states);
        double[] state = states[0];
        double[] coming = new double[steps];
        for (int h = 0; h < steps; h++) {
            coming[h] = state[0];
            step(state, fit.ar());
        }
        double[] mean = Differences.integrated(plain, coming, fit.order());
        double[] weights = ArmaFilter.weights(whole(fit), fit.ma(), steps);
        double[] deviation = new double[steps];
        double sum = 0;
        int estimated = fit.order().coefficients() + fit.regression().length;
        double variance = fit.variance() * fit.cases() / Math.max(1, fit.cases() - estimated);
        for (int h = 0; h < steps; h++) {
            mean[h] += effect[values.length + h];
            sum += weights[h] * weights[h];
            deviation[h] = Math.sqrt(variance * sum);
        }
        return new SarimaForecast(mean, deviation, weights);
    }

    private static void step(double[] state, double[] ar) {
        double first = state[0];
        for (int i = 0; i < state.length; i++) {
            state[i] = (i < ar.length ? ar[i] * first : 0) + (i + 1 < state.length ? state[i + 1] : 0);
        }
    }

    /// What constant and regressors add to the level of each day; a drift is a line of slope one before differencing.
    private static double[] effect(SarimaFit fit, double[][] regressors, int seen, int steps) {
        double[] effect = new double[seen + steps];
        int offset = 0;
        if (fit.order().constant()) {
            offset = 1;
            double constant = fit.regression()[0];
            int slow = fit.order().seasonalD() > 0 ? fit.order().period() : 1;
            boolean drift = fit.order().d() + fit.order().seasonalD() > 0;
            for (int t = 0; t < effect.length; t++) {
                effect[t] = drift ? constant * (t + 1) / slow : constant;
            }
        }
        for (int j = 0; j + offset < fit.regression().length; j++) {
            for (int t = 0; t < effect.length; t++) {
                effect[t] += fit.regression()[j + offset] * regressors[j][t];
            }
        }
        return effect;
    }

    private static double[] whole(SarimaFit fit) {
        double[] differences = Differences.coefficients(fit.order());
        double[] ar = fit.ar();
        double[] product = Arrays.copyOf(ar, ar.length + differences.length);
        for (int i = 0; i < differences.length; i++) {
            product[i] += differences[i];
            for (int j = 0; j < ar.length; j++) {
                product[i + j + 1] -= differences[i] * ar[j];
            }
        }
        return product;
    }
}
