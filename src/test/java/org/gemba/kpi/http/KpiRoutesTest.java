package org.gemba.kpi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gemba.kpi.KpiStand;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The written half of the KPI document over real HTTP, against its machine form.
class KpiRoutesTest {
    static final String OPERATOR = "operator_dataentry:BOOT-LINE-A";
    static final String LEADER = "leader_dataconfig:BOOT-LINE-A";
    static final String ADMIN = "admin:";
    static final String ENTRY = """
            {"work_order_id":"%s","shift_date":"2025-12-15","shift_type":"SHIFT_1ST","operation_id":"SEWING",
             "units_produced":100,"units_defective":2,"run_time_hours":8.5,"employees_assigned":10,
             "employees_present":9,"notes":"Material shortage delayed start by 30 min"}""";

    @TempDir
    static Path folder;

    static KpiStand stand;
    static TestServer server;

    @BeforeAll
    static void start() {
        stand = new KpiStand(folder);
        server = stand.server();
        stand.order(KpiStand.BOOT, "WO-1", "0.25");
        stand.order(KpiStand.SOCK, "WO-S", "0.25");
    }

    @AfterAll
    static void stop() {
        server.close();
        stand.close();
    }

    @Test
    void anEntryIsRecordedListedCorrectedAndVerified() {
        var made = server.post("/api/v1/production/entry", OPERATOR, ENTRY.formatted("WO-1"));
        Contract.of("kpi.post_api_v1_production_entry").assertSuccess(made);
        var id = made.json().get("production_entry_id").stringValue();
        assertThat(id).matches("PROD-20251216-03[0-9]{4}-001");
        assertThat(made.json().at("/calculated_metrics/efficiency").decimalValue())
                .isEqualByComparingTo("29.41");
        assertThat(made.json().get("created_by").stringValue()).isEqualTo("USR-002");
        var listed = server.get(
                "/api/v1/production/entries?date_from=2025-12-15&date_to=2025-12-15&shift_type=SHIFT_1ST&work_order_id=WO-1",
                OPERATOR);
        Contract.of("kpi.get_api_v1_production_entries").assertSuccess(listed);
        assertThat(listed.json().get("total").intValue()).isEqualTo(1);
        assertThat(listed.json().at("/results/0/created_by").stringValue()).isEqualTo("operator_dataentry");
        var changed = server.put(
                "/api/v1/production/entry/" + id, LEADER, "{\"units_produced\":105,\"notes\":null,\"version\":1}");
        Contract.of("kpi.put_api_v1_production_entry_entry_id").assertSuccess(changed);
        assertThat(changed.json().get("updated_fields").toString())
                .contains("units_produced", "notes")
                .doesNotContain("version");
        var verified = server.post("/api/v1/production/entry/" + id + "/verify", LEADER, "");
        Contract.of("kpi.post_api_v1_production_entry_entry_id_verify").assertSuccess(verified);
        assertThat(verified.json().get("status").stringValue()).isEqualTo("VERIFIED");
        var one = server.get("/api/v1/production/entry/" + id, OPERATOR).json();
        assertThat(one.get("verified").booleanValue()).isTrue();
        assertThat(one.get("notes").isNull()).isTrue();
        assertThat(server.delete("/api/v1/production/entry/" + id, LEADER).status())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/production/entry/" + id, LEADER).status())
                .isEqualTo(404);
    }

