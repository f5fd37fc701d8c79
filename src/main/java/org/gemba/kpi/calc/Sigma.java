package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Defects a million opportunities as a sigma level with the usual shift of 1.5.
public final class Sigma {
    private static final double SHIFT = 1.5;
    private static final double[] LEVELS = {3.4, 233, 6_210, 66_807, 308_537, 690_000};
    private static final double[] A = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] B = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01
    };
    private static final double[] C = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] D = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
    };
    private static final double TAIL = 0.02425;

    private Sigma() {}

    /// The whole level whose usual limit is kept: 6 for at most 3.4, 0 above 690,000.
    public static int step(double dpmo) {
        for (int i = 0; i < LEVELS.length; i++) if (dpmo <= LEVELS[i]) return LEVELS.length - i;
        return 0;
    }

    /// The normal quantile of the yield plus the shift, two decimals; 6.00 without defects, 0 when all is defective.
    public static BigDecimal exact(double dpmo) {
        double yield = 1 - dpmo / 1e6;
        double level = yield >= 1 ? 6 : yield <= 0 ? 0 : quantile(yield) + SHIFT;
        return BigDecimal.valueOf(Math.clamp(level, 0, 6)).setScale(2, RoundingMode.HALF_UP);
    }

    /// P. J. Acklam's rational approximation, good to nine digits.
    private static double quantile(double p) {
        if (p < TAIL) return tail(Math.sqrt(-2 * Math.log(p)));
        if (p > 1 - TAIL) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
        double q = p - 0.5;
        double r = q * q;
        return polynomial(A, r) * q / (polynomial(B, r) * r + 1);
    }

    private static double tail(double q) {
        return polynomial(C, q) / (polynomial(D, q) * q + 1);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) sum = sum * x + coefficient;
        return sum;
    }
}
