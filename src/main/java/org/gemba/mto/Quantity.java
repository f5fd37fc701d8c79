package org.gemba.mto;

import java.math.BigDecimal;

/// A quantity of a line with how it was found. A zero that documents say and a quantity that no document speaks of are
/// told apart by {@link #isKnown()}.
///
/// @param value 0 when nothing is known; never with an exponent
public record Quantity(BigDecimal value, Match match) {
    public static final Quantity ABSENT = new Quantity(BigDecimal.ZERO, Match.ABSENT);

    public Quantity {
        value = plain(value);
    }

    public boolean isKnown() {
        return match != Match.ABSENT;
    }

    /// This one, or the other where nothing is known.
    public Quantity orElse(Quantity other) {
        return isKnown() ? this : other;
    }

    /// Without trailing zeros and without an exponent, so that it prints the same wherever it came from.
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
