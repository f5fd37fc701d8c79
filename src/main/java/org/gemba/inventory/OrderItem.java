package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a supplier order.
///
/// @param partId null when the part was deleted since
/// @param unitPrice in the order's currency
/// @param extendedPrice quantity times unit price
public record OrderItem(
        UUID id,
        UUID orderId,
        int lineNo,
        @Nullable UUID partId,
        @Nullable String supplierPartNumber,
        @Nullable String manufacturerPartNumber,
        @Nullable String description,
        @Nullable String manufacturer,
        BigDecimal quantityOrdered,
        BigDecimal quantityReceived,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal extendedPrice,
        Status status) {
    public enum Status {
        ORDERED,
        PARTIAL,
        RECEIVED,
        CANCELLED
    }
}
