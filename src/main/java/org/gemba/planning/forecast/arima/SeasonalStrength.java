package org.gemba.planning.forecast.arima;

/// How much of a series is its season: 1 - var(remainder) / var(season + remainder) of a decomposition by local
/// regression (STL: Cleveland and others 1990, season window 11), cut at 0.
final class SeasonalStrength {
    /// Above this the series is differenced at the season.
    static final double DIFFERENCE = 0.64;

    private static final int SEASON_WINDOW = 11;
    private static final int ROUNDS = 2;

    private SeasonalStrength() {}

    static double of(double[] values, int period) {
        int n = values.length;
        if (period < 2 || n < 2 * period + 1) {
            return 0;
        }
        double[] trend = new double[n];
        double[] season = new double[n];
        int trendWindow = odd(1.5 * period / (1 - 1.5 / SEASON_WINDOW));
        for (int round = 0; round < ROUNDS; round++) {
            season = season(minus(values, trend), period);
            trend = Local.smooth(minus(values, season), trendWindow, true);
        }
        double[] together = minus(values, trend);
        double all = variance(together);
        return all <= 0 ? 0 : Math.max(0, 1 - variance(minus(together, season)) / all);
    }

    /// Each day of the cycle smoothed by itself, one step beyond both ends, freed from what is left of the trend.
    private static double[] season(double[] detrended, int period) {
        int n = detrended.length;
        double[] cycle = new double[n + 2 * period];
        for (int phase = 0; phase < period; phase++) {
            int count = (n - phase + period - 1) / period;
            double[] part = new double[count];
            for (int i = 0; i < count; i++) {
                part[i] = detrended[phase + i * period];
            }
            double[] smooth = Local.extended(part, SEASON_WINDOW);
            for (int i = 0; i < smooth.length; i++) {
                cycle[phase + i * period] = smooth[i];
            }
        }
        double[] low = averages(averages(averages(cycle, period), period), 3);
        double[] slow = Local.smooth(low, odd(period), true);
        double[] season = new double[n];
        for (int t = 0; t < n; t++) {
            season[t] = cycle[t + period] - slow[t];
        }
        return season;
    }

    private static double[] averages(double[] values, int window) {
        double[] result = new double[values.length - window + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t] - (t >= window ? values[t - window] : 0);
            if (t >= window - 1) {
                result[t - window + 1] = sum / window;
            }
        }
        return result;
    }

    private static int odd(double value) {
        int rounded = (int) Math.round(value);
        return rounded % 2 == 0 ? rounded + 1 : rounded;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int t = 0; t < a.length; t++) {
            result[t] = a[t] - b[t];
        }
        return result;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
