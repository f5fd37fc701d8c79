package org.gemba.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// Something that is sold and planned.
///
/// @param sku unique, whatever its case
/// @param costPrice what one unit costs to make or buy
/// @param leadTimeDays from order to receipt
/// @param version counts its changes, from 1
public record Product(
        long id,
        String name,
        String sku,
        String productType,
        String market,
        BigDecimal costPrice,
        BigDecimal sellingPrice,
        int leadTimeDays,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// What is left of the selling price, in percent of it, with one decimal, half up: 100 (price − cost) / price.
    public BigDecimal profitMargin() {
        return sellingPrice.subtract(costPrice).multiply(HUNDRED).divide(sellingPrice, 1, RoundingMode.HALF_UP);
    }
}
