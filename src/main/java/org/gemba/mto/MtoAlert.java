package org.gemba.mto;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gemba.erp.Material;
import org.jspecify.annotations.Nullable;

/// One material of one MTO that is out of order.
///
/// @param expected what was applied for, or ordered
/// @param actual what was issued, delivered, or is there
/// @param difference how much that is too much or too little; always above 0
public record MtoAlert(
        Kind kind,
        Severity severity,
        String mtoNumber,
        Material material,
        String customerName,
        @Nullable LocalDate deliveryDate,
        BigDecimal expected,
        BigDecimal actual,
        BigDecimal difference) {
    public enum Kind {
        /// More issued than applied for; severe when nothing was applied for.
        OVER_PICKED,
        /// More delivered than ordered, on orders that are still open.
        OVER_SHIPPED,
        /// Due soon and neither received nor delivered in full; severe when the day is past.
        SHORT
    }

    public enum Severity {
        WARNING,
        SEVERE
    }
}
