package org.gemba.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order placed with a supplier.
///
/// @param subtotal the sum of the items
/// @param total subtotal, tax and shipping
/// @param source where it was taken from, for example `CSV import`; null when a person entered it
public record SupplierOrder(
        UUID id,
        @Nullable String number,
        String supplier,
        @Nullable LocalDate date,
        Status status,
        @Nullable String trackingNumber,
        BigDecimal subtotal,
        BigDecimal tax,
        BigDecimal shipping,
        BigDecimal total,
        String currency,
        @Nullable String notes,
        @Nullable String source,
        List<OrderItem> items,
        Instant createdAt,
        Instant changedAt,
        int version) {
    public SupplierOrder {
        items = List.copyOf(items);
    }

    public enum Status {
        PENDING,
        ORDERED,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }

    SupplierOrder with(Status other, @Nullable String tracking, Instant now) {
        return new SupplierOrder(
                id, number, supplier, date, other, tracking, subtotal, tax, shipping, total, currency, notes, source,
                items, createdAt, now, version);
    }
}
