package org.gemba.planning.maths;

/// Small systems of linear equations.
public final class Linear {
    private Linear() {}

    /// Solves `matrix x = right` by elimination with row exchange, overwriting both; not-a-numbers where it is
    /// singular.
    public static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            exchange(matrix, right, column);
            double pivot = matrix[column][column];
            for (int row = column + 1; row < size; row++) {
                double times = matrix[row][column] / pivot;
                if (times != 0) {
                    for (int k = column; k < size; k++) {
                        matrix[row][k] -= times * matrix[column][k];
                    }
                    right[row] -= times * right[column];
                }
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < size; k++) {
                sum -= matrix[row][k] * right[k];
            }
            right[row] = sum / matrix[row][row];
        }
        return right;
    }

    private static void exchange(double[][] matrix, double[] right, int column) {
        int best = column;
        for (int row = column + 1; row < right.length; row++) {
            if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) {
                best = row;
            }
        }
        double[] row = matrix[column];
        matrix[column] = matrix[best];
        matrix[best] = row;
        double value = right[column];
        right[column] = right[best];
        right[best] = value;
    }
}
