package org.gemba.demo.shops;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.demo.loopback.MoodyServer;

/// Xero's identity server and the parts of its accounting API that planning reads.
public final class XeroSimulator extends MoodyServer {
    public static final String CLIENT_ID = "demo-xero-client";
    public static final String CLIENT_SECRET = "demo-xero-secret";
    public static final String TENANT = "8f1d6c0e-demo-4c1f-9b8a-2f6f0d0c7a11";

    private final ShopShelf shelf;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();

    private XeroSimulator(ShopShelf shelf) {
        super("xero-simulator", Map.of());
        this.shelf = shelf;
    }

    public static XeroSimulator start(ShopShelf shelf) {
        return new XeroSimulator(shelf);
    }

    @Override
    protected void forget() {
        tokens.clear();
    }

    @Override
    protected Reply answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/connect/token")) return token(exchange);
        var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!header.startsWith("Bearer ") || !tokens.contains(header.substring(7))) return refused(401);
        exchange.getResponseHeaders().set("X-MinLimit-Remaining", "58");
        exchange.getResponseHeaders().set("X-DayLimit-Remaining", "4990");
        if (path.equals("/connections")) {
            var connection = Map.of("id", "c1", "tenantId", TENANT, "tenantType", "ORGANISATION", "tenantName", "Tide");
            return new Reply(200, List.of(connection));
        }
        if (!TENANT.equals(exchange.getRequestHeaders().getFirst("Xero-Tenant-Id"))) return refused(403);
        return switch (path) {
            case "/api.xro/2.0/Organisation" ->
                new Reply(200, Map.of("Organisations", List.of(Map.of("Name", "Tide"))));
            case "/api.xro/2.0/Items" ->
                new Reply(
                        200,
                        Map.of(
                                "Items",
                                shelf.goods().stream().map(XeroSimulator::item).toList()));
            default -> refused(404);
        };
    }

    private static Reply refused(int status) {
        return new Reply(status, Map.of("Title", "Refused", "Status", status));
    }

    private Reply token(HttpExchange exchange) throws IOException {
        var form = new String(body(exchange), StandardCharsets.UTF_8);
        var basic =
                Base64.getEncoder().encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        boolean isRight = form.contains("grant_type=client_credentials")
                && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!isRight) return new Reply(400, Map.of("error", "invalid_client"));
        var token = "xero-token-" + given.incrementAndGet();
        tokens.add(token);
        return new Reply(200, Map.of("access_token", token, "token_type", "Bearer", "expires_in", 1800));
    }

    private static Map<String, Object> item(ShopShelf.Good good) {
        return Map.of(
                "Code",
                good.sku(),
                "Name",
                good.title(),
                "IsTrackedAsInventory",
                true,
                "QuantityOnHand",
                good.available() + good.reserved());
    }
}
