package org.gemba.assistant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.mto.MtoLine;
import org.gemba.mto.MtoStatus;

/// One order as the language model is told of it: compact, and not more than it needs.
///
/// @param facts of the order: customer, delivery date
public record OrderContext(String mtoNumber, Map<String, String> facts, List<Item> items) {
    private static final int MOST_ITEMS_A_TYPE = 20;
    private static final int LONGEST_WORD = 120;

    /// @param quantities those that are not zero
    /// @param metrics in words, for example `fulfillment_rate 95%`
    public record Item(
            String type,
            String code,
            String name,
            String variant,
            Map<String, BigDecimal> quantities,
            List<String> metrics) {}

    public static OrderContext of(MtoStatus status) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("customer", status.parent().customerName());
        if (status.parent().deliveryDate() != null) {
            facts.put("delivery date", status.parent().deliveryDate().toString());
        }
        return new OrderContext(
                status.mtoNumber(),
                facts,
                status.lines().stream().map(OrderContext::item).toList());
    }

    private static Item item(MtoLine line) {
        var quantities = new LinkedHashMap<String, BigDecimal>();
        quantities.put("sales_order_qty", line.salesOrdered().value());
        quantities.put("prod_instock_must_qty", line.toProduce().value());
        quantities.put("purchase_order_qty", line.purchaseOrdered().value());
        quantities.put("pick_actual_qty", line.picked().value());
        quantities.put("prod_instock_real_qty", line.produced().value());
        quantities.put("purchase_stock_in_qty", line.purchaseReceived().value());
        quantities.values().removeIf(quantity -> quantity.signum() == 0);
        var metrics = new ArrayList<String>();
        metrics.add("fulfillment_rate " + percent(line.fulfilment().rate()));
        metrics.add(line.fulfilment().status().word());
        if (line.fulfilment().isOverPicked()) {
            metrics.add("over-picked " + line.fulfilment().overPicked());
        }
        return new Item(
                line.type().label(), line.materialCode(), line.materialName(), line.auxText(), quantities, metrics);
    }

    public static String percent(BigDecimal rate) {
        var hundredfold = rate.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_UP);
        return (hundredfold.signum() == 0
                        ? "0"
                        : hundredfold.stripTrailingZeros().toPlainString()) + "%";
    }

    /// At most 20 items of a type, one a line, without line breaks of their own.
    String text() {
        var text = new StringBuilder("MTO ").append(word(mtoNumber)).append('\n');
        facts.forEach((name, value) ->
                text.append(name).append(": ").append(word(value)).append('\n'));
        var types = new LinkedHashMap<String, List<Item>>();
        items.forEach(item ->
                types.computeIfAbsent(item.type(), type -> new ArrayList<>()).add(item));
        types.forEach((type, all) -> append(text, type, all));
        return text.toString();
    }

    private static void append(StringBuilder text, String type, Collection<Item> items) {
        text.append('[').append(word(type)).append("] ").append(items.size()).append(" lines\n");
        items.stream().limit(MOST_ITEMS_A_TYPE).forEach(item -> {
            text.append("- ").append(word(item.code())).append(' ').append(word(item.name()));
            if (!item.variant().isBlank())
                text.append(" (").append(word(item.variant())).append(')');
            item.quantities()
                    .forEach((name, value) ->
                            text.append(", ").append(word(name)).append(' ').append(plain(value)));
            item.metrics().forEach(metric -> text.append(", ").append(word(metric)));
            text.append('\n');
        });
        if (items.size() > MOST_ITEMS_A_TYPE) {
            text.append("  and ").append(items.size() - MOST_ITEMS_A_TYPE).append(" more\n");
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String word(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.length() > LONGEST_WORD ? line.substring(0, LONGEST_WORD) + "…" : line;
    }
}
