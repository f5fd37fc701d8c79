package org.gemba.kpi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.InspectionMethod;
import org.gemba.kpi.KpiStand;
import org.gemba.kpi.NewAttendance;
import org.gemba.kpi.NewDowntime;
import org.gemba.kpi.NewEntry;
import org.gemba.kpi.NewInspection;
import org.gemba.kpi.NewJob;
import org.gemba.kpi.ShiftType;
import org.gemba.web.Route;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.gemba.web.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Tries every KPI route, as many as there are, with what belongs to another client: the answer is the one that what
/// does not exist gets, and no answer tells anything of the other client.
class TenancyTest {
    /// Of the other client only, so that a leak is seen.
    private static final String SECRET = "SECRET-BOOT";

    private static final String LEADER = "leader_dataconfig:SOCK-FAC-B";
    private static final String POWERLESS = "leader_dataconfig:";

    @TempDir
    static Path folder;

    static KpiStand stand;
    static TestServer server;
    static Map<String, String> foreign;
    static Map<String, String> unknown;

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        server = stand.server();
        var boot = KpiStand.leader(KpiStand.BOOT);
        var day = KpiStand.BOOT_TODAY;
        stand.order(KpiStand.BOOT, SECRET, "0.25");
        stand.order(KpiStand.SOCK, "WO-S", null);
        stand.feature.workOrders().putJob(boot, SECRET, null, new NewJob(null, SECRET, 500, null, null));
        var asked = new NewEntry(
                SECRET, null, null, day, ShiftType.SHIFT_1ST, SECRET, 771, 3, BigDecimal.TEN, 10, 9, null, 0, SECRET);
        var entry = stand.feature.entries().record(boot, asked, EntryMethod.API);
        stand.feature
                .shopFloor()
                .addDowntime(
                        boot,
                        new NewDowntime(SECRET, null, day, ShiftType.SHIFT_1ST, DowntimeReason.OTHER, 30, SECRET));
        stand.feature
                .shopFloor()
                .addAttendance(
                        boot,
                        new NewAttendance(
                                null,
                                SECRET,
                                day,
                                ShiftType.SHIFT_1ST,
                                BigDecimal.valueOf(9),
                                BigDecimal.valueOf(9),
                                false,
                                null,
                                null,
                                null,
                                null));
        stand.feature
                .shopFloor()
                .addInspection(
                        boot,
                        new NewInspection(
                                SECRET, null, day, SECRET, InspectionMethod.VISUAL, 10, 9, 1, 1, 0, 0, List.of()));
        stand.feature.standards().putCycleTime(boot, null, SECRET, BigDecimal.ONE);
        stand.feature.standards().putOpportunities(boot, null, SECRET, 47);
        var batch = stand.feature
                .batches()
                .upload(
                        boot,
                        SECRET + ".csv",
                        ("work_order_id,shift_date,shift_type,units_produced,run_time_hours,employees_assigned\n"
                                        + SECRET + ",2025-12-15,SHIFT_1ST,1,1,1\n")
                                .getBytes(StandardCharsets.UTF_8),
                        true);
        foreign = Map.of(
                "work_order_id",
                SECRET,
                "entry_id",
                entry.entry().entryId().toString(),
                "batch_id",
                batch.batch().batchId(),
                "client_id",
                KpiStand.BOOT);
        unknown = Map.of(
                "work_order_id", "UNKNOWN-ONE",
                "entry_id", "PROD-20200101-000000-001",
                "batch_id", "BATCH-20200101-000000",
                "client_id", "NO-CLIENT");
    }

    @AfterAll
    static void stop() {
        server.close();
        stand.close();
    }

    @TestFactory
    Stream<DynamicTest> noRouteTellsAnythingOfAnotherClient() {
        return routes().map(route -> DynamicTest.dynamicTest(name(route), () -> {
            for (var token : List.of(LEADER, POWERLESS)) {
                var got = send(route, token, Map.of(), "");
                assertNoLeak(got);
                assertNoLeak(send(route, token, Map.of(), "?client_id=" + KpiStand.SOCK));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsForeignIsAnsweredAsWhatIsUnknown() {
        return routes().map(route -> DynamicTest.dynamicTest(name(route), () -> {
            for (var field : foreign.keySet()) {
                boolean names = names(route).contains(field);
                boolean makes = name(route).equals("POST /api/v1/work-orders") && field.equals("work_order_id");
                if (!names || makes) continue;
                var theirs = ask(route, field, foreign.get(field));
                var nobodys = ask(route, field, unknown.get(field));
                assertThat(theirs.status()).as(theirs.text()).isEqualTo(nobodys.status());
                assertThat(plain(theirs, foreign.get(field))).isEqualTo(plain(nobodys, unknown.get(field)));
                if (isList(route)) assertThat(theirs.status()).isIn(200, 403, 404);
                else assertThat(theirs.status()).as(theirs.text()).isIn(400, 403, 404, 422);
            }
        }));
    }

    /// Making an order tells nothing about the orders of others: a number is taken within its client only.
    @Test
    void aNumberThatAnotherClientHasIsFree() {
        stand.order(KpiStand.BOOT, "TWIN", null);
        var body = "{\"work_order_id\":\"TWIN\",\"style_model\":\"X-1\",\"planned_quantity\":1}";
        assertThat(server.post("/api/v1/work-orders", LEADER, body).status()).isEqualTo(201);
        assertThat(server.post("/api/v1/work-orders", LEADER, body).status()).isEqualTo(409);
        var both = server.get("/api/v1/work-orders/TWIN", "poweruser:");
        assertThat(both.status()).isEqualTo(409);
        assertThat(server.get("/api/v1/work-orders/TWIN?client_id=BOOT-LINE-A", "poweruser:")
                        .status())
                .isEqualTo(200);
    }

    private static boolean isList(Route route) {
        return route.method().equals("GET") && !route.path().contains("{");
    }

    private static Stream<Route> routes() {
        return stand.routes().stream().filter(route -> route.path().startsWith("/api/v1/"));
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    /// Every name by which the route takes something: path, query, body.
    private static List<String> names(Route route) {
        var names = route.parameters().stream().map(Route.Parameter::name).collect(Collectors.toList());
        if (route.body().type() != null && route.body().type().isRecord()) {
            Arrays.stream(route.body().type().getRecordComponents())
                    .map(TenancyTest::name)
                    .forEach(names::add);
        }
        return names;
    }

    private static Got ask(Route route, String field, String value) {
        boolean inQuery = route.parameters().stream()
                .anyMatch(parameter ->
                        parameter.name().equals(field) && parameter.in().equals("query"));
        return send(route, LEADER, Map.of(field, value), inQuery ? "?" + field + "=" + value : "");
    }

    private static Got send(Route route, String token, Map<String, String> values, String query) {
        var path = route.path();
        for (var parameter : route.parameters()) {
            if (!parameter.in().equals("path")) continue;
            var value = values.getOrDefault(parameter.name(), own(parameter.name()));
            path = path.replace("{" + parameter.name() + "}", value);
        }
        var full = required(route, query, path);
        return switch (route.method()) {
            case "GET" -> server.get(full, token);
            case "DELETE" -> server.delete(full, token);
            case "PUT" -> server.put(full, token, body(route, values));
            default ->
                route.body().content() == Route.Content.MULTIPART
                        ? Uploads.csv(server, full, token, csv())
                        : server.post(full, token, body(route, values));
        };
    }

    private static String required(Route route, String query, String path) {
        var full = new StringBuilder(path).append(query);
        for (var parameter : route.parameters()) {
            boolean wanted = parameter.required() || parameter.name().startsWith("date");
            if (!parameter.in().equals("query") || !wanted || query.contains(parameter.name() + "=")) continue;
            full.append(full.indexOf("?") < 0 ? '?' : '&')
                    .append(parameter.name())
                    .append('=')
                    .append(own(parameter.name()));
        }
        return full.toString();
    }

    private static String csv() {
        return "work_order_id,shift_date,shift_type,units_produced,run_time_hours,employees_assigned\n" + SECRET
                + ",2025-12-15,SHIFT_1ST,1,1,1\n";
    }

    /// Something lawful of the caller's own.
    private static String own(String name) {
        if (name.startsWith("date")) return name.equals("date_from") ? "2025-12-01" : "2025-12-15";
        return switch (name) {
            case "work_order_id" -> "WO-S";
            case "client_id" -> KpiStand.SOCK;
            case "part_number" -> "PART-9";
            default -> unknownOr(name);
        };
    }

    private static String unknownOr(String name) {
        var value = unknown.get(name);
        return value == null ? "1" : value;
    }

    private static String body(Route route, Map<String, String> values) {
        var type = route.body().type();
        return type == null || !type.isRecord() ? "{}" : record(type, values);
    }

    private static String record(Class<?> type, Map<String, String> values) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> values.containsKey(name(component))
                        || !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(component -> "\"" + name(component) + "\":" + value(component, values))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String name(RecordComponent component) {
        var annotation = component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
        return annotation != null ? annotation.value() : Json.name(org.gemba.access.ApiFamily.KPI, component.getName());
    }

    private static String value(RecordComponent component, Map<String, String> values) {
        var name = name(component);
        var given = values.get(name);
        var type = component.getType();
        if (List.class.isAssignableFrom(type)) return list(component);
        if (type == String.class) return "\"" + (given == null ? text(name) : given) + "\"";
        if (type == LocalDate.class) return "\"" + (name.equals("date_to") ? "2025-12-15" : "2025-12-14") + "\"";
        if (type == LocalTime.class) return name.startsWith("ends") ? "\"16:00\"" : "\"08:00\"";
        if (type == Instant.class) return "\"2025-12-15T00:00:00Z\"";
        if (type == boolean.class || type == Boolean.class) return "false";
        if (type.isEnum()) return "\"" + ((Enum<?>) type.getEnumConstants()[0]).name() + "\"";
        return name.equals("units_passed") || name.equals("units_defective") ? "0" : "1";
    }

    private static String list(RecordComponent component) {
        var element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (element instanceof Class<?> type && type.isEnum()) {
            return "[\"" + ((Enum<?>) type.getEnumConstants()[0]).name() + "\"]";
        }
        return switch (name(component)) {
            case "recipients" -> "[\"manager@gemba.example\"]";
            case "fields_to_check" -> "[\"ideal_cycle_time\"]";
            default -> "[]";
        };
    }

    private static String text(String name) {
        return switch (name) {
            case "kpi" -> "efficiency";
            case "method" -> "VISUAL";
            case "schedule" -> "06:00 daily";
            case "report_type" -> "daily_production";
            case "timezone" -> "Asia/Shanghai";
            case "client_id", "work_order_id", "part_number" -> own(name);
            default -> "X-1";
        };
    }

    private static void assertNoLeak(Got got) {
        assertThat(got.status()).as(got.text()).isNotEqualTo(500);
        assertThat(got.text().replaceAll("Unknown work order '" + SECRET + "'", "unknown"))
                .doesNotContain(SECRET)
                .doesNotContain(KpiStand.BOOT);
    }

    private static String plain(Got got, String id) {
        return got.text()
                .replace(id, "ID")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "")
                .replaceAll("\"request_id\":\"[^\"]*\"", "")
                .replaceAll("\"calculated_at\":\"[^\"]*\"", "");
    }
}
