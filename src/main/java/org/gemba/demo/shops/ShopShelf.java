package org.gemba.demo.shops;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a simulated shop has: goods with stock, and orders.
public final class ShopShelf {
    /// @param reserved promised and not yet sent
    public record Good(String sku, String title, int available, int reserved) {}

    private final List<Good> goods = new CopyOnWriteArrayList<>();
    private final List<ShopOrder> orders = new CopyOnWriteArrayList<>();

    public ShopShelf add(Good good) {
        goods.add(good);
        return this;
    }

    public ShopShelf add(ShopOrder order) {
        orders.add(order);
        return this;
    }

    public void cancel(String id, Instant at) {
        orders.replaceAll(order -> order.id().equals(id) ? order.cancelled(at) : order);
    }

    List<Good> goods() {
        return List.copyOf(goods);
    }

    /// Changed within the span, in the order of their changes.
    List<ShopOrder> changed(String market, Instant from, Instant until) {
        return orders.stream()
                .filter(order -> market.isEmpty() || order.market().equals(market))
                .filter(order ->
                        !order.updatedAt().isBefore(from) && order.updatedAt().isBefore(until))
                .sorted(Comparator.comparing(ShopOrder::updatedAt).thenComparing(ShopOrder::id))
                .toList();
    }
}
