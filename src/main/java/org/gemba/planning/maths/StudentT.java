package org.gemba.planning.maths;

/// Student's t distribution: the intervals of a regression whose spread is estimated too.
public final class StudentT {
    private static final int HALVINGS = 200;
    private static final int FRACTION_TERMS = 500;
    private static final double TINY = 1e-300;
    private static final double EXACT = 1e-15;

    private StudentT() {}

    /// The value that is not exceeded with probability `p` at `freedom` degrees of freedom.
    /// @throws IllegalArgumentException unless 0 < p < 1 and freedom > 0
    public static double quantile(double p, double freedom) {
        if (!(p > 0 && p < 1) || !(freedom > 0)) {
            throw new IllegalArgumentException("no quantile for p " + p + " and freedom " + freedom);
        }
        if (p < 0.5) {
            return -quantile(1 - p, freedom);
        }
        double low = 0;
        double high = 1;
        while (probability(high, freedom) < p && high < 1e12) {
            low = high;
            high *= 2;
        }
        for (int k = 0; k < HALVINGS && high - low > EXACT * high; k++) {
            double middle = (low + high) / 2;
            if (probability(middle, freedom) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The probability of a value of at most `t`.
    public static double probability(double t, double freedom) {
        double tail = incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    private static double incompleteBeta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /// Lentz's evaluation of the continued fraction of the incomplete beta function.
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m <= FRACTION_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return result;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /// Stirling's series after shifting the argument above 10.
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift -= Math.log(z);
            z += 1;
        }
        double inverse = 1 / (z * z);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / z;
        return shift + (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series;
    }
}
