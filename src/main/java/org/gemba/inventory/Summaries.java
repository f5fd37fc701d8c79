package org.gemba.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gemba.inventory.data.OrderTable;
import org.jspecify.annotations.Nullable;

/// Sums up the orders of a part, anew from its order lines, so that it is right also after an order was undone.
/// Cancelled orders do not count; prices are compared within the currency of the newest order only.
final class Summaries {
    private static final int PRICE_SCALE = 6;

    private final InventoryCore core;

    Summaries(InventoryCore core) {
        this.core = core;
    }

    void renew(Collection<UUID> parts) {
        var lines = core.orders().linesOf(List.copyOf(parts));
        for (var part : parts) renew(part, lines.getOrDefault(part, List.of()));
    }

    private void renew(UUID part, List<OrderTable.Line> all) {
        var lines = all.stream()
                .filter(line -> line.order().status() != SupplierOrder.Status.CANCELLED)
                .filter(line -> line.item().status() != OrderItem.Status.CANCELLED)
                .toList();
        if (lines.isEmpty()) core.summaries().delete(part);
        else core.summaries().put(summary(part, lines));
    }

    private OrderSummary summary(UUID part, List<OrderTable.Line> newestFirst) {
        var newest = newestFirst.getFirst();
        var before = core.summaries().of(part).orElse(null);
        var prices = newestFirst.stream()
                .filter(line -> line.order().currency().equals(newest.order().currency()))
                .map(line -> line.item().unitPrice())
                .filter(Objects::nonNull)
                .toList();
        Instant now = core.now();
        return new OrderSummary(
                before == null ? UUID.randomUUID() : before.id(),
                part,
                newest.order().date(),
                newest.item().unitPrice(),
                newest.order().number(),
                core.parts().find(part).map(Part::supplierUrl).orElse(null),
                (int) newestFirst.stream()
                        .map(line -> line.order().id())
                        .distinct()
                        .count(),
                prices.stream().min(Comparator.naturalOrder()).orElse(null),
                prices.stream().max(Comparator.naturalOrder()).orElse(null),
                average(prices),
                before == null ? now : before.createdAt(),
                now);
    }

    private static @Nullable BigDecimal average(List<BigDecimal> prices) {
        if (prices.isEmpty()) return null;
        var sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(prices.size()), PRICE_SCALE, RoundingMode.HALF_UP);
    }
}
