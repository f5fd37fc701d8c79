package org.gemba.tracking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing that a customer ordered: the sales lines of one order with the same MTO number, material and variant.
///
/// @param entryId the ERP's number of the first of these lines
/// @param auxId the auxiliary attribute, 0 for none
/// @param ordered also what is needed
/// @param planned what production orders are to make of it
/// @param startedOn when its first production order that has left planning was entered; null before that
/// @param picking the share of its component list that was issued, 0 to 1; null without a list
/// @param received made or bought, and in stock
/// @param deliveredOn of the last delivery; null before the first
public record TrackedMaterial(
        long entryId,
        String mtoNumber,
        String code,
        String name,
        String specification,
        long auxId,
        OrderStatus status,
        BigDecimal ordered,
        BigDecimal planned,
        @Nullable LocalDate startedOn,
        @Nullable BigDecimal picking,
        BigDecimal received,
        BigDecimal delivered,
        @Nullable LocalDate deliveredOn) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Received of needed in percent, at most 100, with two decimals. Rounded down: 99.999 % is not done.
    public BigDecimal progress() {
        return percent(received, ordered);
    }

    static BigDecimal percent(BigDecimal received, BigDecimal needed) {
        if (received.signum() <= 0) return BigDecimal.ZERO;
        if (needed.signum() <= 0) return HUNDRED;
        return received.multiply(HUNDRED)
                .divide(needed, 2, RoundingMode.DOWN)
                .min(HUNDRED)
                .stripTrailingZeros();
    }
}
