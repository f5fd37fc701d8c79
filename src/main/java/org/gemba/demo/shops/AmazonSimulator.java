package org.gemba.demo.shops;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.demo.loopback.MoodyServer;

/// Login with Amazon and the parts of the Selling Partner API that planning reads.
public final class AmazonSimulator extends MoodyServer {
    public static final String CLIENT_ID = "demo-amazon-client";
    public static final String CLIENT_SECRET = "demo-amazon-secret";
    public static final String REFRESH_TOKEN = "demo-amazon-refresh";
    private static final int PAGE = 50;

    private final ShopShelf shelf;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();

    private AmazonSimulator(ShopShelf shelf) {
        super("amazon-simulator", Map.of());
        this.shelf = shelf;
    }

    public static AmazonSimulator start(ShopShelf shelf) {
        return new AmazonSimulator(shelf);
    }

    @Override
    protected void forget() {
        tokens.clear();
    }

    @Override
    protected Reply answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/auth/o2/token")) return token(exchange);
        var token = exchange.getRequestHeaders().getFirst("x-amz-access-token");
        if (token == null || !tokens.contains(token)) return refused(403, "Unauthorized");
        var query = query(exchange);
        return switch (path) {
            case "/sellers/v1/marketplaceParticipations" -> new Reply(200, Map.of("payload", List.of()));
            case "/orders/2026-01-01/orders" -> orders(query);
            case "/fba/inventory/v1/summaries" -> stock();
            default -> refused(404, "NotFound");
        };
    }

    private static Reply refused(int status, String code) {
        return new Reply(status, Map.of("errors", List.of(Map.of("code", code, "message", code))));
    }

    private Reply token(HttpExchange exchange) throws IOException {
        var form = new String(body(exchange), StandardCharsets.UTF_8);
        boolean isRight = form.contains("grant_type=refresh_token")
                && form.contains("refresh_token=" + REFRESH_TOKEN)
                && form.contains("client_id=" + CLIENT_ID)
                && form.contains("client_secret=" + CLIENT_SECRET);
        if (!isRight) return new Reply(401, Map.of("error", "invalid_client"));
        var token = "Atza|demo-" + given.incrementAndGet();
        tokens.add(token);
        return new Reply(200, Map.of("access_token", token, "token_type", "bearer", "expires_in", 3600));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new LinkedHashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) return query;
        for (var part : raw.split("&")) {
            var pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return query;
    }

    private Reply orders(Map<String, String> query) {
        var from = Instant.parse(query.getOrDefault("lastUpdatedAfter", ""));
        var until = Instant.parse(query.getOrDefault("lastUpdatedBefore", ""));
        int offset = Integer.parseInt(query.getOrDefault("paginationToken", "0"));
        var all = shelf.changed(query.getOrDefault("marketplaceIds", ""), from, until);
        var page = all.stream()
                .skip(offset)
                .limit(PAGE)
                .map(AmazonSimulator::order)
                .toList();
        int end = offset + page.size();
        Map<String, Object> pagination = end < all.size() ? Map.of("nextToken", String.valueOf(end)) : Map.of();
        return new Reply(200, Map.of("orders", page, "pagination", pagination, "lastUpdatedBefore", until.toString()));
    }

    private static Map<String, Object> order(ShopOrder order) {
        var items = new ArrayList<Map<String, Object>>();
        for (var line : order.lines()) {
            items.add(Map.of(
                    "orderItemId",
                    line.id(),
                    "quantityOrdered",
                    line.quantity(),
                    "product",
                    Map.of(
                            "sellerSku",
                            line.sku(),
                            "price",
                            Map.of(
                                    "unitPrice",
                                    Map.of("amount", line.price().toPlainString(), "currencyCode", "GBP")))));
        }
        return Map.of(
                "orderId",
                order.id(),
                "createdTime",
                order.createdAt().toString(),
                "lastUpdatedTime",
                order.updatedAt().toString(),
                "salesChannel",
                Map.of("marketplaceId", order.market()),
                "fulfillment",
                Map.of("fulfillmentStatus", order.isCancelled() ? "CANCELLED" : "SHIPPED", "fulfilledBy", "AMAZON"),
                "orderItems",
                items);
    }

    private Reply stock() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var good : shelf.goods()) {
            rows.add(Map.of(
                    "sellerSku",
                    good.sku(),
                    "totalQuantity",
                    good.available() + good.reserved(),
                    "inventoryDetails",
                    Map.of(
                            "fulfillableQuantity",
                            good.available(),
                            "reservedQuantity",
                            Map.of("totalReservedQuantity", good.reserved()))));
        }
        return new Reply(200, Map.of("payload", Map.of("inventorySummaries", rows)));
    }
}
