package org.gemba.planning.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fast recursions against the likelihood written down as a multivariate normal density.
class ArmaFilterTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void errorsAndDeterminantAreThoseOfTheCovarianceMatrix(long seed) {
        var random = new Random(seed);
        double[] ar = Polynomials.multiplied(part(random), part(random), 4);
        double[] ma = Polynomials.negated(Polynomials.multiplied(part(random), part(random), 4));
        int n = 60;
        double[] values = random.doubles(n, -3, 3).toArray();
        double[][] out = new double[1][n];
        double logs = new ArmaFilter(ar, ma).run(new double[][] {values}, out, new double[0][]);
        double sum = 0;
        for (double error : out[0]) {
            sum += error * error;
        }
        double[] reference = gaussian(ar, ma, values);
        assertThat(sum).isCloseTo(reference[0], within(1e-6 * reference[0]));
        assertThat(logs).isCloseTo(reference[1], within(1e-6));
    }

    private static double[] part(Random random) {
        int length = random.nextInt(3);
        return Polynomials.stationary(random.doubles(length, -1.2, 1.2).toArray(), 0, length);
    }

    /// The quadratic form and the log determinant, by Cholesky's factorisation of the covariance matrix.
    private static double[] gaussian(double[] ar, double[] ma, double[] values) {
        int n = values.length;
        double[] weights = ArmaFilter.weights(ar, ma, 4000);
        double[] covariance = new double[n];
        for (int lag = 0; lag < n; lag++) {
            for (int j = 0; j + lag < weights.length; j++) {
                covariance[lag] += weights[j] * weights[j + lag];
            }
        }
        double[][] root = new double[n][n];
        double[] rest = new double[n];
        double form = 0;
        double logs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i - j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
            double sum = values[i];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * rest[k];
            }
            rest[i] = sum / root[i][i];
            form += rest[i] * rest[i];
            logs += 2 * Math.log(root[i][i]);
        }
        return new double[] {form, logs};
    }
}
