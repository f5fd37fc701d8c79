package org.gemba.planning.forecast.arima;

/// Local regression with tricube weights on equally spaced points.
final class Local {
    private Local() {}

    /// Smooths by local lines, or by local means where `line` is false.
    static double[] smooth(double[] values, int window, boolean line) {
        double[] result = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            result[t] = at(values, t, window, line);
        }
        return result;
    }

    /// Local means, and one more before the first and after the last.
    static double[] extended(double[] values, int window) {
        double[] result = new double[values.length + 2];
        for (int t = -1; t <= values.length; t++) {
            result[t + 1] = at(values, t, window, false);
        }
        return result;
    }

    private static double at(double[] values, int t, int window, boolean line) {
        int n = values.length;
        int width = Math.min(window, n);
        int from = Math.clamp(t - width / 2, 0, n - width);
        int to = from + width - 1;
        double reach = Math.max(Math.abs(t - from), Math.abs(to - t));
        if (window > n) {
            reach += (window - n) / 2;
        }
        double sum = 0;
        double sumX = 0;
        double sumXx = 0;
        double sumY = 0;
        double sumXy = 0;
        for (int i = from; i <= to; i++) {
            double far = Math.abs(i - t) / reach;
            if (far > 0.999) {
                continue;
            }
            double cube = 1 - far * far * far;
            double weight = far < 0.001 ? 1 : cube * cube * cube;
            double x = i - t;
            sum += weight;
            sumX += weight * x;
            sumXx += weight * x * x;
            sumY += weight * values[i];
            sumXy += weight * x * values[i];
        }
        double spread = sum * sumXx - sumX * sumX;
        return line && spread > 1e-9 * sum * sum ? (sumXx * sumY - sumX * sumXy) / spread : sumY / sum;
    }
}
