package org.gemba.planning.forecast.arima;

import java.util.Arrays;
import org.gemba.planning.maths.Linear;

/// The exact one-step errors of a stationary ARMA model, for several series that share the model. The gain is updated
/// by
/// the recursions of Morf, Sidhu and Kailath (1974), whose cost a step is linear in the order where a Kalman filter's
/// is
/// quadratic; once the gain has settled the plain difference equation goes on.
final class ArmaFilter {
    private static final double SETTLED = 1e-13;

    private final double[] ar;
    private final double[] ma;
    private final int size;
    private final double[] phi;
    private final double[] theta;
    private final int[] lags;
    private final int usedLags;

    ArmaFilter(double[] ar, double[] ma) {
        this.ar = ar;
        this.ma = ma;
        size = Math.max(Math.max(ar.length, ma.length + 1), 1);
        phi = Arrays.copyOf(ar, size);
        theta = new double[size];
        theta[0] = 1;
        System.arraycopy(ma, 0, theta, 1, ma.length);
        lags = new int[size];
        int used = 0;
        for (int lag = 1; lag <= Math.max(ar.length, ma.length); lag++) {
            if ((lag <= ar.length && ar[lag - 1] != 0) || (lag <= ma.length && ma[lag - 1] != 0)) {
                lags[used++] = lag;
            }
        }
        usedLags = used;
    }

    /// Fills `out[k]` with the errors of `series[k]`, each divided by its standard deviation in units of the
    /// innovation,
    /// and `states[k]` with the state after the last value where `states` is not empty.
    /// @return the sum of the logarithms of the error variances; not a number where the model is not stationary
    double run(double[][] series, double[][] out, double[][] states) {
        int n = series[0].length;
        double[] gain = new double[size];
        double variance = start(gain);
        if (!(variance > 0) || Double.isInfinite(variance)) {
            return Double.NaN;
        }
        double[] fall = gain.clone();
        double weight = -1 / variance;
        double[][] at = new double[series.length][size];
        double logs = 0;
        double product = 1;
        int settledAt = n;
        for (int t = 0; t < n; t++) {
            double root = Math.sqrt(variance);
            product *= variance;
            if (product > 1e100 || product < 1e-100) {
                logs += Math.log(product);
                product = 1;
            }
            for (int k = 0; k < series.length; k++) {
                double error = series[k][t] - at[k][0];
                out[k][t] = error / root;
                advance(at[k], gain, error / variance);
            }
            double first = fall[0];
            double times = weight * first;
            double next = variance + times * first;
            if (!(next > 0)) {
                return Double.NaN;
            }
            shift(fall, gain, times, next, first);
            weight += times * times / variance;
            variance = next;
            if (Math.abs(variance - 1) < SETTLED && small(fall, weight)) {
                settledAt = t + 1;
                break;
            }
        }
        for (int k = 0; k < series.length; k++) {
            goOn(series[k], out[k], settledAt, n);
            if (states.length > 0) {
                finish(out[k], at[k], settledAt, n);
                states[k] = at[k];
            }
        }
        return logs + Math.log(product);
    }

    /// gain += T fall times; fall = T fall - gain first / variance, with T the companion matrix.
    private void shift(double[] fall, double[] gain, double times, double variance, double first) {
        double share = first / variance;
        for (int i = 0; i < size; i++) {
            double moved = phi[i] * first + (i + 1 < size ? fall[i + 1] : 0);
            gain[i] += moved * times;
            fall[i] = moved - gain[i] * share;
        }
    }

    private void advance(double[] state, double[] gain, double error) {
        double first = state[0];
        for (int i = 0; i < size; i++) {
            state[i] = phi[i] * first + (i + 1 < size ? state[i + 1] : 0) + gain[i] * error;
        }
    }

    private static boolean small(double[] fall, double weight) {
        for (double value : fall) {
            if (value * value * Math.abs(weight) > SETTLED) {
                return false;
            }
        }
        return true;
    }

    private void goOn(double[] values, double[] errors, int from, int to) {
        for (int t = from; t < to; t++) {
            double error = values[t];
            for (int i = 0; i < usedLags; i++) {
                int lag = lags[i];
                if (lag <= t) {
                    error -= (lag <= ar.length ? ar[lag - 1] * values[t - lag] : 0)
                            + (lag <= ma.length ? ma[lag - 1] * errors[t - lag] : 0);
                }
            }
            errors[t] = error;
        }
    }

    private void finish(double[] errors, double[] state, int from, int to) {
        double[] gain = new double[size];
        for (int i = 0; i < size; i++) {
            gain[i] = phi[i] + (i + 1 < size ? theta[i + 1] : 0);
        }
        for (int t = from; t < to; t++) {
            advance(state, gain, errors[t]);
        }
    }

    /// The gain T P Z' of the stationary state and the variance of the series itself, in units of the innovation.
    private double start(double[] gain) {
        double[] weights = weights(ar, ma, size);
        double[] covariance = covariances(weights);
        double[] first = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int k = 0; i + k < size; k++) {
                sum += theta[i + k] * weights[k] + phi[i + k] * covariance[k + 1];
            }
            first[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            gain[i] = phi[i] * first[0] + (i + 1 < size ? first[i + 1] : 0);
        }
        return first[0];
    }

    /// The autocovariances at lags 0 to the size, from the Yule-Walker equations of the mixed model.
    private double[] covariances(double[] weights) {
        int p = ar.length;
        double[][] matrix = new double[p + 1][p + 1];
        double[] right = new double[p + 1];
        for (int k = 0; k <= p; k++) {
            matrix[k][k] += 1;
            for (int i = 1; i <= p; i++) {
                matrix[k][Math.abs(k - i)] -= ar[i - 1];
            }
            right[k] = noise(weights, k);
        }
        double[] solved = Linear.solve(matrix, right);
        double[] covariance = Arrays.copyOf(solved, Math.max(size, p) + 1);
        for (int k = p + 1; k <= size; k++) {
            double sum = noise(weights, k);
            for (int i = 1; i <= p; i++) {
                sum += ar[i - 1] * covariance[k - i];
            }
            covariance[k] = sum;
        }
        return covariance;
    }

    private double noise(double[] weights, int lag) {
        double sum = 0;
        for (int j = lag; j < size; j++) {
            sum += theta[j] * weights[j - lag];
        }
        return sum;
    }

    /// The first weights psi of the moving average of infinite order; the first is 1.
    static double[] weights(double[] ar, double[] ma, int count) {
        double[] weights = new double[count];
        for (int j = 0; j < count; j++) {
            double sum = j == 0 ? 1 : j <= ma.length ? ma[j - 1] : 0;
            for (int i = 1; i <= Math.min(j, ar.length); i++) {
                sum += ar[i - 1] * weights[j - i];
            }
            weights[j] = sum;
        }
        return weights;
    }
}
