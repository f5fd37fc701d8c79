package org.gemba.demo.suppliers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// DigiKey's token endpoint and its product information API, version 4.
public final class DigiKeySimulator extends Shop {
    public static final String CLIENT_ID = "demo-digikey-client";
    public static final String CLIENT_SECRET = "demo-digikey-secret";

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();

    private DigiKeySimulator(Catalogue catalogue) {
        super("digikey-simulator", catalogue);
    }

    public static DigiKeySimulator start(Catalogue catalogue) {
        return new DigiKeySimulator(catalogue);
    }

    @Override
    protected void forget() {
        tokens.clear();
    }

    @Override
    protected Reply answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/oauth2/token")) return token(exchange);
        if (!isKnown(exchange)) return new Reply(401, Map.of("title", "Unauthorized", "status", 401));
        var steps = path.split("/");
        if (steps.length == 6 && path.startsWith("/products/v4/search/") && steps[5].equals("productdetails")) {
            return details(exchange);
        }
        if (path.equals("/products/v4/search/keyword")) return keyword(exchange);
        return new Reply(404, Map.of("title", "Not Found", "status", 404));
    }

    private Reply token(HttpExchange exchange) throws IOException {
        var form = new String(body(exchange), StandardCharsets.UTF_8);
        boolean right = form.contains("grant_type=client_credentials")
                && form.contains("client_id=" + CLIENT_ID)
                && form.contains("client_secret=" + CLIENT_SECRET);
        if (!right) return new Reply(401, Map.of("ErrorMessage", "Invalid client", "StatusCode", 401));
        var token = "digikey-token-" + given.incrementAndGet();
        tokens.add(token);
        return new Reply(200, Map.of("access_token", token, "expires_in", 599, "token_type", "Bearer"));
    }

    private boolean isKnown(HttpExchange exchange) {
        var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var client = exchange.getRequestHeaders().getFirst("X-DIGIKEY-Client-Id");
        return header.startsWith("Bearer ") && tokens.contains(header.substring(7)) && CLIENT_ID.equals(client);
    }

    private Reply details(HttpExchange exchange) {
        var raw = exchange.getRequestURI().getRawPath().split("/")[4];
        var number = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        return catalogue
                .find(number)
                .map(part -> new Reply(200, Map.of("Product", product(part))))
                .orElse(new Reply(404, Map.of("title", "Not Found", "detail", "Part not found", "status", 404)));
    }

    private Reply keyword(HttpExchange exchange) throws IOException {
        var words =
                json().readTree(body(exchange)).path("Keywords").asString("").toLowerCase(Locale.ROOT);
        var found = catalogue.parts().stream()
                .filter(part -> (part.mpn() + " " + part.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .map(this::product)
                .toList();
        return new Reply(200, Map.of("Products", found, "ProductsCount", found.size()));
    }

    private Map<String, Object> product(CataloguePart part) {
        var parameters = new ArrayList<Map<String, Object>>();
        part.parameters().forEach((name, value) -> parameters.add(Map.of("ParameterText", name, "ValueText", value)));
        parameters.add(Map.of("ParameterText", "Package / Case", "ValueText", part.packageName()));
        var pricing = new ArrayList<Map<String, Object>>();
        for (int step = 0; step < CataloguePart.STEPS.size(); step++) {
            pricing.add(Map.of(
                    "BreakQuantity",
                    CataloguePart.STEPS.get(step),
                    "UnitPrice",
                    part.prices().get(step)));
        }
        var variation = Map.of("DigiKeyProductNumber", part.digikey(), "StandardPricing", pricing);
        return Map.ofEntries(
                Map.entry("ManufacturerProductNumber", part.mpn()),
                Map.entry("Manufacturer", Map.of("Id", 1, "Name", part.maker())),
                Map.entry(
                        "Description",
                        Map.of(
                                "ProductDescription",
                                part.category().toUpperCase(Locale.ROOT),
                                "DetailedDescription",
                                part.description())),
                Map.entry("ProductUrl", "https://www.digikey.com/en/products/detail/" + part.file()),
                Map.entry("DatasheetUrl", file(part, ".pdf")),
                Map.entry("PhotoUrl", file(part, ".png")),
                Map.entry("QuantityAvailable", part.stock()),
                Map.entry("Category", Map.of("CategoryId", 1, "Name", part.category())),
                Map.entry("Parameters", parameters),
                Map.entry("ProductStatus", Map.of("Id", 0, "Status", part.lifecycle())),
                Map.entry("ProductVariations", List.of(variation)));
    }
}
