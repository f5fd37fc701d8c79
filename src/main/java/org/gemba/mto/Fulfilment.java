package org.gemba.mto;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a line needs, has, and how far that is.
///
/// @param demand as the documents say, also when negative
/// @param fulfilled as the documents say, also when negative
/// @param rate fulfilled / demand, each at least 0; 1 when nothing was asked and something came; not capped at 1
/// @param overPicked how much more was issued than asked, at least 0; null for finished goods, which nobody picks
public record Fulfilment(
        BigDecimal demand,
        BigDecimal fulfilled,
        BigDecimal rate,
        Completion status,
        @Nullable BigDecimal overPicked) {

    private static final int RATE_DIGITS = 10;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /// @param picked null where picking means nothing
    public static Fulfilment of(BigDecimal demand, BigDecimal fulfilled, @Nullable BigDecimal picked) {
        var asked = demand.max(BigDecimal.ZERO);
        var done = fulfilled.max(BigDecimal.ZERO);
        return new Fulfilment(
                Quantity.plain(demand),
                Quantity.plain(fulfilled),
                rate(asked, done),
                status(asked, done),
                picked == null ? null : Quantity.plain(picked.subtract(asked).max(BigDecimal.ZERO)));
    }

    public boolean isOverPicked() {
        return overPicked != null && overPicked.signum() > 0;
    }

    private static BigDecimal rate(BigDecimal asked, BigDecimal done) {
        if (asked.signum() == 0) return done.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        return Quantity.plain(done.divide(asked, RATE_DIGITS, RoundingMode.HALF_UP));
    }

    /// Decided on the quantities, not on the rounded rate: 0.99999999999 is not completed.
    private static Completion status(BigDecimal asked, BigDecimal done) {
        if (done.signum() == 0) return Completion.NOT_STARTED;
        if (done.compareTo(asked) >= 0) return Completion.COMPLETED;
        return done.multiply(TWO).compareTo(asked) < 0 ? Completion.WARNING : Completion.IN_PROGRESS;
    }
}
