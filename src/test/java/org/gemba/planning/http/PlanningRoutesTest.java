package org.gemba.planning.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.gemba.planning.PlanningStand;
import org.gemba.planning.Product;
import org.gemba.planning.Resource;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Products, sales, resources and schedules of the planning document over real HTTP.
class PlanningRoutesTest {
    private static final String MANAGER = "leader_dataconfig";

    @TempDir
    private static Path folder;

    private static PlanningStand stand;
    private static TestServer http;
    private static Product red;
    private static Product black;
    private static Resource lineA;

    @BeforeAll
    static void start() {
        stand = new PlanningStand(folder);
        http = stand.server();
        red = stand.product("GABA-RED-UK", "Red", "29.99");
        black = stand.product("GABA-BLACK-UK", "Black", "29.99");
        lineA = stand.resource("Production Line A", 60, "GABA_Red", "GABA_Black");
        stand.resource("Packing", 60, "PACK-1");
    }

    @AfterAll
    static void stop() {
        http.close();
        stand.close();
    }

    @Test
    void aProductIsAddedChangedListedAndDeletedAsPrinted() {
        var added = http.post("/api/products", MANAGER, """
                {"name":"GABA Gold EU","sku":"GABA-GOLD-EU","product_type":"Gold","market":"EU",
                 "cost_price":22.50,"selling_price":49.99,"lead_time_days":5}""");
        assertThat(added.status()).isEqualTo(201);
        Contract.of("planning.post_api_products").assertSuccess(added);
        assertThat(added.json().at("/data/profit_margin").decimalValue()).isEqualByComparingTo("55.0");
        long id = added.json().at("/data/id").longValue();
        var changed = http.put("/api/products/" + id, MANAGER, "{\"selling_price\":54.99,\"lead_time_days\":4}");
        Contract.of("planning.put_api_products_id").assertSuccess(changed);
        assertThat(changed.json().at("/data/profit_margin").decimalValue()).isEqualByComparingTo("59.1");
        var listed = http.get("/api/products?search=gold-eu&market=EU&product_type=Gold&active=true", MANAGER);
        Contract.of("planning.get_api_products").assertSuccess(listed);
        assertThat(listed.json().at("/data/pagination/total").intValue()).isEqualTo(1);
        var deleted = http.delete("/api/products/" + id, MANAGER);
        Contract.of("planning.delete_api_products_id").assertSuccess(deleted);
        Contract.of("planning.delete_api_products_id")
                .assertError(http.delete("/api/products/" + id, MANAGER), 404, "RESOURCE_NOT_FOUND");
        assertThat(http.get("/api/products?search=gold-eu&active=true", MANAGER)
                        .json()
                        .at("/data/pagination/total")
                        .intValue())
                .isZero();
    }

