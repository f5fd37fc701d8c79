package org.gemba.assistant.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.assistant.OrderContext;
import tools.jackson.databind.JsonNode;

/// Reads what a client knows of an order, in the form in which it got it, and passes over what it does not know.
final class ContextReader {
    private static final int MOST_ITEMS = 2000;
    private static final int LONGEST_NUMBER = 50;

    private ContextReader() {}

    static OrderContext read(JsonNode context) {
        var parent = context.path("parent_item");
        var number = text(context, "mto_number");
        var facts = new LinkedHashMap<String, String>();
        put(facts, "customer", text(parent, "customer_name"));
        put(facts, "delivery date", text(parent, "delivery_date"));
        put(facts, "data source", text(context, "data_source"));
        return new OrderContext(number.isEmpty() ? text(parent, "mto_number") : number, facts, items(context));
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) facts.put(name, value);
    }

    private static List<OrderContext.Item> items(JsonNode context) {
        var list = context.path("child_items").isArray() ? context.path("child_items") : context.path("children");
        var items = new ArrayList<OrderContext.Item>();
        for (var item : list) {
            if (item.isObject() && items.size() < MOST_ITEMS) items.add(item(item));
        }
        return items;
    }

    private static OrderContext.Item item(JsonNode item) {
        var quantities = new LinkedHashMap<String, BigDecimal>();
        var metrics = new ArrayList<String>();
        item.properties().forEach(field -> {
            if (field.getKey().matches("[a-z_]{1,40}_qty")) number(field.getValue(), field.getKey(), quantities);
        });
        item.path("metrics").properties().forEach(metric -> {
            if (metric.getKey().matches("[a-z_]{1,40}")) metrics.add(metric(metric.getKey(), metric.getValue()));
        });
        return new OrderContext.Item(
                text(item, "material_type"),
                text(item, "material_code"),
                text(item, "material_name"),
                text(item, "aux_attributes"),
                quantities,
                metrics);
    }

    private static void number(JsonNode value, String name, Map<String, BigDecimal> quantities) {
        if (value.isNumber() && value.decimalValue().signum() != 0) quantities.put(name, value.decimalValue());
    }

    private static String metric(String name, JsonNode metric) {
        var words = new StringBuilder(name);
        var value = metric.path("value");
        if (value.isNumber()) {
            var number = value.decimalValue();
            var percent = text(metric, "format").equals("percent");
            words.append(' ').append(percent ? OrderContext.percent(number) : number.toPlainString());
        }
        var status = text(metric, "status");
        if (!status.isEmpty()) words.append(" (").append(status).append(')');
        return words.toString();
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        if (value.isString()) return value.stringValue();
        if (!value.isNumber()) return "";
        var number = value.decimalValue().toPlainString();
        return number.length() > LONGEST_NUMBER ? "" : number;
    }
}
