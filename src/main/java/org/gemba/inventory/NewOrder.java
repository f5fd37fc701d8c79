package org.gemba.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says of an order that is to be kept.
///
/// @param isReceived the goods are there: every item is booked in at its part's location
public record NewOrder(
        @Nullable String number,
        String supplier,
        @Nullable LocalDate date,
        SupplierOrder.Status status,
        @Nullable String trackingNumber,
        BigDecimal tax,
        BigDecimal shipping,
        String currency,
        @Nullable String notes,
        @Nullable String source,
        boolean isReceived,
        List<Item> items) {
    public NewOrder {
        items = List.copyOf(items);
    }

    /// @param extendedPrice null to have it computed
    public record Item(
            UUID partId,
            @Nullable String supplierPartNumber,
            @Nullable String manufacturerPartNumber,
            @Nullable String description,
            @Nullable String manufacturer,
            BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal extendedPrice) {}
}