    @Test
    void aProductShowsWhatWasSoldAndWhatIsThere() {
        var sales = new StringBuilder("[");
        for (int day = 0; day <= 30; day++) {
            sales.append(day == 0 ? "" : ",")
                    .append("{\"sku\":\"gaba-red-uk\",\"date\":\"%s\",\"quantity\":15,\"revenue\":449.85}"
                            .formatted(LocalDate.of(2026, 3, 2).minusDays(day)));
        }
        assertThat(http.post("/api/sales", MANAGER, sales + "]").status()).isEqualTo(201);
        assertThat(http.post("/api/sales", MANAGER, sales + "]").status()).isEqualTo(201);
        var levels = "[{\"product_id\":%d,\"location\":\"UK_Warehouse\",\"available\":800,\"reserved\":100},"
                + "{\"product_id\":%d,\"location\":\"Amazon_FBA_UK\",\"available\":450,\"reserved\":50}]";
        assertThat(http.put("/api/stock/levels", MANAGER, levels.formatted(red.id(), red.id()))
                        .status())
                .isEqualTo(200);
        var found = http.get("/api/products/" + red.id(), "viewer");
        Contract.of("planning.get_api_products_id").assertSuccess(found);
        assertThat(found.json().at("/data/sales_stats/total_sold_30d").intValue())
                .isEqualTo(450);
        assertThat(found.json().at("/data/sales_stats/avg_daily_sales").intValue())
                .isEqualTo(15);
        assertThat(found.json().at("/data/sales_stats/revenue_30d").decimalValue())
                .isEqualByComparingTo("13495.5");
        assertThat(found.json().at("/data/inventory/total_available").intValue())
                .isEqualTo(1250);
        assertThat(found.json().at("/data/inventory/reserved").intValue()).isEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"x","sku":"X-1","product_type":"Green","market":"UK","cost_price":1,"selling_price":2,"lead_time_days":1} | product_type
                    {"name":"x","sku":"X-1","product_type":"Red","market":"MARS","cost_price":1,"selling_price":2,"lead_time_days":1} | market
                    {"name":"x","sku":"X-1","product_type":"Red","market":"UK","cost_price":0,"selling_price":2,"lead_time_days":1} | cost_price
                    {"name":"x","sku":"X-1","product_type":"Red","market":"UK","cost_price":1,"selling_price":-2,"lead_time_days":1} | selling_price
                    {"name":"x","sku":"X-1","product_type":"Red","market":"UK","cost_price":1,"selling_price":2,"lead_time_days":-1} | lead_time_days
                    {"name":" ","sku":"X-1","product_type":"Red","market":"UK","cost_price":1,"selling_price":2,"lead_time_days":1} | name
                    {"sku":"X-1","product_type":"Red","market":"UK","cost_price":1,"selling_price":2,"lead_time_days":1} | name
                    """)
    void aWrongProductNamesItsField(String body, String field) {
        var got = http.post("/api/products", MANAGER, body);
        Contract.of("planning.post_api_products").assertError(got, 400, "VALIDATION_ERROR");
        assertThat(got.json().at("/error/details/fields/" + field).isMissingNode())
                .as(got.text())
                .isFalse();
    }

    @Test
    void aSkuIsUniqueWhateverItsCase() {
        var got = http.post("/api/products", MANAGER, """
                {"name":"other","sku":"gaba-red-uk","product_type":"Red","market":"UK","cost_price":1,
                 "selling_price":2,"lead_time_days":1}""");
        Contract.of("planning.post_api_products").assertError(got, 409, "RESOURCE_CONFLICT");
    }

    @Test
    void viewersMayNotWriteAndStrangersMayNotRead() {
        var body = "{\"lead_time_days\":9}";
        Contract.of("planning.put_api_products_id")
                .assertError(http.put("/api/products/" + red.id(), "viewer", body), 403, "INSUFFICIENT_PERMISSIONS");
        Contract.of("planning.get_api_products")
                .assertError(http.get("/api/products", "nobody"), 401, "AUTHENTICATION_REQUIRED");
    }

    @Test
    void aStaleChangeIsAConflict() {
        var path = "/api/products/" + black.id();
        assertThat(http.put(path, MANAGER, "{\"lead_time_days\":4,\"version\":1}")
                        .status())
                .isEqualTo(200);
        Contract.of("planning.put_api_products_id")
                .assertError(http.put(path, MANAGER, "{\"lead_time_days\":5,\"version\":1}"), 409, "RESOURCE_CONFLICT");
    }

    @Test
    void wrongSalesAreToldByRowAndChangeNothing() {
        var got = http.post("/api/sales", MANAGER, """
                [{"sku":"GABA-BLACK-UK","date":"2026-02-01","quantity":7},
                 {"sku":"UNKNOWN","date":"2026-02-01","quantity":7},
                 {"sku":"GABA-BLACK-UK","date":"2026-02-02","quantity":-1},
                 {"sku":"GABA-BLACK-UK","date":"2027-02-02","quantity":1}]""");
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.text()).contains("[1].sku").contains("[2].quantity").contains("[3].date");
        var black30 = http.get("/api/products/" + black.id(), MANAGER);
        assertThat(black30.json().at("/data/sales_stats/total_sold_30d").intValue())
                .isZero();
    }

    @Test
    void resourcesShowTheirDaysAsPrinted() {
        var got = http.get("/api/resources?start_date=2026-03-02&end_date=2026-03-08", "viewer");
        Contract.of("planning.get_api_resources").assertSuccess(got);
        var days = got.json().at("/data/resources/1/availability");
        assertThat(days.size()).isEqualTo(7);
        assertThat(days.get(0).get("available_hours").intValue()).isEqualTo(8);
        assertThat(days.get(5).get("available_hours").intValue()).isZero();
        Contract.of("planning.get_api_resources")
                .assertError(
                        http.get("/api/resources?start_date=2026-03-08&end_date=2026-03-02", MANAGER),
                        400,
                        "VALIDATION_ERROR");
        Contract.of("planning.get_api_resources")
                .assertError(http.get("/api/resources?start_date=soon", MANAGER), 400, "VALIDATION_ERROR");
    }

    @Test
    void aResourceWithACalendarIsAddedAndChanged() {
        var added = http.post("/api/resources", MANAGER, """
                {"name":"Night Line","type":"manufacturing_line","capacity_per_hour":30,"hourly_cost":90,
                 "capabilities":["NOTHING"],"is_available":false,
                 "calendar":{"weekly":{"MON":["22:00-06:00"]},
                             "maintenance":[{"start":"2026-03-02T23:00","end":"2026-03-03T01:00"}]}}""");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        var found = http.get("/api/resources?start_date=2026-03-02&end_date=2026-03-03", MANAGER);
        var night = found.json()
                .at("/data/resources")
                .valueStream()
                .filter(row -> row.get("name").stringValue().equals("Night Line"))
                .findFirst()
                .orElseThrow();
        assertThat(night.at("/availability/0/available_hours").intValue()).isEqualTo(2);
        assertThat(night.at("/availability/0/maintenance_hours").intValue()).isEqualTo(1);
        assertThat(night.at("/availability/1/available_hours").intValue()).isEqualTo(6);
        assertThat(night.at("/availability/1/maintenance_hours").intValue()).isEqualTo(1);
        var wrong = "{\"calendar\":{\"weekly\":{\"MOON\":[\"08:00-16:00\"],\"TUE\":[\"8-16\"]}}}";
        var refused = http.put("/api/resources/" + night.get("id").longValue(), MANAGER, wrong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("calendar.weekly.MOON").contains("calendar.weekly.TUE");
    }

    @Test
    void aScheduleIsMadeReadApprovedAndChangedAsPrinted() throws Exception {
        var accepted = create(500, 300);
        Contract.of("planning.post_api_schedules_create").assertSuccess(accepted);
        assertThat(accepted.status()).isEqualTo(202);
        var task = accepted.json().at("/data/task_id").stringValue();
        stand.end(UUID.fromString(task.substring("schedule-".length())));
        long id = accepted.json().at("/data/schedule_id").longValue();
        var made = http.get("/api/schedules/" + id, "viewer");
        Contract.of("planning.get_api_schedules_schedule_id").assertSuccess(made);
        var data = made.json().at("/data");
        assertThat(data.get("status").stringValue()).isEqualTo("optimized");
        assertThat(data.at("/schedule_items/0/duration").intValue()).isEqualTo(510);
        assertThat(data.at("/performance_metrics/on_time_delivery").doubleValue())
                .isEqualTo(1.0);
        assertThat(data.at("/performance_metrics/gap").doubleValue()).isLessThan(0.05);
        assertThat(data.at("/performance_metrics/total_setup_time").intValue()).isEqualTo(30);
        assertThat(data.at("/resource_utilization/0/total_hours").intValue()).isEqualTo(40);
        assertThat(http.get("/api/schedules/" + task, MANAGER)
                        .json()
                        .at("/data/id")
                        .longValue())
                .isEqualTo(id);
        assertThat(http.get("/api/schedules/tasks/" + task, MANAGER)
                        .json()
                        .at("/data/status")
                        .stringValue())
                .isEqualTo("completed");
        assertThat(http.get("/api/schedules", MANAGER)
                        .json()
                        .at("/data/pagination/total")
                        .intValue())
                .isPositive();
        approveAndMove(id);
    }

    private static void approveAndMove(long id) {
        var path = "/api/schedules/" + id;
        var later = Instant.parse("2026-03-04T01:00:00Z");
        var moved = http.put(
                path,
                MANAGER,
                "{\"status\":\"approved\",\"modifications\":[{\"job_id\":2,\"new_start_time\":\"%s\",\"reason\":\"late\"}]}"
                        .formatted(later));
        Contract.of("planning.put_api_schedules_schedule_id").assertSuccess(moved);
        assertThat(moved.json().at("/data/status").stringValue()).isEqualTo("approved");
        assertThat(OffsetDateTime.parse(moved.json()
                                .at("/data/schedule_items/1/start_time")
                                .stringValue())
                        .toInstant())
                .isEqualTo(later);
        var tooLate = http.put(
                path,
                MANAGER,
                "{\"modifications\":[{\"job_id\":1,\"new_start_time\":\"2026-03-06T01:00:00Z\",\"reason\":\"?\"}]}");
        Contract.of("planning.put_api_schedules_schedule_id").assertError(tooLate, 409, "RESOURCE_CONFLICT");
        assertThat(http.put(path, MANAGER, "{\"status\":\"draft\"}").status()).isEqualTo(422);
        assertThat(http.delete(path, MANAGER).status()).isEqualTo(409);
        var busy = http.get("/api/resources?start_date=2026-03-02&end_date=2026-03-08", MANAGER);
        double scheduled = busy.json()
                .at("/data/resources")
                .valueStream()
                .filter(row -> row.get("id").longValue() == lineA.id())
                .flatMap(row -> row.get("availability").valueStream())
                .mapToDouble(day -> day.get("scheduled_hours").doubleValue())
                .sum();
        assertThat(scheduled).isEqualTo((510 + 300 + 30) / 60.0);
    }

    @Test
    void aCopyIsTriedOutAndDropped() throws Exception {
        var accepted = create(60, 60);
        stand.end(UUID.fromString(
                accepted.json().at("/data/task_id").stringValue().substring("schedule-".length())));
        long id = accepted.json().at("/data/schedule_id").longValue();
        var copy = http.post("/api/schedules/" + id + "/copy", MANAGER, "{\"name\":\"what if\"}");
        assertThat(copy.status()).isEqualTo(201);
        long copied = copy.json().at("/data/id").longValue();
        var pinned = http.put(
                "/api/schedules/" + copied,
                MANAGER,
                "{\"modifications\":[{\"job_id\":2,\"new_start_time\":\"2026-03-05T00:00:00Z\",\"pinned\":true}]}");
        assertThat(pinned.status()).as(pinned.text()).isEqualTo(200);
        var again = http.post("/api/schedules/" + copied + "/replan", MANAGER, "");
        assertThat(again.status()).as(again.text()).isEqualTo(202);
        stand.end(UUID.fromString(again.json().at("/data/task_id").stringValue().substring("schedule-".length())));
        var after = http.get("/api/schedules/" + copied, MANAGER).json();
        assertThat(after.at("/data/schedule_items/1/start_time").stringValue()).startsWith("2026-03-05T00:00:00");
        assertThat(http.delete("/api/schedules/" + copied, MANAGER).status()).isEqualTo(200);
        assertThat(http.get("/api/schedules/" + copied, MANAGER).status()).isEqualTo(404);
    }

    @Test
    void aJobThatNoLineCanMakeMakesTheScheduleInfeasibleAndSaysWhich() throws Exception {
        var gold = stand.product("GABA-GOLD-UK", "Gold", "49.99");
        var accepted = http.post(
                "/api/schedules/create",
                MANAGER,
                "{\"name\":\"n\",\"start_date\":\"2026-03-02\",\"end_date\":\"2026-03-06\",\"jobs\":[{\"product_id\":%d,\"quantity\":5}]}"
                        .formatted(gold.id()));
        stand.end(UUID.fromString(
                accepted.json().at("/data/task_id").stringValue().substring("schedule-".length())));
        var made = http.get(
                "/api/schedules/" + accepted.json().at("/data/schedule_id").longValue(), MANAGER);
        assertThat(made.json().at("/data/status").stringValue()).isEqualTo("infeasible");
        assertThat(made.json().at("/data/remark").stringValue()).contains("job 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"n","start_date":"2026-03-06","end_date":"2026-03-02","jobs":[{"product_id":1,"quantity":5}]} | end_date
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[]} | jobs
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":99999,"quantity":5}]} | jobs[0].product_id
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":1,"quantity":0}]} | jobs[0].quantity
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":1,"quantity":5,"priority":6}]} | jobs[0].priority
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":1,"quantity":5,"due_date":"2026-03-01"}]} | jobs[0].due_date
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":1,"quantity":5}],"constraints":{"setup_time_matrix":{"1to2":30}}} | constraints.setup_time_matrix.1to2
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":1,"quantity":5}],"constraints":{"resource_availability":[{"resource_id":99999,"available_hours":4}]}} | constraints.resource_availability.resource_id
                    {"name":"n","start_date":"2026-03-02","end_date":"2026-03-06","jobs":[{"product_id":1,"quantity":5}],"optimization_objectives":{"minimize_makespan":2}} | optimization_objectives.minimize_makespan
                    """)
    void aWrongScheduleNamesItsField(String body, String field) {
        var got = http.post("/api/schedules/create", MANAGER, body);
        Contract.of("planning.post_api_schedules_create").assertError(got, 400, "VALIDATION_ERROR");
        assertThat(got.json().at("/error/details/fields").propertyNames())
                .as(got.text())
                .contains(field);
    }

    private static Got create(int reds, int blacks) {
        return http.post(
                "/api/schedules/create", MANAGER, """
                {"name":"Weekly Production Schedule","start_date":"2026-03-02","end_date":"2026-03-08",
                 "jobs":[{"product_id":%1$d,"quantity":%3$d,"due_date":"2026-03-04","priority":1},
                         {"product_id":%2$d,"quantity":%4$d,"due_date":"2026-03-05","priority":2}],
                 "constraints":{"max_overtime":8,"setup_time_matrix":{"%1$d-%2$d":30,"%2$d-%1$d":45},
                   "resource_availability":[{"resource_id":%5$d,"available_hours":40}]},
                 "optimization_objectives":{"minimize_makespan":0.5,"maximize_utilization":0.3,"minimize_setup_time":0.2}}""".formatted(red.id(), black.id(), reds, blacks, lineA.id()));
    }
}
