package org.gemba.planning.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.demo.loopback.Mood;
import org.gemba.demo.shops.AmazonSimulator;
import org.gemba.demo.shops.ShopOrder;
import org.gemba.demo.shops.ShopShelf;
import org.gemba.demo.shops.ShopifySimulator;
import org.gemba.demo.shops.XeroSimulator;
import org.gemba.planning.PlanningStand;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Shops and books over real HTTP on both sides.
class IntegrationRoutesTest {
    private static final String UK = "A1F83G8C2ARO7P";
    private static final String BOSS = "admin";
    private static final Instant NOON = Instant.parse("2026-02-20T04:00:00Z");

    @TempDir
    private static Path folder;

    private static final ShopShelf SHELF = new ShopShelf();
    private static ShopifySimulator shopify;
    private static AmazonSimulator amazon;
    private static XeroSimulator xero;
    private static PlanningStand stand;
    private static TestServer http;
    private static long red;

    @BeforeAll
    static void start() {
        shopify = ShopifySimulator.start(SHELF);
        amazon = AmazonSimulator.start(SHELF);
        xero = XeroSimulator.start(SHELF);
        var settings = new HashMap<String, String>();
        settings.put(
                "SHOPIFY_STORES",
                "[{\"store_id\":\"uk_store\",\"url\":\"" + shopify.url() + "\",\"token\":\"" + ShopifySimulator.TOKEN
                        + "\"}]");
        settings.putAll(Map.of(
                "AMAZON_SP_CLIENT_ID",
                AmazonSimulator.CLIENT_ID,
                "AMAZON_SP_CLIENT_SECRET",
                AmazonSimulator.CLIENT_SECRET,
                "AMAZON_SP_REFRESH_TOKEN",
                AmazonSimulator.REFRESH_TOKEN,
                "AMAZON_SP_MARKETPLACES",
                UK,
                "AMAZON_SP_BASE_URL",
                amazon.url().toString(),
                "AMAZON_LWA_URL",
                amazon.url().toString(),
                "XERO_CLIENT_ID",
                XeroSimulator.CLIENT_ID,
                "XERO_CLIENT_SECRET",
                XeroSimulator.CLIENT_SECRET,
                "XERO_BASE_URL",
                xero.url().toString(),
                "XERO_IDENTITY_URL",
                xero.url().toString()));
        stand = new PlanningStand(folder, settings);
        http = stand.server();
        red = stand.product("GABA-RED-UK", "Red", "29.99").id();
        SHELF.add(new ShopShelf.Good("GABA-RED-UK", "GABA Red", 450, 50));
        SHELF.add(new ShopShelf.Good("STRANGE-1", "Not ours", 1, 0));
        for (int i = 0; i < 130; i++) SHELF.add(order(i));
    }

    private static ShopOrder order(int i) {
        var at = NOON.plusSeconds(i);
        var line = new ShopOrder.Line("L" + i, "GABA-RED-UK", 2, new BigDecimal("29.99"));
        return new ShopOrder("O" + i, UK, at, at, false, List.of(line));
    }

    @AfterAll
    static void stop() {
        http.close();
        stand.close();
        shopify.close();
        amazon.close();
        xero.close();
    }

    @BeforeEach
    void calm() {
        shopify.calm();
        shopify.throttle(0);
        shopify.getStuck(false);
        amazon.calm();
        xero.calm();
    }

    @Test
    void theListNamesThemWithoutSecrets() throws Exception {
        for (var id : List.of("shopify_multi", "amazon_sp_api", "xero")) sync(id, "{\"entities\":[\"inventory\"]}");
        var got = http.get("/api/integrations", "viewer");
        Contract.of("planning.get_api_integrations").assertSuccess(got);
        assertThat(got.text())
                .doesNotContain(ShopifySimulator.TOKEN)
                .doesNotContain(AmazonSimulator.CLIENT_SECRET)
                .doesNotContain(AmazonSimulator.REFRESH_TOKEN)
                .doesNotContain(XeroSimulator.CLIENT_SECRET);
        assertThat(got.json().at("/data/integrations").size()).isEqualTo(3);
    }

    @Test
    void eachAnswersItsTest() {
        for (var id : List.of("shopify_multi", "amazon_sp_api", "xero")) {
            var got = http.post("/api/integrations/" + id + "/test", BOSS, "");
            Contract.of("planning.post_api_integrations_integration_id_test").assertSuccess(got);
            assertThat(got.json().at("/data/connection_status").stringValue())
                    .as(got.text())
                    .isEqualTo("success");
        }
    }

    @Test
    void ordersAreReadPageByPageOnceAndTakenBackWhenCancelled() throws Exception {
        for (var id : List.of("shopify_multi", "amazon_sp_api")) {
            var first = sync(id, "{}");
            assertThat(first.at("/status").stringValue()).as(first.toString()).isEqualTo("completed");
            assertThat(first.at("/order_lines").intValue()).isEqualTo(130);
            assertThat(first.at("/unknown_skus/0").stringValue()).isEqualTo("STRANGE-1");
        }
        var sold = sold();
        assertThat(sold).isEqualByComparingTo("520");
        sync(
                "shopify_multi",
                "{\"sync_type\":\"full\",\"date_range\":{\"start_date\":\"2026-02-01\",\"end_date\":\"2026-03-01\"}}");
        assertThat(sold()).isEqualByComparingTo("520");
        SHELF.cancel("O7", Instant.parse("2026-03-02T01:59:00Z"));
        sync("shopify_multi", "{}");
        assertThat(sold()).isEqualByComparingTo("518");
        var places = http.get("/api/products/" + red, BOSS).json().at("/data/inventory/locations");
        assertThat(places.valueStream().map(place -> place.get("location").stringValue()))
                .contains("uk_store Main warehouse", "Amazon_FBA_UK");
    }

