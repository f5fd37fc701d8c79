package org.gemba.planning.forecast.arima;

/// The lag polynomials of a seasonal model: from free parameters to coefficients that are stationary and invertible.
final class Polynomials {
    private static final int ROUNDS = 200;

    private Polynomials() {}

    /// The autoregressive coefficients whose partial autocorrelations are tanh of the free parameters (Monahan 1984):
    /// whatever the parameters, all roots lie outside the unit circle.
    static double[] stationary(double[] free, int from, int length) {
        double[] phi = new double[length];
        double[] before = new double[length];
        for (int k = 0; k < length; k++) {
            double partial = Math.tanh(free[from + k]);
            System.arraycopy(phi, 0, before, 0, k);
            for (int j = 0; j < k; j++) {
                phi[j] = before[j] - partial * before[k - 1 - j];
            }
            phi[k] = partial;
        }
        return phi;
    }

    /// phi(B) Phi(B^m) in the sign convention 1 - phi_1 B - ...
    static double[] multiplied(double[] plain, double[] seasonal, int period) {
        double[] product = new double[plain.length + period * seasonal.length];
        System.arraycopy(plain, 0, product, 0, plain.length);
        for (int k = 0; k < seasonal.length; k++) {
            int lag = (k + 1) * period;
            product[lag - 1] += seasonal[k];
            for (int j = 0; j < plain.length; j++) {
                product[lag + j] -= seasonal[k] * plain[j];
            }
        }
        return product;
    }

    /// The coefficients with the opposite sign: from 1 - x B to 1 + x B.
    static double[] negated(double[] coefficients) {
        double[] result = new double[coefficients.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -coefficients[i];
        }
        return result;
    }

    /// The smallest modulus of a root of 1 - c_1 z - c_2 z^2 - ..., infinite where there is none.
    static double smallestRoot(double[] coefficients) {
        int degree = coefficients.length;
        while (degree > 0 && Math.abs(coefficients[degree - 1]) < 1e-12) {
            degree--;
        }
        if (degree == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (degree == 1) {
            return 1 / Math.abs(coefficients[0]);
        }
        return 1 / largestInverse(coefficients, degree);
    }

    /// The inverse roots are the zeros of w^n - c_1 w^(n-1) - ... - c_n, found all at once (Durand and Kerner).
    private static double largestInverse(double[] c, int degree) {
        double[] re = new double[degree];
        double[] im = new double[degree];
        for (int i = 0; i < degree; i++) {
            double angle = 2 * Math.PI * i / degree + 0.4;
            re[i] = 0.9 * Math.cos(angle);
            im[i] = 0.9 * Math.sin(angle);
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (improve(c, re, im) < 1e-13) {
                break;
            }
        }
        double largest = 0;
        for (int i = 0; i < degree; i++) {
            largest = Math.max(largest, Math.hypot(re[i], im[i]));
        }
        return largest;
    }

    private static double improve(double[] c, double[] re, double[] im) {
        int degree = re.length;
        double change = 0;
        for (int i = 0; i < degree; i++) {
            double valueRe = 1;
            double valueIm = 0;
            double belowRe = 1;
            double belowIm = 0;
            for (int k = 0; k < degree; k++) {
                double nextRe = valueRe * re[i] - valueIm * im[i] - c[k];
                valueIm = valueRe * im[i] + valueIm * re[i];
                valueRe = nextRe;
                if (k != i) {
                    double gapRe = re[i] - re[k];
                    double gapIm = im[i] - im[k];
                    double productRe = belowRe * gapRe - belowIm * gapIm;
                    belowIm = belowRe * gapIm + belowIm * gapRe;
                    belowRe = productRe;
                }
            }
            double size = belowRe * belowRe + belowIm * belowIm + Double.MIN_NORMAL;
            double moveRe = (valueRe * belowRe + valueIm * belowIm) / size;
            double moveIm = (valueIm * belowRe - valueRe * belowIm) / size;
            re[i] -= moveRe;
            im[i] -= moveIm;
            change = Math.max(change, Math.hypot(moveRe, moveIm));
        }
        return change;
    }
}
