package org.gemba.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a part's orders come to. Prices are unit prices as ordered; the average is the mean over the order lines.
public record OrderSummary(
        UUID id,
        UUID partId,
        @Nullable LocalDate lastOrderedDate,
        @Nullable BigDecimal lastOrderedPrice,
        @Nullable String lastOrderNumber,
        @Nullable String supplierUrl,
        int totalOrders,
        @Nullable BigDecimal lowestPrice,
        @Nullable BigDecimal highestPrice,
        @Nullable BigDecimal averagePrice,
        Instant createdAt,
        Instant updatedAt) {}
