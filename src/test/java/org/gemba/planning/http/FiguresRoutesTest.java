package org.gemba.planning.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gemba.planning.PlanningStand;
import org.gemba.planning.Product;
import org.gemba.planning.SalesService;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Forecasts and stock of the planning document over real HTTP.
class FiguresRoutesTest {
    private static final String MANAGER = "leader_dataconfig";
    private static final LocalDate YESTERDAY = PlanningStand.MONDAY.minusDays(1);

    @TempDir
    private static Path folder;

    private static PlanningStand stand;
    private static TestServer http;
    private static Product red;
    private static Product black;
    private static Product fresh;

    @BeforeAll
    static void start() {
        stand = new PlanningStand(folder);
        http = stand.server();
        red = stand.product("GABA-RED-UK", "Red", "29.99");
        black = stand.product("GABA-BLACK-UK", "Black", "29.99");
        fresh = stand.product("GABA-GOLD-UK", "Gold", "49.99");
        sell(red, "UK_Warehouse", 200, 15);
        sell(red, "Amazon_FBA_UK", 200, 4);
        sell(black, "UK_Warehouse", 200, 8);
        sell(fresh, "UK_Warehouse", 5, 3);
        stand.feature
                .sales()
                .putStock(
                        PlanningStand.manager(),
                        List.of(
                                stock(red, "UK_Warehouse", 800, 100, 1500),
                                stock(red, "Amazon_FBA_UK", 450, 50, 900),
                                stock(black, "UK_Warehouse", 10, 0, 500)));
    }

    private static void sell(Product product, String place, int days, int units) {
        var rows = new ArrayList<SalesService.Told>();
        for (int back = days - 1; back >= 0; back--) {
            var day = YESTERDAY.minusDays(back);
            int wave = day.getDayOfWeek().getValue() + (back * 7919) % 5;
            rows.add(new SalesService.Told(product.sku(), day, BigDecimal.valueOf(units + wave), null, place));
        }
        stand.feature.sales().add(PlanningStand.manager(), rows);
    }

    private static SalesService.ToldStock stock(Product product, String place, int available, int reserved, int most) {
        return new SalesService.ToldStock(
                product.id(),
                place,
                BigDecimal.valueOf(available),
                BigDecimal.valueOf(reserved),
                BigDecimal.valueOf(most));
    }

    @AfterAll
    static void stop() {
        http.close();
        stand.close();
    }

    @Test
    void forecastsAreMadeReadListedAndNotYetScored() throws InterruptedException {
        var started = http.post("/api/forecasts/generate", MANAGER, """
                {"product_ids":[%d,%d],"method":"exp_smoothing","horizon_days":14,"confidence_level":0.95,
                 "parameters":{"alpha":0.3,"beta":0.1,"gamma":0.2,"seasonal_periods":7}}""".formatted(red.id(), black.id()));
        assertThat(started.status()).isEqualTo(202);
        Contract.of("planning.post_api_forecasts_generate").assertSuccess(started);
        var task = end(started, "forecast-");
        var state = http.get("/api/forecasts/tasks/" + task, MANAGER);
        Contract.of("planning.get_api_forecasts_tasks_task_id").assertSuccess(state);
        assertThat(state.json().at("/data/status").stringValue()).isEqualTo("completed");
        assertThat(state.json().at("/data/forecast_ids").size()).isEqualTo(2);
        long id = state.json().at("/data/forecast_id").longValue();
        var one = http.get("/api/forecasts/" + id, MANAGER);
        Contract.of("planning.get_api_forecasts_forecast_id").assertSuccess(one);
        assertThat(one.json().at("/data/predictions").size()).isEqualTo(14);
        assertThat(one.json().at("/data/predictions/0/date").stringValue()).isEqualTo(PlanningStand.MONDAY.toString());
        assertThat(one.json().at("/data/seasonal_components/seasonality").size())
                .isEqualTo(7);
        assertThat(one.json().at("/data/accuracy_metrics/mape").isNumber()).isTrue();
        var list = http.get("/api/forecasts?product_id=" + red.id() + "&method=exp_smoothing", MANAGER);
        Contract.of("planning.get_api_forecasts").assertSuccess(list);
        assertThat(list.json().at("/data/forecasts/0/product_id").longValue()).isEqualTo(red.id());
        var early = http.get("/api/forecasts/accuracy/" + id, MANAGER);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("begins on " + PlanningStand.MONDAY);
    }

