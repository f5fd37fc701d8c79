package org.gemba.planning.forecast.arima;

import java.util.Arrays;

/// Differencing at lag 1 and at the season, and the way back.
final class Differences {
    private Differences() {}

    /// The differenced series, shorter by what the order loses.
    static double[] of(double[] values, SarimaOrder order) {
        double[] result = values;
        for (int i = 0; i < order.seasonalD(); i++) {
            result = lagged(result, order.period());
        }
        for (int i = 0; i < order.d(); i++) {
            result = lagged(result, 1);
        }
        return result;
    }

    static double[] lagged(double[] values, int lag) {
        double[] result = new double[Math.max(0, values.length - lag)];
        for (int t = lag; t < values.length; t++) {
            result[t - lag] = values[t] - values[t - lag];
        }
        return result;
    }

    /// The coefficients c of (1-B)^d (1-B^m)^D = 1 - c_1 B - ...
    static double[] coefficients(SarimaOrder order) {
        double[] polynomial = {1};
        for (int i = 0; i < order.d(); i++) {
            polynomial = times(polynomial, 1);
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            polynomial = times(polynomial, order.period());
        }
        return Polynomials.negated(Arrays.copyOfRange(polynomial, 1, polynomial.length));
    }

    private static double[] times(double[] polynomial, int lag) {
        double[] result = Arrays.copyOf(polynomial, polynomial.length + lag);
        for (int i = 0; i < polynomial.length; i++) {
            result[i + lag] -= polynomial[i];
        }
        return result;
    }

    /// Continues `values` by the differenced forecasts, giving the forecasts of the values themselves.
    static double[] integrated(double[] values, double[] steps, SarimaOrder order) {
        double[] coefficients = coefficients(order);
        double[] all = Arrays.copyOf(values, values.length + steps.length);
        for (int h = 0; h < steps.length; h++) {
            int t = values.length + h;
            double sum = steps[h];
            for (int i = 1; i <= coefficients.length; i++) {
                sum += coefficients[i - 1] * all[t - i];
            }
            all[t] = sum;
        }
        return Arrays.copyOfRange(all, values.length, all.length);
    }
}
