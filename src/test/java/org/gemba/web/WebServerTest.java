package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebServerTest {
    record Order(
            String orderNo,
            BigDecimal quantity,
            Instant queryTime,
            @Nullable String note) {}

    record Wish(
            int daysBack,
            @Nullable Boolean forceFull,
            @Nullable List<Line> lines) {}

    record Line(String code, BigDecimal quantity) {}

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.of(List.of(
                Route.get(ApiFamily.MTO, "/api/mto/{mto_number}", "One").handle(call -> {
                    var number = call.path("mto_number", "^[A-Za-z0-9-]{2,50}$", "letters, digits and hyphens");
                    call.queryInt("limit", 20, 1, 100);
                    call.queryFlag("use_cache", true);
                    call.checked();
                    return new Order(
                            number, new BigDecimal("1.50E+2"), Instant.parse("2026-02-12T02:30:00.123Z"), null);
                }),
                Route.get(ApiFamily.MTO, "/api/mto/list", "Literal").open().handle(call -> Map.of("literal", true)),
                Route.post(ApiFamily.MTO, "/api/sync/trigger", "Start")
                        .needs(Permission.SYNC_WRITE)
                        .takes(Wish.class)
                        .handle(call -> call.body(Wish.class)),
                Route.get(ApiFamily.MTO, "/api/chat/broken", "Fails").open().handle(call -> {
                    throw new IllegalStateException("select secret from user");
                }),
                Route.post(ApiFamily.MTO, "/api/chat/stream", "Streams")
                        .open()
                        .handle(call -> Answer.events(sink -> {
                            sink.send(Map.of("type", "token", "content", "中"));
                            sink.send(Map.of("type", "done"));
                        })),
                Route.get(ApiFamily.MTO, "/api/export/file", "File")
                        .open()
                        .handle(call -> Answer.download("订单.csv", "text/csv", out -> out.write("a,b\r\n".getBytes()))),
                Route.get(ApiFamily.PLANNING, "/api/products", "Products")
                        .handle(call -> new Page<>("products", List.of(Map.of("id", 1)), 2, 20, 156)),
                Route.get(ApiFamily.MTO, "/api/search", "Search")
                        .handle(call -> new Page<>("results", List.of("a"), 1, 20, 42))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void answersRecordsInTheNamesNumbersAndTimesOfTheFamily() {
        var got = server.get("/api/mto/AK1", "viewer");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).isEqualTo("""
                        {"order_no":"AK1","quantity":150,"query_time":"2026-02-12T10:30:00","note":null}""");
        assertThat(got.header("X-API-Version")).contains("1");
        assertThat(got.header("X-Request-ID")).isPresent();
        assertThat(got.header("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void literalPathsWinOverParameters() {
        assertThat(server.get("/api/mto/list").text()).isEqualTo("{\"literal\":true}");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        var got = server.get("/api/mto/A%20K?limit=500&use_cache=perhaps", "viewer");
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.json().at("/error_code").stringValue()).isEqualTo("validation_error");
        assertThat(got.json().at("/detail").size()).isEqualTo(3);
        assertThat(got.json().at("/detail/1").toString()).isEqualTo("""
                        {"loc":["query","limit"],"msg":"ensure this value is less than or equal to 100",\
                        "type":"value_error.number.not_le"}""");
    }

    @Test
    void readsBodiesStrictlyAndNamesEveryFault() {
        var good = server.post("/api/sync/trigger", "admin", "{\"days_back\": \"30\", \"extra\": 1}");
        assertThat(good.text()).isEqualTo("{\"days_back\":30,\"force_full\":null,\"lines\":null}");
        var bad = server.post(
                "/api/sync/trigger",
                "admin",
                "{\"force_full\": 7, \"lines\": [{\"code\": \"a\", \"quantity\": 1e999999}]}");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json().at("/detail").toString()).isEqualTo("""
                        [{"loc":["body","days_back"],"msg":"field required","type":"value_error.missing"},\
                        {"loc":["body","force_full"],"msg":"value could not be parsed to a boolean",\
                        "type":"type_error.bool"},\
                        {"loc":["body","lines",0,"quantity"],"msg":"value is not a valid float",\
                        "type":"type_error.float"}]""");
    }

    @Test
    void refusesWithoutTheRightAndWithoutAToken() {
        assertThat(server.post("/api/sync/trigger", "viewer", "{\"days_back\":1}")
                        .status())
                .isEqualTo(403);
        var got = server.get("/api/mto/AK1", "nonsense");
        assertThat(got.status()).isEqualTo(401);
        assertThat(got.header("WWW-Authenticate")).contains("Bearer");
        assertThat(got.text())
                .isEqualTo("{\"detail\":\"Could not validate credentials\",\"error_code\":\"unauthorized\"}");
        assertThat(server.get("/api/mto/AK1", "admin@kpi").status()).isEqualTo(401);
    }

    @Test
    void tellsNothingOfTheInsideWhenItFails() {
        var got = server.get("/api/chat/broken");
        assertThat(got.status()).isEqualTo(500);
        assertThat(got.json().at("/error_code").stringValue()).isEqualTo("internal_error");
        assertThat(got.text()).doesNotContain("secret", "Exception", "org.");
    }

    @Test
    void streamsEvents() {
        var got = server.post("/api/chat/stream", "viewer", "");
        assertThat(got.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(got.text()).contains("\"content\":\"中\"").endsWith("data: {\"type\":\"done\"}\n\n");
    }

    @Test
    void namesDownloads() {
        var got = server.get("/api/export/file");
        assertThat(got.text()).isEqualTo("a,b\r\n");
        assertThat(got.header("Content-Disposition"))
                .contains("attachment; filename=\"__.csv\"; filename*=UTF-8''%E8%AE%A2%E5%8D%95.csv");
    }

    @Test
    void pagesAsTheFamilyPrintsThem() {
        var search = server.get("/api/search", "viewer");
        assertThat(search.text()).isEqualTo("[\"a\"]");
        assertThat(search.header("X-Total-Count")).contains("42");
        var products = server.get("/api/products?status=a&page=2", "viewer").json();
        assertThat(products.at("/data/pagination").toString()).isEqualTo("""
                        {"page":2,"per_page":20,"total":156,"pages":8,"has_prev":true,"has_next":true,\
                        "prev_url":"/api/products?page=1&per_page=20&status=a",\
                        "next_url":"/api/products?page=3&per_page=20&status=a"}""");
    }

    @Test
    void saysWhichPortIsTaken() {
        var settings = WebSettings.loopback(server.port(), TestServer.ZONE);
        assertThatThrownBy(() -> TestServer.with(settings, List.of(), Clock.systemUTC()))
                .isInstanceOf(PortInUse.class)
                .hasMessageContaining(Integer.toString(server.port()));
    }

    @Test
    void refusesTwoRoutesOfOnePath() {
        var one = Route.get(ApiFamily.MTO, "/a/{b}", "").handle(call -> "");
        var two = Route.get(ApiFamily.MTO, "/a/{c}", "").handle(call -> "");
        assertThatThrownBy(() -> new RouteTable(List.of(one, two))).hasMessageContaining("GET /a/{}");
    }

    @Test
    void aHandlersOwnErrorKeepsItsMeaning() {
        try (var own = TestServer.of(
                List.of(Route.get(ApiFamily.MTO, "/api/mto/{n}", "").open().handle(call -> {
                    throw new AppError.UpstreamUnavailable("erp", "The ERP does not answer", null);
                })))) {
            var got = own.get("/api/mto/X");
            assertThat(got.status()).isEqualTo(502);
            assertThat(got.json().at("/error_code").stringValue()).isEqualTo("erp_unavailable");
        }
    }
}
