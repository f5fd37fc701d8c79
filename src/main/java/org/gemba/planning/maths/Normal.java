package org.gemba.planning.maths;

/// The standard normal distribution.
public final class Normal {
    private static final double ROOT_2PI = Math.sqrt(2 * Math.PI);
    private static final double TAIL = 38;
    private static final double NEAR = 3;
    private static final int SERIES_TERMS = 200;
    private static final int FRACTION_TERMS = 400;
    private static final int NEWTON_STEPS = 4;

    private Normal() {}

    /// The density at `z`.
    public static double density(double z) {
        return Math.exp(-z * z / 2) / ROOT_2PI;
    }

    /// The probability of a value of at most `z`: a series near the middle, a continued fraction in the tails.
    public static double probability(double z) {
        if (Double.isNaN(z)) {
            return Double.NaN;
        }
        if (Math.abs(z) < NEAR) {
            return 0.5 + density(z) * oddSeries(z);
        }
        double upper = Math.abs(z) > TAIL ? 0 : density(z) * upperFraction(Math.abs(z));
        return z > 0 ? 1 - upper : upper;
    }

    /// The value that is not exceeded with probability `p`, 0 < p < 1.
    /// @throws IllegalArgumentException for another p
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1 is needed, not " + p);
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double z = firstGuess(p);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double error = (probability(z) - p) / density(z);
            z -= error / (1 + z * error / 2);
        }
        return z;
    }

    /// Half the width of a two-sided interval of this confidence, in standard deviations.
    public static double twoSided(double confidence) {
        return quantile((1 + confidence) / 2);
    }

    /// The expected shortfall beyond `z` in standard deviations, G(z) = phi(z) - z (1 - Phi(z)).
    public static double loss(double z) {
        return density(z) - z * probability(-z);
    }

    private static double oddSeries(double z) {
        double term = z;
        double sum = z;
        for (int k = 1; k < SERIES_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return sum;
    }

    private static double upperFraction(double z) {
        double tail = z;
        for (int k = FRACTION_TERMS; k >= 1; k--) {
            tail = z + k / tail;
        }
        return 1 / tail;
    }

    /// Abramowitz and Stegun 26.2.23, good to 4.5e-4, for p up to one half.
    private static double firstGuess(double p) {
        double t = Math.sqrt(-2 * Math.log(p));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return above / below - t;
    }
}
