package org.gemba.kpi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.gemba.access.Role;
import org.gemba.kpi.Aggregation;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.KpiChange;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.Shop;
import org.gemba.kpi.WorkOrder;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresRoutesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 15);
    private static final String MONTH = "?date_from=2025-12-01&date_to=2025-12-31";

    @TempDir
    static Path folder;

    private static Database database;
    private static Events events;
    private static KpiService figures;
    private static TestServer server;
    private static Shop boots;
    private static Shop socks;
    private static WorkOrder boot;

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        events = new Events();
        var feature = Shop.figures(database, events, Clock.fixed(Shop.NOW, ZoneOffset.UTC));
        figures = feature.figures();
        server = TestServer.of(feature.routes());
        boots = new Shop(database, "BOOT-LINE-A", ZoneId.of("America/Mexico_City"));
        socks = new Shop(database, "SOCK-FAC-B", ZoneId.of("Asia/Shanghai"));
        fill();
    }

    private static void fill() {
        boot = boots.order(
                "2025-12-15-BOOT-ABC123",
                "ROPER-BOOT",
                500,
                "0.25",
                Shop.Plan.of(LocalDate.of(2025, 11, 20), LocalDate.of(2025, 12, 25)));
        boots.entry(boot, null, DAY, ShiftType.SHIFT_1ST, Shop.Made.of(100, 2, "8.5", 10));
        boots.inspection(boot, DAY, 50, 44, 6, 15);
        boots.attendance("E1", DAY, "9", "0", null, false);
        boots.attendance("E2", DAY, "9", "9", null, false);
        boots.downtime(boot, DAY, ShiftType.SHIFT_1ST, DowntimeReason.EQUIPMENT_FAILURE, 51);
        boots.opportunities("ROPER-BOOT", 47);
        boots.job(boot, "L1", "ROPER-BOOT", 500, 490, 10);
        boots.end(boot, org.gemba.kpi.WorkOrderStatus.COMPLETED, Shop.NOW.minusSeconds(3600));
        var late = boots.order(
                "2025-11-15-BOOT-XYZ789",
                "WELLINGTON",
                100,
                null,
                Shop.Plan.of(LocalDate.of(2025, 11, 16), LocalDate.of(2025, 12, 1)));
        boots.hold(late, LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 11));
        var sock = socks.order(
                "SOCK-1", "CREW", 900, null, Shop.Plan.of(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 20)));
        socks.entry(sock, null, DAY, ShiftType.SHIFT_2ND, Shop.Made.of(40, 1, "8", 4));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    private static Got get(String path, String token) {
        return server.get("/api/v1" + path, token);
    }

    private static Contract contract(String id) {
        return Contract.of("kpi." + id);
    }

    private static BigDecimal number(Got got, String pointer) {
        return got.json().at(pointer).decimalValue();
    }

    @Test
    void theDocumentsEfficiencySampleComesOut() {
        var got = get("/kpi/efficiency" + MONTH + "&aggregation=daily", "operator_dataentry");
        contract("get_api_v1_kpi_efficiency").assertSuccess(got);
        assertThat(number(got, "/data/0/efficiency")).isEqualByComparingTo("29.41");
        assertThat(number(got, "/data/0/hours_produced")).isEqualByComparingTo("25");
        assertThat(number(got, "/data/0/hours_available")).isEqualByComparingTo("85");
        assertThat(number(got, "/data/0/variance")).isEqualByComparingTo("-60.59");
        assertThat(got.json().at("/data/0/date").stringValue()).isEqualTo("2025-12-15");
        assertThat(got.json().at("/metadata/inference_applied").booleanValue()).isFalse();
        assertThat(got.json().at("/metadata/ideal_cycle_time_source").stringValue())
                .isEqualTo("work_order.ideal_cycle_time");
    }

    @Test
    void performanceFollowsItsFormulaAndNotTheSample() {
        var got = get("/kpi/performance" + MONTH + "&aggregation=monthly", "operator_dataentry");
        contract("get_api_v1_kpi_performance").assertSuccess(got);
        assertThat(number(got, "/data/0/performance")).isEqualByComparingTo("294.12");
        assertThat(got.json().at("/data/0/date").stringValue()).isEqualTo("2025-12-01");
        assertThat(number(got, "/summary/average_performance")).isEqualByComparingTo("294.12");
    }

    @Test
    void allFiguresAreAsTheDocumentHasThem() {
        var got = get("/kpi/all" + MONTH, "operator_dataentry");
        contract("get_api_v1_kpi_all").assertSuccess(got);
        assertThat(got.json().at("/kpis/wip_aging/oldest_wo").toString())
                .contains("\"work_order_id\":\"2025-11-15-BOOT-XYZ789\",\"days_in_wip\":45,\"on_hold_days\":10")
                .contains("\"active_days\":35");
        assertThat(number(got, "/kpis/on_time_delivery/otd")).isEqualByComparingTo("50");
        assertThat(number(got, "/kpis/on_time_delivery/true_otd")).isEqualByComparingTo("100");
        assertThat(number(got, "/kpis/ppm/value")).isEqualByComparingTo("20000");
        assertThat(number(got, "/kpis/dpmo/value")).isEqualByComparingTo("3191");
        assertThat(number(got, "/kpis/dpmo/total_opportunities")).isEqualByComparingTo("4700");
        assertThat(number(got, "/kpis/fpy/value")).isEqualByComparingTo("88");
        assertThat(number(got, "/kpis/rty/value")).isEqualByComparingTo("98");
        assertThat(number(got, "/kpis/availability/value")).isEqualByComparingTo("99");
        assertThat(number(got, "/kpis/availability/line_value")).isEqualByComparingTo("90");
        assertThat(number(got, "/kpis/absenteeism/value")).isEqualByComparingTo("50");
        assertThat(got.json().at("/metadata/inference_flags").toString()).isEqualTo("[\"wip_aging_start_date\"]");
        assertThat(got.json().at("/metadata/calculated_at").stringValue()).isEqualTo("2025-12-31T10:00:00Z");
    }

    @Test
    void whatNobodyKnowsIsNullAndNeverZero() {
        var got = get("/kpi/all?date_from=2024-01-01&date_to=2024-01-31&client_id=SOCK-FAC-B", "admin");
        assertThat(got.status()).isEqualTo(200);
        var kpis = got.json().get("kpis");
        for (var name : List.of("ppm", "dpmo", "fpy", "rty", "availability", "absenteeism")) {
            assertThat(kpis.get(name).get("value").isNull()).as(name).isTrue();
        }
        for (var name : List.of("efficiency", "performance", "oee")) {
            assertThat(kpis.get(name).get("average").isNull()).as(name).isTrue();
            assertThat(kpis.get(name).get("variance").isNull()).as(name).isTrue();
        }
        assertThat(kpis.at("/on_time_delivery/otd").isNull()).isTrue();
        assertThat(kpis.at("/wip_aging/oldest_wo").isNull()).isTrue();
        assertThat(got.text()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void anInferredStandardIsFlaggedEverywhere() {
        var days = "?date_from=2025-12-01&date_to=2025-12-20";
        var got = get("/kpi/efficiency" + days + "&client_id=SOCK-FAC-B", "poweruser");
        assertThat(got.json().at("/data/0/inference_flags").toString()).isEqualTo("[\"ideal_cycle_time\"]");
        assertThat(got.json().at("/metadata/inference_applied").booleanValue()).isTrue();
        assertThat(got.json().at("/metadata/ideal_cycle_time_source").stringValue())
                .isEqualTo("industry_default");
        assertThat(number(got, "/data/0/efficiency")).isEqualByComparingTo("31.25");
        var all = get("/kpi/all" + days + "&client_id=SOCK-FAC-B", "poweruser");
        assertThat(all.json().at("/metadata/inference_flags").toString())
                .contains("efficiency_ideal_cycle_time", "absenteeism_attendance");
        assertThat(all.json().at("/kpis/efficiency/confidence").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void whoMaySeeAllAndHasNoClientGetsTheSumOfAll() {
        var admin = Shop.caller(Role.ADMIN);
        var scope = figures.scope(admin, null, DAY, DAY, null);
        var total = figures.series(admin, scope, KpiName.EFFICIENCY, Aggregation.TOTAL)
                .total();
        assertThat(scope.clientId()).isEqualTo("ALL");
        assertThat(total.totals().production().units()).isEqualTo(140);
        assertThat(total.value().shown()).contains(new BigDecimal("29.91"));
    }

    @Test
    void foreignClientsAndOrdersAreNotToBeSeen() {
        for (var path : List.of("/kpi/all", "/kpi/efficiency", "/kpi/performance")) {
            var foreign = get(path + MONTH + "&client_id=SOCK-FAC-B", "operator_dataentry");
            contract("get_api_v1" + path.replace('/', '_')).assertError(foreign, 403, "FORBIDDEN");
            var unknown = get(path + MONTH + "&client_id=NOBODY", "operator_dataentry");
            assertThat(unknown.status()).isEqualTo(403);
        }
        var order = get("/kpi/efficiency" + MONTH + "&work_order_id=SOCK-1", "operator_dataentry");
        assertThat(order.status()).isEqualTo(404);
        assertThat(get("/kpi/efficiency" + MONTH + "&work_order_id=NONE", "operator_dataentry")
                        .text())
                .startsWith(order.text().replace("SOCK-1", "NONE").replaceAll("timestamp.*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?date_from=2025-12-31&date_to=2025-12-30",
                "?date_from=2025-02-30",
                "?date_from=12/15/2025",
                "?date_to=tomorrow",
                "?date_from=2010-01-01&date_to=2025-12-31",
                "?date_from=-999999999-01-01"
            })
    void badRangesAreRefused(String query) {
        for (var path : List.of("/kpi/all", "/kpi/efficiency", "/kpi/performance")) {
            var got = get(path + query, "operator_dataentry");
            assertThat(got.status()).as(got.text()).isEqualTo(400);
            assertThat(got.json().at("/error/details/0/field").stringValue()).startsWith("date_");
        }
    }

    @Test
    void aRangeOfOneDayAndOneOfTenYearsAreFine() {
        assertThat(get("/kpi/all?date_from=2025-12-15&date_to=2025-12-15", "operator_dataentry")
                        .status())
                .isEqualTo(200);
        assertThat(get("/kpi/efficiency?date_from=2016-01-01&date_to=2025-12-31", "operator_dataentry")
                        .status())
                .isEqualTo(200);
        assertThat(get("/kpi/efficiency?aggregation=hourly", "operator_dataentry")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aWriteIsSeenAtOnce() {
        var day = LocalDate.of(2025, 12, 22);
        var path = "/kpi/efficiency?date_from=2025-12-22&date_to=2025-12-22&client_id=SOCK-FAC-B";
        assertThat(get(path, "admin").json().get("data").size()).isZero();
        var order = socks.order("SOCK-2", "CREW", 10, "0.5", Shop.Plan.of(day, day));
        socks.entry(order, null, day, ShiftType.SAT_OT, Shop.Made.of(8, 0, "8", 1));
        events.publish(new KpiChange.EntryChanged("SOCK-FAC-B", day));
        assertThat(number(get(path, "admin"), "/data/0/efficiency")).isEqualByComparingTo("50");
        socks.target(KpiName.EFFICIENCY, "55.5");
        assertThat(number(get(path, "admin"), "/data/0/variance")).isEqualByComparingTo("-5.5");
    }

    @Test
    void theAnalysisSaysWhatIsMissing() {
        var body = """
                {"client_id":"BOOT-LINE-A","date_from":"2025-11-15","date_to":"2025-12-31",
                 "fields_to_check":["ideal_cycle_time","planned_ship_date","employees_present"]}""";
        var got = server.post("/api/v1/inference/analyze", "leader_dataconfig", body);
        contract("post_api_v1_inference_analyze").assertSuccess(got);
        assertThat(got.json().get("date_range").stringValue()).isEqualTo("2025-11-15 to 2025-12-31");
        assertThat(number(got, "/data_completeness/ideal_cycle_time/completeness"))
                .isEqualByComparingTo("50");
        assertThat(number(got, "/data_completeness/ideal_cycle_time/confidence"))
                .isEqualByComparingTo("0.5");
        assertThat(number(got, "/data_completeness/employees_present/missing_count"))
                .isEqualByComparingTo("1");
        assertThat(got.json().at("/data_completeness/planned_ship_date").has("fallback_value"))
                .isFalse();
        assertThat(got.json().get("recommendations").toString())
                .contains("Collect ideal_cycle_time for WELLINGTON style to improve efficiency accuracy");
    }

    @Test
    void theAnalysisRefusesWhatItCannotCheck() {
        var contract = contract("post_api_v1_inference_analyze");
        var unknown = """
                {"client_id":"BOOT-LINE-A","date_from":"2025-12-01","date_to":"2025-12-31","fields_to_check":["colour"]}""";
        contract.assertError(
                server.post("/api/v1/inference/analyze", "leader_dataconfig", unknown), 400, "VALIDATION_ERROR");
        contract.assertError(
                server.post("/api/v1/inference/analyze", "leader_dataconfig", "{}"), 400, "VALIDATION_ERROR");
        contract.assertError(
                server.post(
                        "/api/v1/inference/analyze", "leader_dataconfig", unknown.replace("BOOT-LINE-A", "SOCK-FAC-B")),
                403,
                "FORBIDDEN");
        assertThat(server.post("/api/v1/inference/analyze", "operator_dataentry", unknown)
                        .status())
                .isEqualTo(403);
    }
}
