package org.gemba.demo.shops;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The shops and books of the demo: the last month's orders of the sample products, a part of each day's demand an
/// order.
public final class DemoShops implements AutoCloseable {
    private static final int DAYS = 30;
    private static final int UNITS_IN_ONE_ORDER = 6;
    private static final Map<String, String> MARKETS = Map.of("UK", "A1F83G8C2ARO7P", "EU", "A1PA6795UKMFR9");

    private final ShopifySimulator shopify;
    private final AmazonSimulator amazon;
    private final XeroSimulator xero;

    private DemoShops(ShopShelf web, ShopShelf market, ShopShelf books) {
        this.shopify = ShopifySimulator.start(web);
        this.amazon = AmazonSimulator.start(market);
        this.xero = XeroSimulator.start(books);
    }

    /// @param products the rows of the sample products
    public static DemoShops start(List<Map<String, String>> products, Clock clock) {
        var random = new Random(11);
        var web = new ShopShelf();
        var market = new ShopShelf();
        var books = new ShopShelf();
        var now = clock.instant().minus(Duration.ofMinutes(10));
        for (var row : products) {
            double daily = Double.parseDouble(row.getOrDefault("daily", "1"));
            var good = new ShopShelf.Good(
                    row.getOrDefault("sku", ""),
                    row.getOrDefault("name", ""),
                    (int) Math.round(daily * (4 + random.nextInt(12))),
                    (int) Math.round(daily / 2));
            books.add(good);
            var amazonId = MARKETS.get(row.getOrDefault("market", ""));
            var shelf = amazonId == null || random.nextInt(3) > 0 ? web : market;
            shelf.add(good);
            orders(shelf, row, amazonId == null ? "WEB" : amazonId, daily, now, random);
        }
        return new DemoShops(web, market, books);
    }

    private static void orders(
            ShopShelf shelf, Map<String, String> row, String market, double daily, Instant now, Random random) {
        var sku = row.getOrDefault("sku", "");
        var price = new BigDecimal(row.getOrDefault("selling_price", "1"));
        for (int day = DAYS; day > 0; day--) {
            int units = (int) Math.max(0, Math.round(daily * (1 + 0.22 * random.nextGaussian())));
            for (int sold = 0, order = 0; sold < units; order++) {
                int quantity = Math.min(units - sold, 1 + random.nextInt(UNITS_IN_ONE_ORDER));
                sold += quantity;
                var at = now.minus(Duration.ofDays(day)).plusSeconds(random.nextInt(80_000));
                var id = sku + "-" + day + "-" + order;
                var line = new ShopOrder.Line("L-" + id, sku, quantity, price);
                shelf.add(new ShopOrder(id, market, at, at, false, List.of(line)));
            }
        }
    }

    /// What the settings of the same names are in the demo.
    public Map<String, String> settings() {
        var all = new HashMap<String, String>();
        all.put(
                "SHOPIFY_STORES",
                "[{\"store_id\":\"web_shop\",\"url\":\"" + shopify.url() + "\",\"token\":\"" + ShopifySimulator.TOKEN
                        + "\"}]");
        all.put("AMAZON_SP_CLIENT_ID", AmazonSimulator.CLIENT_ID);
        all.put("AMAZON_SP_CLIENT_SECRET", AmazonSimulator.CLIENT_SECRET);
        all.put("AMAZON_SP_REFRESH_TOKEN", AmazonSimulator.REFRESH_TOKEN);
        all.put("AMAZON_SP_MARKETPLACES", "A1F83G8C2ARO7P,A1PA6795UKMFR9");
        all.put("AMAZON_SP_BASE_URL", amazon.url().toString());
        all.put("AMAZON_LWA_URL", amazon.url().toString());
        all.put("XERO_CLIENT_ID", XeroSimulator.CLIENT_ID);
        all.put("XERO_CLIENT_SECRET", XeroSimulator.CLIENT_SECRET);
        all.put("XERO_BASE_URL", xero.url().toString());
        all.put("XERO_IDENTITY_URL", xero.url().toString());
        return all;
    }

    @Override
    public void close() {
        shopify.close();
        amazon.close();
        xero.close();
    }
}
