package org.gemba.planning.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.gemba.planning.channel.AccessToken;
import org.gemba.planning.channel.Channel;
import org.gemba.planning.channel.ChannelFailed;
import org.gemba.planning.channel.ChannelFailed.Reason;
import org.gemba.planning.channel.Entity;
import org.gemba.planning.channel.JsonCall;
import org.gemba.planning.channel.Nodes;
import org.gemba.planning.channel.RateBucket;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Orders by `GET /orders/2026-01-01/orders`, whose answers carry their items, and stock by
/// `GET /fba/inventory/v1/summaries`. Amazon says at which rate each may be called and not how much is left, so the
/// buckets are kept here. No buyer's data is asked for.
public final class AmazonChannel implements Channel {
    private static final String ORDERS = "/orders/2026-01-01/orders";
    private static final String STOCK = "/fba/inventory/v1/summaries";
    private static final String SELLERS = "/sellers/v1/marketplaceParticipations";
    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final int PAGE = 100;
    private static final Map<String, String> PLACES = Map.of(
            "A1F83G8C2ARO7P", "UK",
            "A1PA6795UKMFR9", "DE",
            "A13V1IB3VIYZZH", "FR",
            "APJ6JRA9NG5V4", "IT",
            "A1RKKUPIHCS9HS", "ES",
            "A1805IZSGTT6HS", "NL",
            "ATVPDKIKX0DER", "US",
            "A2EUQ1WTGCTBG2", "CA");

    private final JsonCall call;
    private final Supplier<AmazonSettings> settings;
    private final AccessToken token;
    private final Clock clock;
    private final RateBucket orders;
    private final RateBucket stock;
    private final RateBucket sellers;

    public AmazonChannel(Outbound outbound, Supplier<AmazonSettings> settings, Clock clock, Retry retry) {
        this.call = new JsonCall("Amazon", "amazon", outbound, retry);
        this.settings = settings;
        this.token = new AccessToken(call, clock);
        this.clock = clock;
        this.orders = new RateBucket(0.0056, 20, clock);
        this.stock = new RateBucket(2, 2, clock);
        this.sellers = new RateBucket(0.016, 15, clock);
    }

    @Override
    public String id() {
        return "amazon_sp_api";
    }

    @Override
    public String name() {
        return "Amazon SP-API";
    }

    @Override
    public String type() {
        return "sales_channel";
    }

    @Override
    public String missing() {
        return settings.get().missing();
    }

    @Override
    public List<Store> stores() {
        return settings.get().marketplaces().stream()
                .map(market -> new Store(market, settings.get().base()))
                .toList();
    }

    @Override
    public Map<String, Object> configuration() {
        return Map.of("marketplaces", settings.get().marketplaces());
    }

    @Override
    public List<Entity> entities() {
        return List.of(Entity.INVENTORY, Entity.ORDERS);
    }

    @Override
    public Tested test() throws ChannelFailed {
        long start = System.nanoTime();
        if (!sellers.take().isZero()) throw new ChannelFailed(Reason.LIMITED, "Amazon allows no more tests now");
        get(url(SELLERS).build());
        var probe = new Probe(SELLERS, true, (System.nanoTime() - start) / 1_000_000, "");
        return new Tested("2026-01-01", orders.state(), List.of(probe));
    }

    @Override
    public void pull(Store store, Entity entity, Span span, Sink sink) throws ChannelFailed {
        switch (entity) {
            case PRODUCTS -> throw new ChannelFailed(Reason.NOT_SET_UP, "Amazon lists no products here");
            case INVENTORY -> stock(store, sink);
            case ORDERS -> orders(store, span, sink);
        }
    }

    private void orders(Store store, Span span, Sink sink) throws ChannelFailed {
        var latest = clock.instant().minus(SETTLED);
        var until = span.until() == null || span.until().isAfter(latest) ? latest : span.until();
        if (!span.from().isBefore(until)) return;
        var seen = new HashSet<String>();
        String next = null;
        do {
            wait(orders, sink);
            var body = get(ordersUrl(store, span.from(), until, next));
            sink.lines(lines(body.path("orders")));
            next = next(body.path("pagination").path("nextToken"), seen);
        } while (next != null);
    }