    @Test
    void theBooksGiveItemsAndNoSales() throws Exception {
        var before = sold();
        var run = sync("xero", "{\"entities\":[\"products\",\"inventory\"]}");
        assertThat(run.at("/status").stringValue()).as(run.toString()).isEqualTo("completed");
        assertThat(run.at("/products_listed").intValue()).isEqualTo(2);
        assertThat(run.at("/stock_levels").intValue()).isZero();
        assertThat(run.at("/order_lines").intValue()).isZero();
        assertThat(sold()).isEqualByComparingTo(before);
    }

    @Test
    void throttlingIsObeyedAndEndlessThrottlingTold() throws Exception {
        shopify.throttle(2);
        assertThat(sync("shopify_multi", "{\"entities\":[\"products\"]}")
                        .at("/status")
                        .stringValue())
                .isEqualTo("completed");
        shopify.throttle(100);
        var run = sync("shopify_multi", "{\"entities\":[\"products\"]}");
        assertThat(run.at("/status").stringValue()).isEqualTo("rate_limited");
        assertThat(run.at("/problem").stringValue()).contains("throttles");
        assertThat(state("shopify_multi").get("status").stringValue()).isEqualTo("rate_limited");
    }

    @Test
    void aPageThatRepeatsEndsTheReading() throws Exception {
        shopify.getStuck(true);
        var run = sync("shopify_multi", "{\"entities\":[\"products\"]}");
        assertThat(run.at("/status").stringValue()).isEqualTo("failed");
        assertThat(run.at("/problem").stringValue()).contains("same page again");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HTML", "HALF_JSON", "BROKEN"})
    void whatIsNoAnswerFailsTheReadingAndMovesNoWatermark(Mood mood) throws Exception {
        amazon.next(mood);
        var run = sync("amazon_sp_api", "{\"entities\":[\"inventory\"]}");
        assertThat(run.at("/status").stringValue()).isEqualTo("failed");
        assertThat(run.at("/problem").stringValue()).startsWith("Amazon");
        assertThat(sync("amazon_sp_api", "{\"entities\":[\"inventory\"]}")
                        .at("/status")
                        .stringValue())
                .isEqualTo("completed");
    }

    @Test
    void anExpiredTokenIsRenewed() throws Exception {
        sync("amazon_sp_api", "{\"entities\":[\"inventory\"]}");
        amazon.next(Mood.FORGETFUL);
        var run = sync("amazon_sp_api", "{\"entities\":[\"inventory\"]}");
        assertThat(run.at("/status").stringValue()).as(run.toString()).isEqualTo("completed");
    }

    @Test
    void wrongQuestionsAreToldApart() {
        var sync = Contract.of("planning.post_api_integrations_integration_id_sync");
        sync.assertError(http.post("/api/integrations/ebay/sync", BOSS, "{}"), 404, "RESOURCE_NOT_FOUND");
        sync.assertError(
                http.post("/api/integrations/xero/sync", BOSS, "{\"sync_type\":\"half\"}"), 400, "VALIDATION_ERROR");
        sync.assertError(
                http.post("/api/integrations/xero/sync", BOSS, "{\"entities\":[\"people\"]}"), 400, "VALIDATION_ERROR");
        sync.assertError(http.post("/api/integrations/xero/sync", "viewer", "{}"), 403, "INSUFFICIENT_PERMISSIONS");
    }

    @Test
    void whatIsNotSetUpSaysWhichSettingItLacks(@TempDir Path other) {
        try (var bare = new PlanningStand(other);
                var server = bare.server()) {
            var got = server.post("/api/integrations/xero/test", BOSS, "");
            Contract.of("planning.post_api_integrations_integration_id_test")
                    .assertError(got, 503, "SERVICE_UNAVAILABLE");
            assertThat(got.text()).contains("XERO_CLIENT_ID");
            assertThat(server.get("/api/integrations", BOSS).text())
                    .contains("disabled")
                    .contains("not_configured");
        }
    }

    private static JsonNode sync(String id, String body) throws Exception {
        var got = http.post("/api/integrations/" + id + "/sync", BOSS, body);
        Contract.of("planning.post_api_integrations_integration_id_sync").assertSuccess(got);
        var sync = got.json().at("/data/sync_id").stringValue();
        while (true) {
            var run = http.get("/api/integrations/sync/" + sync, BOSS).json().at("/data");
            if (!run.get("status").stringValue().equals("running")) return run;
            stand.awaitChange();
        }
    }

    private static JsonNode state(String id) {
        return http.get("/api/integrations", BOSS)
                .json()
                .at("/data/integrations")
                .valueStream()
                .filter(row -> row.get("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sold() {
        return http.get("/api/products/" + red, BOSS)
                .json()
                .at("/data/sales_stats/total_sold_30d")
                .decimalValue();
    }
}
