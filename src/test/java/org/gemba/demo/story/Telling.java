package org.gemba.demo.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.demo.story.Order.Twist;

/// Writes the documents of one order in the order of a factory's days: sales order, production orders with their
/// component lists, purchases and their receipts, subcontracting, picking, receipts of what was made, deliveries. What
/// would lie after the story's last day has not happened yet.
final class Telling {
    private final Ledger ledger;
    private final Order order;
    private final Dice dice;
    private final Purchases purchases;
    private final List<Job> jobs = new ArrayList<>();

    private Telling(Ledger ledger, Purchases purchases, Order order) {
        this.ledger = ledger;
        this.order = order;
        this.dice = new Dice(order.mto());
        this.purchases = purchases;
    }

    static void of(Ledger ledger, Purchases purchases, Order order) {
        new Telling(ledger, purchases, order).tell();
    }

    static boolean happened(LocalDate day) {
        return !day.isAfter(OrderBook.LAST_DAY);
    }

    private void tell() {
        if (order.has(Twist.PURCHASE_ONLY)) {
            var labels = order.total().multiply(new BigDecimal(2));
            // Map.of has another order in every run
            var bought = new LinkedHashMap<>(Map.of(order.product(), order.total()));
            bought.put("03.03.001", labels);
            purchases.buy(order, bought, true);
            return;
        }
        boolean sold = !order.has(Twist.STOCK_ONLY);
        if (sold) new Selling(ledger, order).sell();
        if (order.has(Twist.BOUGHT_IN)) {
            purchases.buy(order, Map.of(order.product(), order.total()), true);
            return;
        }
        plan();
        var bought = new LinkedHashMap<String, BigDecimal>();
        for (var job : jobs) job.writeOrder(bought);
        if (order.has(Twist.CANCELLED)) return;
        if (order.has(Twist.EXTRA_PURCHASE)) bought.put("03.01.004", order.total());
        if (order.has(Twist.ALSO_BOUGHT)) bought.put("05.01.006", new BigDecimal(300));
        purchases.buy(order, bought, false);
        purchases.subcontract(order, bought);
        for (var job : jobs) job.writeWork();
    }

    /// Packing jobs first, one a colour or size, then one job for each part that the house makes for them.
    private void plan() {
        var open = new LinkedHashMap<PartKey, BigDecimal>();
        for (var line : order.lines())
            open.merge(new PartKey(order.product(), line.aux()), line.quantity(), BigDecimal::add);
        while (!open.isEmpty()) {
            var parts = new LinkedHashMap<PartKey, BigDecimal>();
            open.forEach((key, quantity) -> {
                jobs.add(new Job(ledger, order, dice, key, quantity));
                for (var component : Catalogue.LISTS.getOrDefault(key.code(), List.of())) {
                    if (Catalogue.PARTS.get(component.code()).cls() != 2) continue;
                    var part = new PartKey(component.code(), component.ofVariant() ? key.aux() : 0);
                    parts.merge(part, component.need(quantity), BigDecimal::add);
                }
            });
            open.clear();
            open.putAll(parts);
        }
    }

    record PartKey(String code, long aux) {}

    /// As much of it as the suppliers let them make; whole pieces of what is counted, tenths of what is weighed.
    static BigDecimal reached(Order order, BigDecimal quantity) {
        return order.reach().compareTo(BigDecimal.ONE) == 0
                ? quantity
                : quantity.multiply(order.reach()).setScale(quantity.scale() > 0 ? 1 : 0, RoundingMode.FLOOR);
    }

    static Object workshop(String code) {
        return switch (code.substring(0, 5)) {
            case "05.01", "05.04" -> "注塑车间";
            case "05.02" -> "硅胶车间";
            case "05.03" -> "脚蹼车间";
            case "05.05" -> "裁缝车间";
            default -> "总装包装车间";
        };
    }

    static String status(Order order, boolean begun, boolean finished) {
        if (order.has(Twist.CLOSED) && happened(order.late(64))) return "6";
        return finished ? "5" : begun ? "4" : happened(order.after(6)) ? "3" : "2";
    }
}
