package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Announced when the total of a part is another one, or when a part crosses its least stock.
///
/// @param total null when the part is not counted any more
/// @param isLow less than the part's least is there
public record StockChanged(
        UUID partId, String partName, @Nullable BigDecimal total, boolean isLow) {}