    private HttpUrl ordersUrl(Store store, Instant from, Instant until, @Nullable String next) {
        var url = url(ORDERS)
                .addQueryParameter("marketplaceIds", store.id())
                .addQueryParameter("lastUpdatedAfter", from.toString())
                .addQueryParameter("lastUpdatedBefore", until.toString())
                .addQueryParameter("maxResultsPerPage", String.valueOf(PAGE));
        if (next != null) url.addQueryParameter("paginationToken", next);
        return url.build();
    }

    private static List<SoldLine> lines(JsonNode orders) throws ChannelFailed {
        var lines = new ArrayList<SoldLine>();
        for (var order : orders) {
            var soldAt = Nodes.time(order.path("createdTime"), "Amazon");
            boolean isCancelled =
                    Nodes.text(order.at("/fulfillment/fulfillmentStatus")).equals("CANCELLED");
            for (var item : order.path("orderItems")) {
                var quantity = Nodes.number(item.path("quantityOrdered"));
                var price = Nodes.number(item.at("/product/price/unitPrice/amount"));
                lines.add(new SoldLine(
                        Nodes.text(item.path("orderItemId")),
                        Nodes.text(item.at("/product/sellerSku")),
                        soldAt,
                        isCancelled ? java.math.BigDecimal.ZERO : quantity,
                        price.signum() == 0 ? null : price.multiply(quantity)));
            }
        }
        return lines;
    }

    private void stock(Store store, Sink sink) throws ChannelFailed {
        var seen = new HashSet<String>();
        var place = "Amazon_FBA_" + PLACES.getOrDefault(store.id(), store.id());
        String next = null;
        do {
            wait(stock, sink);
            var url = url(STOCK)
                    .addQueryParameter("details", "true")
                    .addQueryParameter("granularityType", "Marketplace")
                    .addQueryParameter("granularityId", store.id())
                    .addQueryParameter("marketplaceIds", store.id());
            if (next != null) url.addQueryParameter("nextToken", next);
            var body = get(url.build());
            sink.levels(levels(body.at("/payload/inventorySummaries"), place));
            next = next(body.at("/pagination/nextToken"), seen);
        } while (next != null);
    }

    private static List<Level> levels(JsonNode summaries, String place) {
        var levels = new ArrayList<Level>();
        for (var row : summaries) {
            levels.add(new Level(
                    Nodes.text(row.path("sellerSku")),
                    place,
                    Nodes.number(row.at("/inventoryDetails/fulfillableQuantity")),
                    Nodes.number(row.at("/inventoryDetails/reservedQuantity/totalReservedQuantity"))));
        }
        return levels;
    }

    private static @Nullable String next(JsonNode node, java.util.Set<String> seen) throws ChannelFailed {
        var text = Nodes.text(node);
        if (text.isEmpty()) return null;
        if (!seen.add(text)) throw new ChannelFailed(Reason.BROKEN, "Amazon gives the same page again");
        return text;
    }

    private static void wait(RateBucket bucket, Sink sink) throws ChannelFailed {
        sink.check();
        var wait = bucket.take();
        if (!wait.isZero()) sink.pause(wait);
    }

    private HttpUrl.Builder url(String path) {
        return Objects.requireNonNull(HttpUrl.parse(settings.get().base() + path))
                .newBuilder();
    }

    private JsonNode get(HttpUrl url) throws ChannelFailed {
        try {
            return call.send(asked(url)).body();
        } catch (ChannelFailed e) {
            if (e.reason() != Reason.REFUSED) throw e;
            token.forget();
            return call.send(asked(url)).body();
        }
    }

    private Request asked(HttpUrl url) throws ChannelFailed {
        var now = settings.get();
        var form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("refresh_token", now.refreshToken().value())
                .add("client_id", now.clientId())
                .add("client_secret", now.clientSecret().value())
                .build();
        var login = Retry.repeatable(new Request.Builder())
                .url(now.lwa() + "/auth/o2/token")
                .post(form)
                .build();
        return new Request.Builder()
                .url(url)
                .header("x-amz-access-token", token.get(now.clientId(), login))
                .build();
    }
}
