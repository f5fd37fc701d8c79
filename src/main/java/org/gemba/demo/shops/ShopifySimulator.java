package org.gemba.demo.shops;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gemba.demo.loopback.MoodyServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Shopify's GraphQL Admin API for one store: shop, product variants, inventory items and orders with cursors, cost
/// and throttling. It knows these questions by their root fields and does not judge the rest of the query.
public final class ShopifySimulator extends MoodyServer {
    public static final String TOKEN = "demo-shopify-token";
    private static final String VERSION = "2026-10";
    private static final Pattern FROM = Pattern.compile("updated_at:>='([^']+)'");
    private static final Pattern UNTIL = Pattern.compile("updated_at:<'([^']+)'");
    private static final double RESTORE = 1000;

    private final ShopShelf shelf;
    private final AtomicInteger throttles = new AtomicInteger();
    private volatile boolean isStuck;

    private ShopifySimulator(ShopShelf shelf) {
        super("shopify-simulator", Map.of());
        this.shelf = shelf;
    }

    public static ShopifySimulator start(ShopShelf shelf) {
        return new ShopifySimulator(shelf);
    }

    /// The next calls are told to wait, in an answer of 200.
    public void throttle(int calls) {
        throttles.set(calls);
    }

    /// Gives the first page again and again.
    public void getStuck(boolean stuck) {
        isStuck = stuck;
    }

    @Override
    protected Reply answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-Shopify-API-Version", VERSION);
        var path = exchange.getRequestURI().getPath();
        if (!path.matches("/admin/api/[^/]+/graphql\\.json")) return new Reply(404, Map.of("errors", "Not Found"));
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"))) {
            return new Reply(401, Map.of("errors", "[API] Invalid API key or access token"));
        }
        var asked = json().readTree(body(exchange));
        if (throttles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) return throttled();
        return new Reply(200, Map.of("data", data(asked), "extensions", cost(900)));
    }

    private Reply throttled() {
        var error = Map.of("message", "Throttled", "extensions", Map.of("code", "THROTTLED"));
        return new Reply(200, Map.of("errors", List.of(error), "extensions", cost(0)));
    }

    private static Map<String, Object> cost(int available) {
        return Map.of(
                "cost",
                Map.of(
                        "requestedQueryCost",
                        50,
                        "throttleStatus",
                        Map.of("maximumAvailable", 2000.0, "currentlyAvailable", available, "restoreRate", RESTORE)));
    }

    private Map<String, Object> data(JsonNode asked) {
        var query = asked.path("query").asString("");
        var variables = asked.path("variables");
        if (query.contains("productVariants(")) {
            return Map.of("productVariants", page(shelf.goods(), variables, ShopifySimulator::variant));
        }
        if (query.contains("inventoryItems(")) {
            return Map.of("inventoryItems", page(shelf.goods(), variables, ShopifySimulator::item));
        }
        if (query.contains("orders(")) {
            var filter = variables.path("filter").asString("");
            var orders = shelf.changed("", time(FROM, filter, Instant.MIN), time(UNTIL, filter, Instant.MAX));
            return Map.of("orders", page(orders, variables, ShopifySimulator::order));
        }
        return Map.of("shop", Map.of("name", "Tide Diving Gear", "myshopifyDomain", "tide-demo.myshopify.com"));
    }

    private static Instant time(Pattern pattern, String filter, Instant otherwise) {
        var match = pattern.matcher(filter);
        return match.find() ? Instant.parse(match.group(1)) : otherwise;
    }

    private <T> Map<String, Object> page(List<T> all, JsonNode variables, Function<T, Map<String, Object>> node) {
        int first = variables.path("first").asInt(50);
        int after = Integer.parseInt(variables.path("after").asString("0"));
        if (isStuck) after = 0;
        var nodes = all.stream().skip(after).limit(first).map(node).toList();
        int end = after + nodes.size();
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("hasNextPage", isStuck || end < all.size());
        info.put("endCursor", String.valueOf(end));
        return Map.of("nodes", nodes, "pageInfo", info);
    }

    private static Map<String, Object> variant(ShopShelf.Good good) {
        return Map.of("sku", good.sku(), "displayName", good.title());
    }

    private static Map<String, Object> item(ShopShelf.Good good) {
        var quantities = List.of(
                Map.of("name", "available", "quantity", good.available()),
                Map.of("name", "committed", "quantity", good.reserved()));
        var level = Map.of("location", Map.of("name", "Main warehouse"), "quantities", quantities);
        return Map.of("sku", good.sku(), "inventoryLevels", Map.of("nodes", List.of(level)));
    }

    private static Map<String, Object> order(ShopOrder order) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : order.lines()) {
            var total = line.price().multiply(java.math.BigDecimal.valueOf(line.quantity()));
            lines.add(Map.of(
                    "id",
                    "gid://shopify/LineItem/" + line.id(),
                    "sku",
                    line.sku(),
                    "quantity",
                    line.quantity(),
                    "currentQuantity",
                    line.quantity(),
                    "discountedTotalSet",
                    Map.of("shopMoney", Map.of("amount", total.toPlainString()))));
        }
        var node = new LinkedHashMap<String, @Nullable Object>();
        node.put("id", "gid://shopify/Order/" + order.id());
        node.put("createdAt", order.createdAt().toString());
        node.put("updatedAt", order.updatedAt().toString());
        node.put("cancelledAt", order.isCancelled() ? order.updatedAt().toString() : null);
        node.put("test", false);
        node.put("lineItems", Map.of("nodes", lines));
        return Map.copyOf(withoutNulls(node));
    }

    /// GraphQL says null for what is not there; leaving it out reads the same.
    private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> node) {
        var kept = new LinkedHashMap<String, Object>();
        node.forEach((name, value) -> {
            if (value != null) kept.put(name, value);
        });
        return kept;
    }
}