    @Test
    void theAutomaticMethodSaysWhyAndWhatItCompared() throws InterruptedException {
        var started = http.post("/api/forecasts/generate", MANAGER, """
                {"product_ids":[%d],"method":"auto","horizon_days":30}""".formatted(red.id()));
        var task = end(started, "forecast-");
        long id = http.get("/api/forecasts/tasks/" + task, MANAGER)
                .json()
                .at("/data/forecast_id")
                .longValue();
        var data = http.get("/api/forecasts/" + id, MANAGER).json().at("/data");
        assertThat(data.at("/choice_reason").stringValue()).isNotBlank();
        assertThat(data.at("/method_comparison").size()).isGreaterThan(3);
        assertThat(data.at("/requested_method").stringValue()).isEqualTo("auto");
        assertThat(data.at("/method").stringValue()).isNotEqualTo("auto");
    }

    @Test
    void aProductWithFiveDaysIsRefusedWithWhatIsThereAndNeeded() {
        var refused = http.post("/api/forecasts/generate", MANAGER, """
                {"product_ids":[%d],"method":"sma","horizon_days":30}""".formatted(fresh.id()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("needs 14 days").contains("has 5");
    }

    @Test
    void amongOthersSuchAProductIsSkippedAndNamed() throws InterruptedException {
        var started = http.post("/api/forecasts/generate", MANAGER, """
                {"product_ids":[%d,%d],"method":"sma","horizon_days":7}""".formatted(fresh.id(), red.id()));
        var task = end(started, "forecast-");
        var state = http.get("/api/forecasts/tasks/" + task, MANAGER).json();
        assertThat(state.at("/data/forecast_ids").size()).isEqualTo(1);
        assertThat(state.at("/data/result").stringValue()).contains("product " + fresh.id() + " has 5 of 14 days");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"product_ids":[],"method":"sma","horizon_days":30} | product_ids
            {"product_ids":[1],"method":"magic","horizon_days":30} | method
            {"product_ids":[1],"method":"sma","horizon_days":0} | horizon_days
            {"product_ids":[1],"method":"sma","horizon_days":366} | horizon_days
            {"product_ids":[1],"method":"sma","horizon_days":30,"confidence_level":1} | confidence_level
            {"product_ids":[1],"method":"sma","horizon_days":30,"parameters":{"alpha":1.01}} | parameters.alpha
            {"product_ids":[1],"method":"sma","horizon_days":30,"parameters":{"seasonal_periods":1}} | parameters.seasonal_periods
            """)
    void aWrongForecastRequestNamesItsField(String body, String field) {
        var refused = http.post("/api/forecasts/generate", MANAGER, body);
        Contract.of("planning.post_api_forecasts_generate").assertError(refused, 400, "VALIDATION_ERROR");
        assertThat(refused.text()).contains("\"" + field + "\"");
    }

    @Test
    void unknownThingsAreNotFoundAndViewersMayNotForecast() {
        var unknown = http.post("/api/forecasts/generate", MANAGER, """
                {"product_ids":[999999],"method":"sma","horizon_days":30}""");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(http.get("/api/forecasts/999999", MANAGER).status()).isEqualTo(404);
        assertThat(http.get("/api/forecasts/abc", MANAGER).status()).isEqualTo(404);
        assertThat(http.get("/api/forecasts/tasks/forecast-" + UUID.randomUUID(), MANAGER)
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/api/stock/optimization/optimization-x", MANAGER).status())
                .isEqualTo(404);
        var forbidden = http.post("/api/forecasts/generate", "viewer", """
                {"product_ids":[1],"method":"sma","horizon_days":30}""");
        assertThat(forbidden.status()).isEqualTo(403);
    }

    @Test
    void stockIsDecidedTogetherWithItsPlaces() throws InterruptedException {
        var started = http.post("/api/stock/optimize", MANAGER, """
                {"product_ids":[%d,%d],"optimization_type":"multi_objective",
                 "constraints":{"max_investment":100000,"service_level":0.95,
                  "warehouse_capacity":{"UK_Warehouse":5000,"EU_Warehouse":3000,"Amazon_FBA_UK":900}},
                 "cost_parameters":{"holding_cost_rate":0.25,"order_cost":50,"stockout_cost":100},
                 "objectives":{"minimize_cost":0.6,"maximize_service_level":0.4}}""".formatted(red.id(), black.id()));
        Contract.of("planning.post_api_stock_optimize").assertSuccess(started);
        var task = end(started, "optimization-");
        var result = http.get("/api/stock/optimization/" + task, MANAGER);
        Contract.of("planning.get_api_stock_optimization_task_id").assertSuccess(result);
        var data = result.json().at("/data");
        assertThat(data.at("/status").stringValue()).isEqualTo("completed");
        assertThat(data.at("/optimization_summary/total_investment").doubleValue())
                .isLessThanOrEqualTo(100_000);
        assertThat(data.at("/optimization_summary/expected_service_level").doubleValue())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(data.at("/optimization_summary/is_proven").booleanValue()).isTrue();
        int placed = 0;
        for (var place : data.at("/location_allocation")) {
            assertThat(place.get("location").stringValue()).isNotEqualTo("EU_Warehouse");
            placed += place.get("total_allocation").intValue();
        }
        int recommended = 0;
        for (var product : data.at("/product_recommendations")) {
            recommended += product.get("recommended_stock").intValue();
        }
        assertThat(placed).isEqualTo(recommended);
    }

    @Test
    void limitsThatCannotBeKeptAreNamed() throws InterruptedException {
        var started = http.post("/api/stock/optimize", MANAGER, """
                {"product_ids":[%d],"optimization_type":"minimize_cost","constraints":{"max_investment":10}}""".formatted(red.id()));
        var task = end(started, "optimization-");
        var data = http.get("/api/stock/optimization/" + task, MANAGER).json().at("/data");
        assertThat(data.at("/status").stringValue()).isEqualTo("infeasible");
        assertThat(data.at("/binding_constraints/0/constraint").stringValue()).isEqualTo("max_investment");
        assertThat(data.at("/binding_constraints/0/needed").doubleValue()).isGreaterThan(10);
    }

    @Test
    void levelsShowWhatIsLow() {
        var levels = http.get("/api/stock/levels", MANAGER);
        Contract.of("planning.get_api_stock_levels").assertSuccess(levels);
        var mine = http.get("/api/stock/levels?product_id=" + red.id(), MANAGER).json();
        var first = mine.at("/data/stock_levels/0");
        assertThat(first.get("total_available").intValue()).isEqualTo(1250);
        assertThat(first.get("total_reserved").intValue()).isEqualTo(150);
        var low = http.get("/api/stock/levels?low_stock=true", MANAGER).json().at("/data/stock_levels");
        assertThat(low.size()).isEqualTo(1);
        assertThat(low.get(0).get("sku").stringValue()).isEqualTo("GABA-BLACK-UK");
        assertThat(low.get(0).at("/alerts/0/type").stringValue()).isIn("low", "critical");
        var one = http.get("/api/stock/levels?location=Amazon_FBA_UK", MANAGER).json();
        assertThat(one.at("/data/stock_levels").size()).isEqualTo(1);
        assertThat(one.at("/data/stock_levels/0/total_available").intValue()).isEqualTo(1250);
    }

    @Test
    void theReorderReportSaysWhatAndWhyInTheReadersLanguage() {
        var body = """
                {"product_ids":[%d,%d],"lead_time_buffer":1.2,"service_level":0.98}""".formatted(red.id(), black.id());
        var report = http.post("/api/stock/reorder-report", MANAGER, body);
        Contract.of("planning.post_api_stock_reorder_report").assertSuccess(report);
        var lines = report.json().at("/data/recommendations");
        assertThat(lines.size()).isEqualTo(1);
        assertThat(lines.get(0).get("product_id").longValue()).isEqualTo(black.id());
        assertThat(lines.get(0).get("priority").stringValue()).isEqualTo("high");
        assertThat(lines.get(0).get("reason").stringValue()).startsWith("Runs out in 0.");
        assertThat(lines.get(0).get("cost_estimate").doubleValue())
                .isEqualTo(15.5 * lines.get(0).get("recommended_order").intValue());
        assertThat(report.json().at("/data/summary/high_priority").intValue()).isEqualTo(1);
        assertThat(http.post("/api/stock/reorder-report", MANAGER, "{\"lead_time_buffer\":0.9}")
                        .status())
                .isEqualTo(400);
    }

    private static String end(Got started, String prefix) throws InterruptedException {
        var name = started.json().at("/data/task_id").stringValue();
        assertThat(name).startsWith(prefix);
        stand.end(UUID.fromString(name.substring(prefix.length())));
        return name;
    }
}
