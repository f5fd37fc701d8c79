package org.gemba.planning.forecast.model;

import java.util.Arrays;

/// One additive exponential smoothing with given weights: level, trend (damped by `phi`) and season, started from the
/// decomposition of the first two seasons as R's `HoltWinters` does.
/// @param alpha weight of the newest level
/// @param beta weight of the newest slope; 0 keeps the first one
/// @param gamma weight of the newest season; not a number means no season
/// @param phi 1 for a straight trend, below 1 damped, 0 for none
record HoltWinters(double alpha, double beta, double gamma, double phi) {
    /// Fills the one-step errors, one for each value after the first season.
    /// @return level, slope, then the season of the coming days
    double[] run(double[] values, int period, Start start, double[] errors) {
        double level = start.level();
        double slope = phi == 0 ? 0 : start.slope();
        boolean seasonal = !Double.isNaN(gamma);
        double[] season = seasonal ? start.season().clone() : new double[period];
        int phase = 0;
        for (int t = period; t < values.length; t++) {
            double expected = level + phi * slope;
            double old = season[phase];
            errors[t - period] = values[t] - expected - old;
            double next = alpha * (values[t] - old) + (1 - alpha) * expected;
            if (phi != 0) {
                slope = beta * (next - level) + (1 - beta) * phi * slope;
            }
            level = next;
            if (seasonal) {
                season[phase] = gamma * (values[t] - level) + (1 - gamma) * old;
            }
            phase = phase + 1 == period ? 0 : phase + 1;
        }
        double[] state = new double[2 + period];
        state[0] = level;
        state[1] = slope;
        for (int k = 0; k < period; k++) {
            state[2 + k] = season[(phase + k) % period];
        }
        return state;
    }

    /// The forecast `h` steps ahead of the state, h from 1.
    double ahead(double[] state, int period, int h) {
        return state[0] + damped(h) * state[1] + state[2 + (h - 1) % period];
    }

    /// phi + phi^2 + ... + phi^h.
    private double damped(int h) {
        return phi == 0 ? 0 : phi == 1 ? h : phi * (1 - Math.pow(phi, h)) / (1 - phi);
    }

    /// The weight of an error on the forecast `j` steps later.
    double psi(int j, int period) {
        double season = !Double.isNaN(gamma) && j % period == 0 ? gamma * (1 - alpha) : 0;
        return alpha * (1 + beta * damped(j)) + season;
    }

    /// The states before the first smoothed value.
    @SuppressWarnings("ArrayRecordComponent")
    record Start(double level, double slope, double[] season) {
        /// Level and slope of the moving average of the first two seasons, and the mean distance from it.
        static Start of(double[] values, int period) {
            if (period == 1) {
                return new Start(values[0], values.length > 1 ? values[1] - values[0] : 0, new double[1]);
            }
            double[] trend = trend(values, period);
            int from = period / 2;
            double[] line = line(trend, from, 2 * period - from);
            double[] season = new double[period];
            for (int phase = 0; phase < period; phase++) {
                double sum = 0;
                int count = 0;
                for (int t = phase; t < 2 * period; t += period) {
                    if (t >= from && t < 2 * period - from) {
                        sum += values[t] - trend[t];
                        count++;
                    }
                }
                season[phase] = sum / count;
            }
            double mean = Arrays.stream(season).average().orElse(0);
            Arrays.setAll(season, k -> season[k] - mean);
            return new Start(line[0], line[1], season);
        }

        private static double[] trend(double[] values, int period) {
            double[] trend = new double[2 * period];
            int half = period / 2;
            boolean even = period % 2 == 0;
            for (int t = half; t < 2 * period - half; t++) {
                double sum = 0;
                for (int i = t - half; i <= t + half; i++) {
                    double weight = even && (i == t - half || i == t + half) ? 0.5 : 1;
                    sum += weight * values[i];
                }
                trend[t] = sum / period;
            }
            return trend;
        }

        /// The line through the points, with time from 1.
        private static double[] line(double[] points, int from, int to) {
            int n = to - from;
            double meanTime = (n + 1) / 2.0;
            double mean = 0;
            for (int t = from; t < to; t++) {
                mean += points[t] / n;
            }
            double above = 0;
            double below = 0;
            for (int t = from; t < to; t++) {
                double time = t - from + 1 - meanTime;
                above += time * (points[t] - mean);
                below += time * time;
            }
            double slope = above / below;
            return new double[] {mean - slope * meanTime, slope};
        }
    }
}
