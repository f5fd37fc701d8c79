package org.gemba.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A work order and how far it has come.
///
/// @param produced units by the entries so far
/// @param holdReason why it stands still; null when it does not
public record OrderProgress(
        WorkOrder order, long produced, @Nullable HoldReason holdReason) {
    /// What is made of what was planned, 1 for all of it.
    public BigDecimal share() {
        return BigDecimal.valueOf(produced)
                .divide(BigDecimal.valueOf(order.plannedQuantity()), 4, RoundingMode.HALF_UP);
    }
}