    @Test
    void aRefusedEntryIsToldInTheDocumentsWords() {
        var contract = Contract.of("kpi.post_api_v1_production_entry");
        var body = ENTRY.formatted("WO-1").replace("\"units_defective\":2", "\"units_defective\":150");
        var wrong = server.post("/api/v1/production/entry", OPERATOR, body);
        contract.assertError(wrong, 400, "VALIDATION_ERROR");
        var detail = wrong.json().at("/error/details/0");
        assertThat(detail.get("field").stringValue()).isEqualTo("units_defective");
        assertThat(detail.get("value").intValue()).isEqualTo(150);
        assertThat(detail.get("constraint").stringValue()).isEqualTo("must be <= units_produced (100)");
        contract.assertError(
                server.post("/api/v1/production/entry", OPERATOR, ENTRY.formatted("WO-S")), 404, "NOT_FOUND");
        contract.assertError(
                server.post("/api/v1/production/entry", "viewer:BOOT-LINE-A", ENTRY.formatted("WO-1")),
                403,
                "FORBIDDEN");
        contract.assertError(server.post("/api/v1/production/entry", "nobody", "{}"), 401, "UNAUTHORIZED");
        for (var field : contract.requiredBodyFields()) {
            var without = ENTRY.formatted("WO-1").replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9.]+),?", "");
            var got = server.post("/api/v1/production/entry", OPERATOR, without.replace(",}", "}"));
            contract.assertError(got, 400, "VALIDATION_ERROR");
            assertThat(got.text()).contains("\"field\":\"" + field + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    date_from=2025-12-16&date_to=2025-12-15 | date_to
                    date_from=16.12.2025 | date_from
                    page=0 | page
                    limit=0 | limit
                    limit=501 | limit
                    shift_type=NIGHT | shift_type
                    """)
    void aWrongQuestionIsRefused(String query, String field) {
        var got = server.get("/api/v1/production/entries?" + query, OPERATOR);
        Contract.of("kpi.get_api_v1_production_entries").assertError(got, 400, "VALIDATION_ERROR");
        assertThat(got.text()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void anotherClientIsForbiddenWhetherItExistsOrNot() {
        for (var client : new String[] {"SOCK-FAC-B", "NO-SUCH"}) {
            var got = server.get("/api/v1/production/entries?client_id=" + client, OPERATOR);
            Contract.of("kpi.get_api_v1_production_entries").assertError(got, 403, "FORBIDDEN");
        }
        assertThat(server.get("/api/v1/production/entries?client_id=NO-SUCH", ADMIN)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWorkOrderIsCreatedListedAndMovedOn() {
        var body = """
                {"work_order_id":"2025-12-20-BOOT-DEF456","client_id":"BOOT-LINE-A","style_model":"ROPER-BOOT",
                 "planned_quantity":500,"planned_start_date":"2025-12-20","planned_ship_date":"2025-12-25",
                 "ideal_cycle_time":0.25,"priority_level":"STANDARD","po_number":"PO-2025-12345"}""";
        var contract = Contract.of("kpi.post_api_v1_work_orders");
        contract.assertSuccess(server.post("/api/v1/work-orders", LEADER, body));
        contract.assertError(server.post("/api/v1/work-orders", LEADER, body), 409, "CONFLICT");
        contract.assertError(server.post("/api/v1/work-orders", OPERATOR, body), 403, "FORBIDDEN");
        contract.assertError(
                server.post("/api/v1/work-orders", LEADER, body.replace("BOOT-LINE-A", "SOCK-FAC-B")),
                403,
                "FORBIDDEN");
        contract.assertError(
                server.post("/api/v1/work-orders", LEADER, body.replace("2025-12-25", "2025-12-19")),
                400,
                "VALIDATION_ERROR");
        var list = server.get("/api/v1/work-orders?status=ACTIVE&date_from=2025-12-20&date_to=2025-12-20", OPERATOR);
        Contract.of("kpi.get_api_v1_work_orders").assertSuccess(list);
        assertThat(list.json().get("total").intValue()).isEqualTo(1);
        var path = "/api/v1/work-orders/2025-12-20-BOOT-DEF456";
        var moved = Contract.of("kpi.put_api_v1_work_orders_work_order_id_status");
        moved.assertSuccess(server.put(path + "/status", LEADER, "{\"status\":\"ON_HOLD\"}"));
        moved.assertError(
                server.put(path + "/status", LEADER, "{\"status\":\"COMPLETED\"}"), 422, "UNPROCESSABLE_ENTITY");
        moved.assertError(server.put(path + "/status", LEADER, "{\"status\":\"GONE\"}"), 400, "VALIDATION_ERROR");
        moved.assertSuccess(server.put(path + "/status", LEADER, "{\"status\":\"ACTIVE\"}"));
        moved.assertError(
                server.put("/api/v1/work-orders/WO-S/status", LEADER, "{\"status\":\"ON_HOLD\"}"), 404, "NOT_FOUND");
        assertThat(server.post(
                                path + "/jobs",
                                LEADER,
                                "{\"part_number\":\"SOLE-42\",\"quantity_ordered\":500,\"quantity_completed\":490,\"quantity_scrapped\":10}")
                        .json()
                        .get("job_id")
                        .stringValue())
                .isEqualTo("2025-12-20-BOOT-DEF456-L1");
        assertThat(server.post(path + "/hold", LEADER, "{\"reason\":\"QUALITY_ISSUE\",\"detail\":\"soles come off\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.post(path + "/resume", LEADER, "{}").status()).isEqualTo(200);
        var whole = server.get(path, OPERATOR).json();
        assertThat(whole.get("holds").size()).isEqualTo(2);
        assertThat(whole.get("history").size()).isEqualTo(5);
    }

    @Test
    void theShopFloorTellsDowntimeAttendanceAndInspections() {
        var downtime = """
                {"work_order_id":"WO-1","shift_date":"2025-12-15","shift_type":"SHIFT_1ST",
                 "reason":"MATERIAL_SHORTAGE","minutes":30}""";
        assertThat(server.post("/api/v1/downtime", OPERATOR, downtime).status()).isEqualTo(201);
        assertThat(server.post("/api/v1/downtime", OPERATOR, downtime.replace("30", "0"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/downtime?work_order_id=WO-1", OPERATOR)
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(1);
        var absence = """
                {"client_id":"BOOT-LINE-A","employee_id":"E-17","shift_date":"2025-12-15","shift_type":"SHIFT_1ST",
                 "scheduled_hours":9,"actual_hours":0,"is_absent":true,"absence_type":"VACATION","covered_by":"F-1",
                 "coverage_confirmed":true}""";
        var made = server.post("/api/v1/attendance", OPERATOR, absence);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().get("absence_hours").intValue()).isEqualTo(9);
        assertThat(made.json().get("is_absent").booleanValue()).isTrue();
        assertThat(server.post("/api/v1/attendance", OPERATOR, absence).status())
                .isEqualTo(409);
        assertThat(server.post("/api/v1/attendance", OPERATOR, absence.replace("E-17", "E-18"))
                        .status())
                .isEqualTo(422);
        var inspection = """
                {"work_order_id":"WO-1","shift_date":"2025-12-15","operation_checked":"SEWING",
                 "method":"100_PERCENT_INSPECTION","units_inspected":100,"units_passed":88,"units_defective":5,
                 "total_defects_count":9,"units_rework":4,"units_repair":3,
                 "defects":[{"type":"STITCHING","root_cause":"OPERATOR_ERROR","count":6}]}""";
        var checked = server.post("/api/v1/quality/inspections", OPERATOR, inspection);
        assertThat(checked.status()).as(checked.text()).isEqualTo(201);
        assertThat(server.get("/api/v1/quality/inspections", OPERATOR)
                        .json()
                        .at("/results/0/defects/0/count")
                        .intValue())
                .isEqualTo(6);
        assertThat(server.post("/api/v1/quality/inspections", OPERATOR, inspection.replace("100_PERCENT", "HALF"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void standardsAreLaidDownByLeaders() {
        var target = "{\"client_id\":\"BOOT-LINE-A\",\"kpi\":\"efficiency\",\"target\":85}";
        assertThat(server.put("/api/v1/targets", OPERATOR, target).status()).isEqualTo(403);
        assertThat(server.put("/api/v1/targets", LEADER, target).status()).isEqualTo(200);
        assertThat(server.put("/api/v1/targets", LEADER, target.replace("efficiency", "beauty"))
                        .status())
                .isEqualTo(400);
        assertThat(server.put("/api/v1/targets", LEADER, target.replace("85", "201"))
                        .status())
                .isEqualTo(400);
        var targets = server.get("/api/v1/targets", OPERATOR).json();
        assertThat(targets.get("total").intValue()).isEqualTo(11);
        assertThat(targets.toString())
                .contains("{\"client_id\":\"BOOT-LINE-A\",\"kpi\":\"efficiency\",\"target\":85,\"is_default\":false}");
        var standard = "{\"client_id\":\"BOOT-LINE-A\",\"style_model\":\"OX-2\",\"ideal_cycle_time\":0.00278}";
        assertThat(server.put("/api/v1/standards/cycle-times", LEADER, standard).status())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/standards/cycle-times", OPERATOR).text()).contains("0.00278");
        assertThat(server.put(
                                "/api/v1/parts/SOLE-42/opportunities",
                                LEADER,
                                "{\"client_id\":\"BOOT-LINE-A\",\"opportunities_per_unit\":47}")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/parts/opportunities", OPERATOR).text()).contains("47");
        var shift = """
                {"client_id":"BOOT-LINE-A","shift_type":"SHIFT_2ND","starts_at":"22:00","ends_at":"05:00","hours":6.5,
                 "weekdays":["MONDAY","FRIDAY"]}""";
        var set = server.put("/api/v1/shifts", LEADER, shift);
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(server.put("/api/v1/shifts", LEADER, shift.replace("6.5", "7.5"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void clientsAndTheAuditAreTheAdministrators() {
        var client = "{\"client_id\":\"CAP-LINE-C\",\"name\":\"Caps\",\"timezone\":\"Europe/Berlin\"}";
        assertThat(server.post("/api/v1/clients", LEADER, client).status()).isEqualTo(403);
        assertThat(server.post("/api/v1/clients", ADMIN, client).status()).isEqualTo(201);
        assertThat(server.post("/api/v1/clients", ADMIN, client).status()).isEqualTo(409);
        for (var wrong : new String[] {"AB", "A B C", "ABCDEFGHIJKLMNOPQRSTU"}) {
            assertThat(server.post("/api/v1/clients", ADMIN, client.replace("CAP-LINE-C", wrong))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(server.post("/api/v1/clients", ADMIN, client.replace("Europe/Berlin", "Berlin"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/clients", ADMIN).json().get("total").intValue())
                .isGreaterThanOrEqualTo(3);
        assertThat(server.get("/api/v1/audit", LEADER).status()).isEqualTo(403);
        var audit = server.get("/api/v1/audit?type=kpi_client&record_id=CAP-LINE-C", ADMIN)
                .json();
        assertThat(audit.at("/results/0/action").stringValue()).isEqualTo("create");
    }

    @Test
    void aFileIsCheckedAndEntered() throws Exception {
        var csv = """
                work_order_id,shift_date,shift_type,units_produced,units_defective,run_time_hours,employees_assigned,notes
                WO-1,2025-12-14,SHIFT_1ST,100,2,8.5,10,"=cmd|' /C calc'!A0"
                WO-1,12/15/2025,SHIFT_1ST,-5,0,8.5,10,
                """;
        var got = upload("/api/v1/production/batch", OPERATOR, csv);
        Contract.of("kpi.post_api_v1_production_batch").assertSuccess(got);
        assertThat(got.json().get("valid_rows").intValue()).isEqualTo(1);
        assertThat(got.json().get("errors").toString())
                .contains(
                        "Invalid date format. Expected YYYY-MM-DD, got '12/15/2025'", "Negative value not allowed: -5");
        var id = got.json().get("batch_id").stringValue();
        stand.awaitEnd(KpiStand.operator(KpiStand.BOOT), id);
        var status = server.get(got.json().get("status_url").stringValue(), OPERATOR);
        Contract.of("kpi.get_api_v1_production_batch_batch_id_status").assertSuccess(status);
        assertThat(status.json().get("status").stringValue()).isEqualTo("COMPLETED");
        var errors = server.get("/api/v1/production/batch/" + id + "/errors", OPERATOR);
        assertThat(errors.text()).contains("3,shift_date,12/15/2025,", "3,units_produced,'-5,");
        assertThat(server.get("/api/v1/production/batch/" + id + "/status", "leader_dataconfig:SOCK-FAC-B")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFileThatMustBeConfirmedWaits() throws Exception {
        var csv = """
                work_order_id,shift_date,shift_type,units_produced,run_time_hours,employees_assigned
                WO-1,2025-12-13,SHIFT_2ND,50,7.5,8
                """;
        var got = upload("/api/v1/production/batch?confirm=true", OPERATOR, csv).json();
        assertThat(got.get("status").stringValue()).isEqualTo("VALIDATED");
        var id = got.get("batch_id").stringValue();
        var path = "/api/v1/production/batch/" + id;
        assertThat(server.get(path + "/status", OPERATOR)
                        .json()
                        .at("/progress/processed")
                        .intValue())
                .isZero();
        assertThat(server.post(path + "/confirm", OPERATOR, "").status()).isEqualTo(202);
        var done = stand.awaitEnd(KpiStand.operator(KpiStand.BOOT), id);
        assertThat(done.processed()).isEqualTo(1);
        assertThat(server.post(path + "/confirm", OPERATOR, "").status()).isEqualTo(202);
        assertThat(server.get("/api/v1/production/entries?date_from=2025-12-13&date_to=2025-12-13", OPERATOR)
                        .json()
                        .get("total")
                        .intValue())
                .isEqualTo(1);
    }

    private static Got upload(String path, String token, String csv) {
        return Uploads.csv(server, path, token, csv);
    }
}
