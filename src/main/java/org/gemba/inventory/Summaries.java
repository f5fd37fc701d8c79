package org.gemba.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

    void renew(Collection<UUID> ids) {
        var parts = List.copyOf(ids);
        var lines = core.orders().linesOf(parts);
        var before = core.summaries().of(parts);
        var known = new HashMap<UUID, Part>();
        core.parts().byIds(parts).forEach(part -> known.put(part.id(), part));
        var summaries = new ArrayList<OrderSummary>();
        for (var part : parts) {
            var counting = lines.getOrDefault(part, List.of()).stream()
                    .filter(line -> line.order().status() != SupplierOrder.Status.CANCELLED)
                    .filter(line -> line.item().status() != OrderItem.Status.CANCELLED)
                    .toList();
            if (counting.isEmpty()) core.summaries().delete(part);
            else summaries.add(summary(part, counting, before.get(part), known.get(part)));
        }
        core.summaries().putAll(summaries);
    }

    private OrderSummary summary(
            UUID part, List<OrderTable.Line> newestFirst, @Nullable OrderSummary before, @Nullable Part known) {
        var newest = newestFirst.getFirst();
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
                known == null ? null : known.supplierUrl(),
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
