package org.gemba.planning.maths;

import java.util.Optional;

/// Ordinary least squares by Householder reflections, which keep the accuracy that normal equations lose.
/// @param coefficients one a column
/// @param residualSum the sum of squared residuals
/// @param triangle the upper triangle R of X = QR, by which leverages are computed
@SuppressWarnings("ArrayRecordComponent")
public record LeastSquares(double[] coefficients, double residualSum, double[][] triangle) {
    private static final double SINGULAR = 1e-11;

    /// Fits `y` on the columns (`columns[j][i]` is the j-th variable of case i); empty where the columns depend on each
    /// other or are more than the cases.
    public static Optional<LeastSquares> fit(double[][] columns, double[] y) {
        int width = columns.length;
        int cases = y.length;
        if (cases < width) {
            return Optional.empty();
        }
        double[][] work = new double[width][];
        double[] scale = new double[width];
        for (int j = 0; j < width; j++) {
            work[j] = columns[j].clone();
            scale[j] = Math.sqrt(dot(work[j], work[j], 0));
        }
        double[] right = y.clone();
        double[][] triangle = new double[width][width];
        for (int j = 0; j < width; j++) {
            if (!reflect(work, right, triangle, j, scale[j])) {
                return Optional.empty();
            }
        }
        return Optional.of(new LeastSquares(solve(triangle, right), dot(right, right, width), triangle));
    }

    private static boolean reflect(double[][] work, double[] right, double[][] triangle, int j, double scale) {
        double[] pivot = work[j];
        double norm = Math.sqrt(dot(pivot, pivot, j));
        if (!(norm > SINGULAR * scale)) {
            return false;
        }
        double diagonal = pivot[j] > 0 ? -norm : norm;
        pivot[j] -= diagonal;
        double half = dot(pivot, pivot, j) / 2;
        for (int k = j + 1; k < work.length; k++) {
            subtract(work[k], pivot, j, dot(pivot, work[k], j) / half);
            triangle[j][k] = work[k][j];
        }
        subtract(right, pivot, j, dot(pivot, right, j) / half);
        triangle[j][j] = diagonal;
        return true;
    }

    private static double[] solve(double[][] triangle, double[] right) {
        int width = triangle.length;
        double[] x = new double[width];
        for (int j = width - 1; j >= 0; j--) {
            double sum = right[j];
            for (int k = j + 1; k < width; k++) {
                sum -= triangle[j][k] * x[k];
            }
            x[j] = sum / triangle[j][j];
        }
        return x;
    }

    /// x'(X'X)^-1 x: how far the point lies from the cases that were fitted.
    public double leverage(double[] x) {
        double sum = 0;
        double[] z = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double rest = x[j];
            for (int k = 0; k < j; k++) {
                rest -= triangle[k][j] * z[k];
            }
            z[j] = rest / triangle[j][j];
            sum += z[j] * z[j];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int i = from; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double[] what, int start, double times) {
        for (int i = start; i < from.length; i++) {
            from[i] -= times * what[i];
        }
    }
}
