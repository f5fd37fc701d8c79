package org.gemba.demo.shops;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// One order as a simulated shop keeps it.
///
/// @param market where it was sold
public record ShopOrder(
        String id, String market, Instant createdAt, Instant updatedAt, boolean isCancelled, List<Line> lines) {
    public record Line(String id, String sku, int quantity, BigDecimal price) {}

    public ShopOrder {
        lines = List.copyOf(lines);
    }

    public ShopOrder cancelled(Instant at) {
        return new ShopOrder(id, market, createdAt, at, true, lines);
    }
}
