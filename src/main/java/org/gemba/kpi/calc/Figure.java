package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The value of a KPI: a fraction of exact sums, or not known. A figure that nothing is known of is never zero.
public sealed interface Figure {
    Unknown UNKNOWN = new Unknown();

    /// `times * over / under`, kept exact until it is shown.
    record Known(BigDecimal over, BigDecimal under, BigDecimal times) implements Figure {
        public Known {
            if (under.signum() <= 0) throw new IllegalArgumentException("nothing is measured by " + under);
        }

        /// Rounded half up, the one rounding that a figure gets.
        public BigDecimal rounded(int decimals) {
            return over.multiply(times).divide(under, decimals, RoundingMode.HALF_UP);
        }

        private int compare(long limit) {
            return over.multiply(times).compareTo(under.multiply(BigDecimal.valueOf(limit)));
        }
    }

    record Unknown() implements Figure {}

    /// Not known when there is nothing to measure by.
    static Figure ratio(BigDecimal over, BigDecimal under, long times) {
        return under.signum() <= 0 ? UNKNOWN : new Known(over, under, BigDecimal.valueOf(times));
    }

    static Figure percent(BigDecimal over, BigDecimal under) {
        return ratio(over, under, 100);
    }

    static Known whole(long value) {
        return new Known(BigDecimal.valueOf(value), BigDecimal.ONE, BigDecimal.ONE);
    }

    /// Rounded half up; empty when not known.
    default Optional<BigDecimal> shown(int decimals) {
        return switch (this) {
            case Known known -> Optional.of(known.rounded(decimals));
            case Unknown unknown -> Optional.empty();
        };
    }

    /// Nothing below `least` or above `most`.
    default Figure clamped(long least, long most) {
        if (!(this instanceof Known known)) return this;
        if (known.compare(least) < 0) return whole(least);
        return known.compare(most) > 0 ? whole(most) : known;
    }

    /// The product of two percentages as a percentage; not known when either is not.
    default Figure ofPercent(Figure other) {
        return this instanceof Known one && other instanceof Known two
                ? new Known(
                        one.over.multiply(two.over),
                        one.under.multiply(two.under).multiply(BigDecimal.valueOf(100)),
                        one.times.multiply(two.times))
                : UNKNOWN;
    }

    /// True when the value is known and above the limit.
    default boolean isAbove(long limit) {
        return this instanceof Known known && known.compare(limit) > 0;
    }
}
