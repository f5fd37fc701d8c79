package org.gemba.planning.maths;

/// Minimises a sum of squares by damped Gauss-Newton steps with a numeric Jacobian. A few passes over the data for each
/// parameter and step, where a search by function values alone takes hundreds.
public final class LevenbergMarquardt {
    private static final double STEP = 1e-6;
    private static final double GIVE_UP = 1e10;

    private final Residuals residuals;
    private final int cases;
    private final double limit;
    private final int iterations;
    private final double tolerance;

    /// The residuals of a parameter vector.
    @FunctionalInterface
    public interface Residuals {
        /// Fills `out`; false where the parameters are not allowed.
        boolean at(double[] parameters, double[] out);
    }

    /// Where the search ended.
    @SuppressWarnings("ArrayRecordComponent")
    public record Minimum(double[] parameters, double sum) {}

    /// @param cases how many residuals there are
    /// @param limit the largest absolute value of a parameter
    /// @param iterations the most steps
    /// @param tolerance the relative fall of the sum below which it stops
    public LevenbergMarquardt(Residuals residuals, int cases, double limit, int iterations, double tolerance) {
        this.residuals = residuals;
        this.cases = cases;
        this.limit = limit;
        this.iterations = iterations;
        this.tolerance = tolerance;
    }

    /// The minimum found from this start; the sum is infinite where the start itself is not allowed.
    public Minimum from(double[] start) {
        double[] at = start.clone();
        double[] here = new double[cases];
        if (!residuals.at(at, here)) {
            return new Minimum(at, Double.POSITIVE_INFINITY);
        }
        double sum = square(here);
        double damping = 1e-3;
        double[] there = new double[cases];
        for (int round = 0; round < iterations && at.length > 0; round++) {
            double[][] jacobian = jacobian(at, here, there);
            double before = sum;
            while (damping < GIVE_UP) {
                double[] next = step(jacobian, here, at, damping);
                double nextSum = residuals.at(next, there) ? square(there) : Double.POSITIVE_INFINITY;
                if (nextSum < sum) {
                    at = next;
                    sum = nextSum;
                    System.arraycopy(there, 0, here, 0, cases);
                    damping = Math.max(damping / 10, 1e-12);
                    break;
                }
                damping *= 8;
            }
            if (damping >= GIVE_UP || before - sum <= tolerance * before) {
                break;
            }
        }
        return new Minimum(at, sum);
    }

    private double[][] jacobian(double[] at, double[] here, double[] there) {
        double[][] jacobian = new double[at.length][cases];
        double[] moved = at.clone();
        for (int j = 0; j < at.length; j++) {
            double step = at[j] > 0 ? -STEP : STEP;
            moved[j] = at[j] + step;
            if (residuals.at(moved, there)) {
                for (int i = 0; i < cases; i++) {
                    jacobian[j][i] = (there[i] - here[i]) / step;
                }
            }
            moved[j] = at[j];
        }
        return jacobian;
    }

    private double[] step(double[][] jacobian, double[] here, double[] at, double damping) {
        int width = at.length;
        double[][] normal = new double[width][width];
        double[] right = new double[width];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k <= j; k++) {
                normal[j][k] = dot(jacobian[j], jacobian[k]);
                normal[k][j] = normal[j][k];
            }
            right[j] = -dot(jacobian[j], here);
        }
        for (int j = 0; j < width; j++) {
            normal[j][j] += damping * normal[j][j] + Double.MIN_NORMAL;
        }
        double[] move = Linear.solve(normal, right);
        double[] next = new double[width];
        for (int j = 0; j < width; j++) {
            next[j] = Math.clamp(at[j] + (Double.isFinite(move[j]) ? move[j] : 0), -limit, limit);
        }
        return next;
    }

    private static double square(double[] values) {
        double sum = dot(values, values);
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
