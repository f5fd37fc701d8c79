package org.gemba.mto.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gemba.erp.ErpDocuments;
import org.gemba.mto.Documents;
import org.gemba.mto.FakeErp;
import org.gemba.mto.MtoFeature;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtoRoutesTest {
    private static final String MTO = "AK2510034";
    private static final String TOKEN = "mto_shared@mto";

    @TempDir
    static Path folder;

    private static final FakeErp ERP = new FakeErp();
    private static Database database;
    private static MtoFeature feature;
    private static TestServer server;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        feature = new MtoFeature(
                ERP,
                database,
                new Events(),
                new SettingsSource(name -> Optional.empty()),
                new Texts(List.of("mto")),
                Clock.fixed(Documents.NOW, ZoneOffset.UTC),
                () -> TestServer.ZONE);
        server = TestServer.of(feature.routes());
    }

    @AfterAll
    static void stop() {
        server.close();
        feature.stop();
        database.close();
    }

    @BeforeEach
    void fill() {
        ERP.down = false;
        ERP.live.clear();
        ERP.stored.clear();
        ERP.hits.clear();
        post("/api/cache/clear");
        post("/api/cache/reset-stats");
        ERP.store(pump(), Documents.NOW.minusSeconds(1200));
        ERP.live.put(MTO, pump());
    }

    private static Documents pump() {
        return new Documents(MTO)
                .sold("07.01.001", 0, "100")
                .received("07.01.001", 0, "95.50")
                .component("05.02", 7, "1E+2", "半成品", false)
                .order("05.02", 7, "300")
                .received("05.02", 7, "100")
                .picked("05.02", 7, "310")
                .bought("=cmd|' /C calc'!A0", 0, "8", "2")
                .delivered("07.01.001", 0, "10")
                .aux(7, "Blue Model");
    }

    private static Got get(String path) {
        return server.get(path, TOKEN);
    }

    private static Got post(String path) {
        return server.send(server.request(path, TOKEN).POST(BodyPublishers.noBody()));
    }

    private static Contract contract(String id) {
        return Contract.of("mto." + id);
    }

    @Test
    void aCachedStatusIsAsTheDocumentHasIt() {
        var got = get("/api/mto/" + MTO);
        contract("get_api_mto_mto_number").assertSuccess(got);
        var json = got.json();
        assertThat(json.get("data_source").stringValue()).isEqualTo("cache");
        assertThat(json.get("cache_age_seconds").intValue()).isEqualTo(1200);
        assertThat(json.get("query_time").stringValue()).isEqualTo("2026-11-24T10:00:00");
        assertThat(json.at("/parent_item/delivery_date").stringValue()).isEqualTo("2026-03-15");
        assertThat(json.at("/child_items/0/material_type").stringValue()).isEqualTo("成品");
        assertThat(json.at("/child_items/1/aux_attributes").stringValue()).isEqualTo("Blue Model");
        assertThat(json.at("/child_items/1/metrics/over_pick_amount/status").stringValue())
                .isEqualTo("warning");
        assertThat(got.text())
                .contains("\"prod_instock_real_qty\":95.5,", "\"prod_instock_must_qty\":300,")
                .contains(
                        "\"fulfillment_rate\":{\"value\":0.955,\"label\":\"Fulfillment Rate\",\"format\":\"percent\",\"status\":\"in_progress\"}")
                .doesNotContain("E+", "100.0");
    }

    @Test
    void aLiveStatusHasNoAge() {
        var got = get("/api/mto/" + MTO + "?use_cache=false");
        contract("get_api_mto_mto_number").assertSuccess(got);
        assertThat(got.json().get("data_source").stringValue()).isEqualTo("live");
        assertThat(got.json().get("cache_age_seconds").isNull()).isTrue();
    }

    @Test
    void liveAndCachedItemsAreTheSameBytes() {
        var cached = get("/api/mto/" + MTO).json().get("child_items");
        var live = get("/api/mto/" + MTO + "?use_cache=false").json().get("child_items");
        assertThat(live).isEqualTo(cached);
    }

    @Test
    void aStaleStatusIsToldWhenTheErpIsDown() {
        ERP.store(pump(), Documents.NOW.minus(Duration.ofHours(3)));
        ERP.down = true;
        var got = get("/api/mto/" + MTO);
        contract("get_api_mto_mto_number").assertSuccess(got);
        assertThat(got.json().get("data_source").stringValue()).isEqualTo("stale");
        assertThat(got.json().get("cache_age_seconds").intValue()).isEqualTo(10_800);
    }

    @Test
    void labelsFollowTheLanguageAndMaterialTypesDoNot() {
        var got = server.send(server.request("/api/mto/" + MTO, TOKEN)
                .header("Accept-Language", "zh-CN")
                .GET());
        assertThat(got.json()
                        .at("/child_items/0/metrics/fulfillment_rate/label")
                        .stringValue())
                .isEqualTo("入库完成率");
        assertThat(get("/api/mto/" + MTO)
                        .json()
                        .at("/child_items/0/metrics/fulfillment_rate/label")
                        .stringValue())
                .isEqualTo("Fulfillment Rate");
    }

    @Test
    void unknownNumbersAndASilentErpAnswerAsDocumented() {
        var status = contract("get_api_mto_mto_number");
        var unknown = get("/api/mto/AK0000000");
        status.assertError(unknown, 404, "not_found");
        assertThat(unknown.json().get("detail").stringValue()).isEqualTo("MTO number AK0000000 not found");
        contract("get_api_mto_mto_number_related_orders")
                .assertError(get("/api/mto/AK0000000/related-orders"), 404, "not_found");
        ERP.down = true;
        status.assertError(get("/api/mto/AK0000000"), 502, "erp_unavailable");
        contract("get_api_export_mto_mto_number").assertError(get("/api/export/mto/" + MTO), 502, "erp_unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A%20B", "AK@1", "AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDEEEEEEEEEEF", "订单"})
    void malformedNumbersAreRefusedEverywhere(String number) {
        for (var path : List.of("/api/mto/%s", "/api/mto/%s/related-orders", "/api/export/mto/%s")) {
            var encoded = number.equals("订单") ? "%E8%AE%A2%E5%8D%95" : number;
            contract("get_api_mto_mto_number").assertError(get(path.formatted(encoded)), 422, "validation_error");
        }
    }

    @Test
    void everyRouteAsksForAToken() {
        for (var route : feature.routes()) {
            var path = route.path().replace("{mto_number}", MTO);
            var got = server.send(java.net.http.HttpRequest.newBuilder(server.uri(path))
                    .method(route.method(), BodyPublishers.noBody()));
            assertThat(got.status()).as(route.method() + " " + path).isEqualTo(401);
        }
    }

    @Test
    void relatedOrdersAreAsTheDocumentHasThem() {
        var got = get("/api/mto/" + MTO + "/related-orders");
        contract("get_api_mto_mto_number_related_orders").assertSuccess(got);
        assertThat(got.json().get("data_source").stringValue()).isEqualTo("live");
        assertThat(got.json().at("/orders/production_orders/0/label").stringValue())
                .isEqualTo("Production Order");
        assertThat(got.json()
                        .at("/documents/production_receipts/0/linked_order")
                        .stringValue())
                .isEqualTo("SCDD001");
        assertThat(got.json().at("/documents/material_pickings/0/linked_order").isNull())
                .isTrue();
        assertThat(got.json().at("/documents/purchase_receipts").size()).isZero();
    }

    @Test
    void searchPagesAndTellsTheTotal() {
        for (int i = 0; i < 42; i++) {
            ERP.hits.add(new ErpDocuments.Hit("AK25" + i, "07.01", "Product " + i, new BigDecimal("1E+2")));
        }
        var got = get("/api/search?q=AK25&limit=10&offset=40");
        contract("get_api_search").assertSuccess(got);
        assertThat(got.header("X-Total-Count")).contains("42");
        assertThat(got.json().size()).isEqualTo(2);
        assertThat(got.text()).contains("\"order_qty\":100,\"status\":\"cached\"");
        assertThat(get("/api/search?q=AK25&offset=100").header("X-Total-Count")).contains("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=A", "", "?q=AK&limit=0", "?q=AK&limit=101", "?q=AK&offset=-1", "?q=AK&limit=x"})
    void badSearchesAreRefused(String query) {
        contract("get_api_search").assertError(get("/api/search" + query), 422, "validation_error");
    }

    @Test
    void theExportIsACsvThatExcelReadsAndThatHoldsNoFormula() {
        var got = get("/api/export/mto/" + MTO);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(got.header("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"MTO_AK2510034.csv\"; filename*=UTF-8''MTO_AK2510034.csv");
        assertThat(got.text()).isEqualTo("\uFEFF" + """
                物料编码,物料名称,规格型号,BOM简称,辅助属性,物料类型,销售订单.数量,生产入库单.应收数量,采购订单.数量,生产领料单.实发数量,生产入库单.实收数量,采购订单.累计入库数量
                07.01.001,Name of 07.01.001,Spec of 07.01.001,BOM-A,,成品,100,0,0,0,95.5,0
                05.02,Name of 05.02,Spec of 05.02,,Blue Model,自制,0,300,0,310,100,0
                '=cmd|' /C calc'!A0,Name of =cmd|' /C calc'!A0,Spec of =cmd|' /C calc'!A0,,,包材,0,0,8,0,0,2
                """.replace("\n", "\r\n"));
    }

    @Test
    void theCacheTellsForgetsAndWarms() {
        get("/api/mto/" + MTO);
        get("/api/mto/" + MTO);
        var stats = get("/api/cache/stats");
        contract("get_api_cache_stats").assertSuccess(stats);
        assertThat(stats.json().at("/memory_cache/hit_rate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(stats.json().at("/query_stats/total_queries").intValue()).isEqualTo(2);
        var hot = get("/api/cache/hot-mtos?top_n=5");
        contract("get_api_cache_hot_mtos").assertSuccess(hot);
        assertThat(hot.json().at("/hot_mtos/0").stringValue()).isEqualTo(MTO);
        var gone = server.delete("/api/cache/" + MTO, TOKEN);
        contract("delete_api_cache_mto_number").assertSuccess(gone);
        assertThat(gone.text()).isEqualTo("{\"status\":\"invalidated\",\"mto_number\":\"AK2510034\"}");
        assertThat(server.delete("/api/cache/" + MTO, TOKEN).text()).contains("not_found");
        var warm = post("/api/cache/warm?count=50&use_hot=true");
        contract("post_api_cache_warm").assertSuccess(warm);
        assertThat(warm.text())
                .isEqualTo(
                        "{\"status\":\"completed\",\"warmed\":1,\"failed\":0,\"source\":\"query_history\",\"requested\":50}");
        var cleared = post("/api/cache/clear");
        contract("post_api_cache_clear").assertSuccess(cleared);
        assertThat(cleared.json().get("entries_cleared").intValue()).isEqualTo(1);
        contract("post_api_cache_reset_stats").assertSuccess(post("/api/cache/reset-stats"));
        assertThat(post("/api/cache/warm?use_hot=true").json().get("status").stringValue())
                .isEqualTo("no_mtos_found");
    }

    @Test
    void cacheLimitsAndRightsAreKept() {
        contract("post_api_cache_warm").assertError(post("/api/cache/warm?count=501"), 422, "validation_error");
        contract("get_api_cache_hot_mtos").assertError(get("/api/cache/hot-mtos?top_n=0"), 422, "validation_error");
        contract("delete_api_cache_mto_number")
                .assertError(server.delete("/api/cache/A", TOKEN), 422, "validation_error");
        var viewer = server.send(server.request("/api/cache/clear", "viewer").POST(BodyPublishers.noBody()));
        assertThat(viewer.status()).isEqualTo(403);
    }
}
