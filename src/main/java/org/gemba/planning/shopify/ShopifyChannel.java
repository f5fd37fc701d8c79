package org.gemba.planning.shopify;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.gemba.planning.channel.Channel;
import org.gemba.planning.channel.ChannelFailed;
import org.gemba.planning.channel.ChannelFailed.Reason;
import org.gemba.planning.channel.Entity;
import org.gemba.planning.channel.JsonCall;
import org.gemba.planning.channel.Nodes;
import org.gemba.planning.shopify.ShopifySettings.Shop;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Several Shopify stores by `POST {store}/admin/api/{version}/graphql.json`. Throttling arrives in a 200: the answer
/// says how many points are left and how fast they come back, and the call is made again when there are enough.
public final class ShopifyChannel implements Channel {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int PAGE = 100;
    private static final int MOST_THROTTLES = 5;

    private final JsonCall call;
    private final Supplier<ShopifySettings> settings;
    private final Clock clock;

    public ShopifyChannel(Outbound outbound, Supplier<ShopifySettings> settings, Clock clock, Retry retry) {
        this.call = new JsonCall("Shopify", "shopify", outbound, retry);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "shopify_multi";
    }

    @Override
    public String name() {
        return "Shopify Multi-Store";
    }

    @Override
    public String type() {
        return "ecommerce";
    }

    @Override
    public String missing() {
        return settings.get().shops().isEmpty() ? "SHOPIFY_STORES" : "";
    }

    @Override
    public List<Store> stores() {
        return settings.get().shops().stream()
                .map(shop -> new Store(shop.id(), shop.base().replaceFirst("(?i)^https?://", "")))
                .toList();
    }

    @Override
    public Map<String, Object> configuration() {
        return Map.of("api_version", settings.get().version());
    }

    @Override
    public List<Entity> entities() {
        return List.of(Entity.PRODUCTS, Entity.INVENTORY, Entity.ORDERS);
    }

    @Override
    public Tested test() throws ChannelFailed {
        var probes = new ArrayList<Probe>();
        var version = "";
        RateState rate = null;
        for (var shop : settings.get().shops()) {
            long start = System.nanoTime();
            var answer = once(shop, ShopifyQueries.SHOP, Map.of());
            probes.add(new Probe("/shop " + shop.id(), true, (System.nanoTime() - start) / 1_000_000, ""));
            version = answer.header("X-Shopify-API-Version").orElse(version);
            rate = rate(answer.body());
        }
        return new Tested(version, rate, probes);
    }

    private @Nullable RateState rate(JsonNode body) {
        var status = body.at("/extensions/cost/throttleStatus");
        if (status.isMissingNode()) return null;
        double left = status.path("currentlyAvailable").asDouble(0);
        double perSecond = Math.max(1, status.path("restoreRate").asDouble(1));
        double most = status.path("maximumAvailable").asDouble(left);
        return new RateState((long) left, clock.instant().plusSeconds((long) Math.ceil((most - left) / perSecond)));
    }

    @Override
    public void pull(Store store, Entity entity, Span span, Sink sink) throws ChannelFailed {
        var shop = settings.get().shops().stream()
                .filter(each -> each.id().equals(store.id()))
                .findFirst()
                .orElseThrow(() -> new ChannelFailed(Reason.NOT_SET_UP, "There is no store " + store.id()));
        switch (entity) {
            case PRODUCTS -> pages(shop, ShopifyQueries.VARIANTS, "productVariants", null, sink, this::variants);
            case INVENTORY ->
                pages(
                        shop,
                        ShopifyQueries.LEVELS,
                        "inventoryItems",
                        null,
                        sink,
                        (nodes, to) -> levels(shop, nodes, to));
            case ORDERS -> pages(shop, ShopifyQueries.ORDERS, "orders", filter(span), sink, this::orders);
        }
    }

    private static String filter(Span span) {
        var until = span.until();
        return "updated_at:>='" + span.from() + "'" + (until == null ? "" : " AND updated_at:<'" + until + "'");
    }

    private interface Page {
        void take(JsonNode nodes, Sink sink) throws ChannelFailed;
    }

