package org.gemba.planning.forecast.arima;

/// Whether a series keeps its level (Kwiatkowski, Phillips, Schmidt and Shin 1992).
final class KpssTest {
    /// The 5 % critical value of the test for a level.
    static final double CRITICAL = 0.463;

    private KpssTest() {}

    /// The statistic with Bartlett weights over trunc(3 sqrt(n) / 13) lags; 0 for a constant series.
    static double statistic(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double[] gaps = new double[n];
        double sums = 0;
        double running = 0;
        for (int t = 0; t < n; t++) {
            gaps[t] = values[t] - mean;
            running += gaps[t];
            sums += running * running;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = product(gaps, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * product(gaps, lag);
        }
        return variance <= 0 ? 0 : sums / (n * variance);
    }

    private static double product(double[] gaps, int lag) {
        double sum = 0;
        for (int t = lag; t < gaps.length; t++) {
            sum += gaps[t] * gaps[t - lag];
        }
        return sum;
    }
}
