package org.gemba.planning;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What of a product is to change; null leaves it.
///
/// @param version the state that the change was made from; null to change whatever is there
public record ProductChange(
        @Nullable String name,
        @Nullable String sku,
        @Nullable String productType,
        @Nullable String market,
        @Nullable BigDecimal costPrice,
        @Nullable BigDecimal sellingPrice,
        @Nullable Integer leadTimeDays,
        @Nullable Boolean isActive,
        @Nullable Integer version) {}