    private void pages(Shop shop, String query, String root, @Nullable String filter, Sink sink, Page page)
            throws ChannelFailed {
        var seen = new HashSet<String>();
        String cursor = null;
        while (true) {
            sink.check();
            var variables = new LinkedHashMap<String, @Nullable Object>();
            variables.put("first", PAGE);
            variables.put("after", cursor);
            if (filter != null) variables.put("filter", filter);
            var found = patient(shop, query, variables, sink).path(root);
            page.take(found.path("nodes"), sink);
            if (!found.at("/pageInfo/hasNextPage").asBoolean(false)) return;
            cursor = Nodes.text(found.at("/pageInfo/endCursor"));
            if (!seen.add(cursor)) throw new ChannelFailed(Reason.BROKEN, "Shopify gives the same page again");
        }
    }

    private JsonNode patient(Shop shop, String query, Map<String, @Nullable Object> variables, Sink sink)
            throws ChannelFailed {
        for (int i = 0; ; i++) {
            var body = once(shop, query, variables).body();
            if (!isThrottled(body)) return data(body);
            if (i == MOST_THROTTLES) throw new ChannelFailed(Reason.LIMITED, "Shopify throttles without end");
            sink.pause(untilEnough(body));
        }
    }

    private JsonCall.Answer once(Shop shop, String query, Map<String, ? extends @Nullable Object> variables)
            throws ChannelFailed {
        var body = call.text(Map.of("query", query, "variables", variables));
        return call.send(Retry.repeatable(new Request.Builder())
                .url(shop.base() + "/admin/api/" + settings.get().version() + "/graphql.json")
                .header("X-Shopify-Access-Token", shop.token().value())
                .post(RequestBody.create(body, JSON))
                .build());
    }

    private static boolean isThrottled(JsonNode body) {
        for (var error : body.path("errors")) {
            if (Nodes.text(error.at("/extensions/code")).equals("THROTTLED")) return true;
        }
        return false;
    }

    private static Duration untilEnough(JsonNode body) {
        var cost = body.at("/extensions/cost");
        double missing = cost.path("requestedQueryCost").asDouble(100)
                - cost.at("/throttleStatus/currentlyAvailable").asDouble(0);
        double perSecond = Math.max(1, cost.at("/throttleStatus/restoreRate").asDouble(50));
        return Duration.ofMillis((long) Math.ceil(Math.max(0.05, missing / perSecond) * 1000));
    }

    private static JsonNode data(JsonNode body) throws ChannelFailed {
        var data = body.path("data");
        if (data.isObject()) return data;
        var first = Nodes.text(body.path("errors").path(0).path("message"));
        throw new ChannelFailed(Reason.BROKEN, "Shopify answered an error: " + first);
    }

    private void variants(JsonNode nodes, Sink sink) {
        var listed = new ArrayList<Listed>();
        for (var node : nodes) {
            var sku = Nodes.text(node.path("sku"));
            if (!sku.isEmpty()) listed.add(new Listed(sku, Nodes.text(node.path("displayName"))));
        }
        sink.listed(listed);
    }

    private void levels(Shop shop, JsonNode nodes, Sink sink) {
        var levels = new ArrayList<Level>();
        for (var item : nodes) {
            var sku = Nodes.text(item.path("sku"));
            if (sku.isEmpty()) continue;
            for (var level : item.at("/inventoryLevels/nodes")) {
                var place = shop.id() + " " + Nodes.text(level.at("/location/name"));
                levels.add(new Level(sku, place, quantity(level, "available"), quantity(level, "committed")));
            }
        }
        sink.levels(levels);
    }

    private static BigDecimal quantity(JsonNode level, String name) {
        for (var quantity : level.path("quantities")) {
            if (Nodes.text(quantity.path("name")).equals(name)) {
                return Nodes.number(quantity.path("quantity")).max(BigDecimal.ZERO);
            }
        }
        return BigDecimal.ZERO;
    }

    private void orders(JsonNode nodes, Sink sink) throws ChannelFailed {
        var lines = new ArrayList<SoldLine>();
        for (var order : nodes) {
            if (order.path("test").asBoolean(false)) continue;
            var soldAt = Nodes.time(order.path("createdAt"), "Shopify");
            boolean isCancelled = !Nodes.text(order.path("cancelledAt")).isEmpty();
            for (var line : order.at("/lineItems/nodes")) {
                var quantity = isCancelled ? BigDecimal.ZERO : Nodes.number(line.path("currentQuantity"));
                lines.add(new SoldLine(
                        Nodes.text(line.path("id")),
                        Nodes.text(line.path("sku")),
                        soldAt,
                        quantity,
                        Nodes.number(line.at("/discountedTotalSet/shopMoney/amount"))));
            }
        }
        sink.lines(lines);
    }
}
