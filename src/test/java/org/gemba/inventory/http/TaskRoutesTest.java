package org.gemba.inventory.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.inventory.InventoryRoom;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.gemba.web.WebSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/tasks/*` and its sockets over the real server and the real engine.
class TaskRoutesTest {
    private static final String LATER = "2099-01-01T00:00:00Z";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static InventoryRoom room;
    private static TestServer server;
    private static HttpClient client;
    private static final LinkedBlockingQueue<TaskRecord> CHANGES = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        room = new InventoryRoom(folder);
        var settings = new WebSettings("127.0.0.1", 0, Set.of(), Set.of(), Set.of(), false, TestServer.ZONE, false);
        server = TestServer.with(
                settings, room.inventory.routes(), room.inventory.sockets(), TaskRoutesTest::caller, Clock.systemUTC());
        client = HttpClient.newHttpClient();
        room.events.on(TaskChanged.class, change -> CHANGES.add(change.task()));
        room.tasks.start();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        room.close();
    }

    /// Ids as the document has them.
    private static Caller caller(String token, ApiFamily family) {
        var known = TestServer.caller(token, family);
        return new Caller(
                user(token),
                known.username(),
                known.role(),
                known.permissions(),
                known.families(),
                known.clientIds(),
                null);
    }

    private static String user(String token) {
        return UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @BeforeEach
    void empty() {
        room.tasks.resume();
        room.database.write(handle -> handle.execute("delete from task where state <> 'RUNNING'"));
        CHANGES.clear();
    }

    private static Contract contract(String id) {
        return Contract.of("inventory." + id);
    }

    private static Got create(String type, String more) {
        return server.post(
                "/tasks/",
                "admin",
                "{\"task_type\":\"" + type + "\",\"name\":\"N\",\"scheduled_at\":\"" + LATER + "\"" + more + "}");
    }

    private static String id(Got got) {
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json().at("/data/id").stringValue();
    }

    private static TaskRecord await(String id, TaskRecord.State state) throws InterruptedException {
        while (true) {
            var change = CHANGES.poll(20, TimeUnit.SECONDS);
            assertThat(change).as("waited for %s", state).isNotNull();
            if (change.id().toString().equals(id) && change.state() == state) return change;
        }
    }

    @Test
    void aTaskIsCreatedShownChangedAndCancelled() {
        var part = room.part("For tasks " + UUID.randomUUID(), 1, "LCSC");
        var created = create(
                "PART_ENRICHMENT",
                ",\"priority\":\"high\",\"input_data\":{\"part_id\":\"" + part.id()
                        + "\"},\"max_retries\":2,\"timeout_seconds\":60,\"related_entity_type\":\"part\","
                        + "\"related_entity_id\":\"" + part.id() + "\"");
        contract("post_tasks").assertSuccess(created);
        var data = created.json().get("data");
        assertThat(data.propertyNames()).hasSize(23);
        assertThat(data.get("status").stringValue()).isEqualTo("PENDING");
        assertThat(data.get("priority").stringValue()).isEqualTo("HIGH");
        assertThat(data.at("/input_data/part_id").stringValue())
                .isEqualTo(part.id().toString());
        assertThat(data.get("created_by_user_id").stringValue()).isEqualTo(user("admin"));
        var id = id(created);
        contract("get_tasks_task_id").assertSuccess(server.get("/tasks/" + id, "admin"));
        contract("get_tasks_task_id").assertSuccess(server.get("/api/tasks/" + id, "admin"));
        contract("get_tasks_task_id").assertError(server.get("/tasks/none", "admin"), 404, "");
        assertThat(server.get("/tasks/" + id, "operator_dataentry").status()).isEqualTo(404);
        var update = contract("put_tasks_task_id");
        update.assertSuccess(
                server.put("/tasks/" + id, "admin", "{\"progress_percentage\":40,\"current_step\":\"Half\"}"));
        assertThat(server.put("/tasks/" + id, "admin", "{\"progress_percentage\":150}")
                        .status())
                .isEqualTo(422);
        update.assertError(server.put("/tasks/" + id, "operator_dataentry", "{}"), 403, "");
        var cancel = contract("post_tasks_task_id_cancel");
        cancel.assertSuccess(server.post("/tasks/" + id + "/cancel", "admin", ""));
        cancel.assertError(server.post("/tasks/" + id + "/cancel", "admin", ""), 409, "");
        cancel.assertError(server.post("/tasks/none/cancel", "admin", ""), 404, "");
        update.assertError(server.put("/tasks/" + id, "admin", "{\"status\":\"COMPLETED\"}"), 409, "");
        contract("post_tasks_task_id_retry").assertError(server.post("/tasks/" + id + "/retry", "admin", ""), 409, "");
    }

    @Test
    void aWaitingTaskMayBeSaidToBeDone() {
        var id = id(create("PART_VALIDATION", ""));
        var done = server.put(
                "/tasks/" + id,
                "admin",
                "{\"status\":\"COMPLETED\",\"progress_percentage\":100,\"current_step\":\"Finished\","
                        + "\"result_data\":{\"a\":1}}");
        contract("put_tasks_task_id").assertSuccess(done);
        assertThat(done.json().at("/data/result_data/a").intValue()).isEqualTo(1);
        assertThat(done.json().at("/data/completed_at").isNull()).isFalse();
    }

    @Test
    void listsAreFilteredOrderedAndCounted() {
        create("PART_VALIDATION", ",\"priority\":\"LOW\"");
        create("PART_VALIDATION", ",\"priority\":\"URGENT\"");
        create("REPORT_GENERATION", "");
        var list = server.get("/tasks/?limit=1&order_by=priority", "admin");
        contract("get_tasks").assertSuccess(list);
        assertThat(list.json().at("/data/0/priority").stringValue()).isEqualTo("URGENT");
        assertThat(list.json().get("total").intValue()).isEqualTo(3);
        assertThat(total("status=pending&status=RUNNING")).isEqualTo(3);
        assertThat(total("status=failed")).isZero();
        assertThat(total("task_type=part_validation")).isEqualTo(2);
        assertThat(total("task_type=FILE_DOWNLOAD")).isZero();
        assertThat(total("priority=low&priority=normal")).isEqualTo(2);
        assertThat(total("created_by_user_id=" + user("poweruser"))).isZero();
        for (var wrong : List.of("order_by=name;drop", "status=odd", "limit=0", "limit=1001", "priority=x")) {
            assertThat(server.get("/tasks/?" + wrong, "admin").status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        contract("get_tasks_my").assertSuccess(server.get("/tasks/my", "admin"));
        assertThat(server.get("/tasks/my", "poweruser").json().get("data").size())
                .isZero();
        assertThat(server.get("/tasks/", "operator_dataentry")
                        .json()
                        .get("data")
                        .size())
                .isZero();
        contract("get_tasks").assertError(server.get("/tasks/"), 401, "");
        assertThat(server.get("/tasks/", "viewer").status()).isEqualTo(403);
    }

    private static int total(String query) {
        return server.get("/tasks/?" + query, "admin").json().get("total").intValue();
    }

    @Test
    void theWorkIsDoneAndItsResultKept() throws InterruptedException {
        room.part("Valid " + UUID.randomUUID(), 1, null);
        for (var type : List.of("database_cleanup", "part_validation", "report_generation", "backup_creation")) {
            var id = id(server.post("/tasks/", "admin", "{\"task_type\":\"" + type + "\",\"name\":\"x\"}"));
            await(id, TaskRecord.State.COMPLETED);
            var task = server.get("/tasks/" + id, "admin").json().get("data");
            assertThat(task.get("status").stringValue()).isEqualTo("COMPLETED");
            assertThat(task.get("progress_percentage").intValue()).isEqualTo(100);
            assertThat(task.get("result_data").isEmpty()).as(type).isFalse();
        }
        assertThat(folder.resolve("backups")).isDirectoryContaining("glob:**.zip");
    }

    @Test
    void aFailedTaskIsRetriedAsOftenAsItMay() throws InterruptedException {
        var part = room.part("Nobody's " + UUID.randomUUID(), 1, null);
        var id = id(server.post(
                "/tasks/",
                "admin",
                "{\"task_type\":\"part_enrichment\",\"name\":\"x\",\"max_retries\":1,\"input_data\":{\"part_id\":\""
                        + part.id() + "\"}}"));
        assertThat(await(id, TaskRecord.State.FAILED).error()).contains("no known supplier");
        contract("post_tasks_task_id_retry").assertSuccess(server.post("/tasks/" + id + "/retry", "admin", ""));
        await(id, TaskRecord.State.FAILED);
        var again = server.post("/tasks/" + id + "/retry", "admin", "");
        contract("post_tasks_task_id_retry").assertError(again, 409, "");
        assertThat(server.get("/tasks/" + id, "admin")
                        .json()
                        .at("/data/retry_count")
                        .intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            poweruser|part_enrichment|{"part_ids":["a","b"]}|Too many parts requested (2), maximum allowed: 1
            poweruser|bulk_enrichment|{"part_ids":["a"],"batch_size":11}|Batch size too large (11), maximum allowed: 10
            poweruser|part_enrichment|{"part_id":"a","capabilities":[1,2,3,4,5,6]}|Too many capabilities requested (6), maximum allowed: 5
            poweruser|database_cleanup|{}|Missing required permissions: admin, database:cleanup, tasks:admin
            admin|inventory_audit|{}|Missing required permissions: system, inventory:audit
            admin|file_download|{}|No security policy allows tasks of the type file_download
            admin|data_sync|{}|No security policy allows tasks of the type data_sync""")
    void thePolicySaysWhyNot(String role, String type, String input, String why) {
        var body = "{\"task_type\":\"" + type + "\",\"name\":\"x\",\"input_data\":" + input + "}";
        var refused = server.post("/tasks/", role, body);
        contract("post_tasks").assertError(refused, 403, "");
        assertThat(refused.json().get("message").stringValue()).isEqualTo("Task creation denied: " + why);
        var validated = server.post("/tasks/security/validate", role, body);
        contract("post_tasks_security_validate").assertSuccess(validated);
        assertThat(validated.json().at("/data/allowed").booleanValue()).isFalse();
        assertThat(validated.json().at("/data/error_message").stringValue()).isEqualTo(why);
    }

    @Test
    void onlySoManyAtOnceAndSoManyAnHour() {
        var body = "{\"task_type\":\"price_update\",\"name\":\"x\",\"scheduled_at\":\"" + LATER
                + "\",\"input_data\":{\"part_ids\":[]}}";
        var first = id(server.post("/tasks/", "poweruser", body));
        assertThat(server.post("/tasks/", "poweruser", body)
                        .json()
                        .get("message")
                        .stringValue())
                .endsWith("Too many concurrent price_update tasks (1/1)");
        server.post("/tasks/" + first + "/cancel", "poweruser", "");
        for (int i = 1; i < 5; i++) {
            server.post("/tasks/" + id(server.post("/tasks/", "poweruser", body)) + "/cancel", "poweruser", "");
        }
        assertThat(server.post("/tasks/", "poweruser", body)
                        .json()
                        .get("message")
                        .stringValue())
                .endsWith("Hourly limit of price_update tasks is reached (5/5)");
        var limits = server.get("/tasks/security/limits", "poweruser");
        contract("get_tasks_security_limits").assertSuccess(limits);
        var usage = limits.json().at("/data/current_usage/price_update");
        assertThat(usage.get("hourly_usage").intValue()).isEqualTo(5);
        assertThat(usage.get("daily_limit").intValue()).isEqualTo(20);
    }

    @Test
    void quickTasksObeyThePolicyAndKeepTheStandardLimits() {
        room.tasks.pause();
        var part = room.part("Quick " + UUID.randomUUID(), 1, "LCSC");
        var one = "{\"part_id\":\"" + part.id() + "\",\"supplier\":\"LCSC\",\"max_retries\":99,"
                + "\"timeout_seconds\":9999,\"capabilities\":[\"fetch_datasheet\"]}";
        for (var type : List.of("part_enrichment", "datasheet_fetch", "image_fetch")) {
            var got = server.post("/tasks/quick/" + type, "admin", one);
            contract("post_tasks_quick_" + type).assertSuccess(got);
            assertThat(got.json().at("/data/max_retries").intValue()).isEqualTo(3);
            assertThat(got.json().at("/data/timeout_seconds").intValue()).isEqualTo(300);
            assertThat(got.json().at("/data/name").stringValue()).endsWith(" - " + part.id());
        }
        var many = "{\"part_ids\":[\"" + part.id() + "\"]}";
        for (var type : List.of("bulk_enrichment", "csv_enrichment", "price_update")) {
            contract("post_tasks_quick_" + type).assertSuccess(server.post("/tasks/quick/" + type, "admin", many));
        }
        assertThat(server.post("/tasks/quick/part_enrichment", "admin", "{}").status())
                .isEqualTo(422);
        contract("post_tasks_quick_bulk_enrichment")
                .assertError(server.post("/tasks/quick/bulk_enrichment", "operator_dataentry", many), 403, "");
        assertThat(server.post("/tasks/quick/database_cleanup", "poweruser", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatTheCallerMayIsTold() {
        contract("get_tasks_types_available").assertSuccess(server.get("/tasks/types/available", "operator_dataentry"));
        var statistics = server.get("/tasks/stats/summary", "admin");
        contract("get_tasks_stats_summary").assertSuccess(statistics);
        assertThat(statistics.json().at("/data/by_status/PENDING").isIntegralNumber())
                .isTrue();
        var rights = server.get("/tasks/security/permissions", "poweruser");
        contract("get_tasks_security_permissions").assertSuccess(rights);
        assertThat(rights.text()).contains("BULK_ENRICHMENT");
        assertThat(rights.json().at("/data/allowed_task_types").toString()).doesNotContain("DATABASE_CLEANUP");
        contract("get_tasks_capabilities_suppliers")
                .assertSuccess(server.get("/tasks/capabilities/suppliers", "admin"));
        contract("get_tasks_capabilities_suppliers_supplier_name")
                .assertSuccess(server.get("/tasks/capabilities/suppliers/lcsc", "admin"));
        contract("get_tasks_capabilities_suppliers_supplier_name")
                .assertError(server.get("/tasks/capabilities/suppliers/nobody", "admin"), 404, "");
        var found = server.get("/tasks/capabilities/find/fetch_image", "admin");
        contract("get_tasks_capabilities_find_capability_type").assertSuccess(found);
        assertThat(found.json().at("/data/suppliers").toString()).contains("Mouser", "DigiKey");
        assertThat(server.get("/tasks/capabilities/find/fly", "admin").status()).isEqualTo(422);
    }

    @Test
    void administratorsStopAndStartTheWorker() {
        contract("get_tasks_worker_status").assertSuccess(server.get("/tasks/worker/status", "operator_dataentry"));
        var stop = contract("post_tasks_worker_stop");
        stop.assertError(server.post("/tasks/worker/stop", "poweruser", ""), 403, "");
        stop.assertSuccess(server.post("/tasks/worker/stop", "admin", ""));
        assertThat(server.get("/tasks/worker/status", "admin")
                        .json()
                        .at("/data/is_running")
                        .booleanValue())
                .isFalse();
        assertThat(server.post("/tasks/worker/stop", "admin", "")
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("info");
        contract("post_tasks_worker_start").assertSuccess(server.post("/tasks/worker/start", "admin", ""));
        assertThat(server.post("/tasks/worker/start", "admin", "")
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("info");
    }

    /// Keeps what it hears.
    private static final class Heard implements WebSocket.Listener {
        private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        JsonNode next(String type) throws InterruptedException {
            while (true) {
                var message = messages.poll(10, TimeUnit.SECONDS);
                assertThat(message).as("waited for %s", type).isNotNull();
                if (message.get("type").stringValue().equals(type)) return message;
            }
        }
    }

    private static WebSocket connect(String path, Heard heard) {
        return client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + path), heard)
                .join();
    }

    @Test
    void aTasksSocketHearsOfTasksAndAnswersAsDocumented() throws InterruptedException {
        var heard = new Heard();
        var socket = connect("/ws/tasks?token=admin", heard);
        assertThat(heard.next("connection").get("connection_type").stringValue())
                .isEqualTo("tasks");
        socket.sendText("{\"type\":\"ping\",\"timestamp\":\"t1\"}", true).join();
        assertThat(heard.next("pong").get("timestamp").stringValue()).isEqualTo("t1");
        socket.sendText("{\"type\":\"get_connection_info\"}", true).join();
        assertThat(heard.next("connection_info").at("/data/by_type/tasks").intValue())
                .isPositive();
        socket.sendText("no json", true).join();
        assertThat(heard.next("error").get("message").stringValue()).isEqualTo("Invalid JSON format");

        var other = id(create("REPORT_GENERATION", ""));
        assertThat(heard.next("task_update").at("/data/id").stringValue()).isEqualTo(other);
        assertThat(heard.next("task_log").at("/data/task_id").stringValue()).isEqualTo(other);
        var wanted = id(create("PART_VALIDATION", ""));
        socket.sendText("{\"type\":\"subscribe_task\",\"task_id\":\"" + wanted + "\"}", true)
                .join();
        assertThat(heard.next("task_subscription").get("status").stringValue()).isEqualTo("subscribed");
        heard.messages.clear();
        server.post("/tasks/" + other + "/cancel", "admin", "");
        server.post("/tasks/" + wanted + "/cancel", "admin", "");
        var update = heard.next("task_update");
        assertThat(update.at("/data/id").stringValue()).isEqualTo(wanted);
        assertThat(update.at("/data/status").stringValue()).isEqualTo("CANCELLED");
        socket.sendText("{\"type\":\"unsubscribe_task\",\"task_id\":\"" + wanted + "\"}", true)
                .join();
        assertThat(heard.next("task_unsubscription").get("status").stringValue())
                .isEqualTo("unsubscribed");
        socket.abort();
    }

    @Test
    void anAdministratorAsksForStatisticsAndTellsEverybody() throws InterruptedException {
        var listener = new Heard();
        var listening = connect("/ws/tasks?token=operator_dataentry", listener);
        var heard = new Heard();
        var admin = connect("/ws/admin?token=admin", heard);
        assertThat(heard.next("connection").get("connection_type").stringValue())
                .isEqualTo("admin");
        admin.sendText("{\"type\":\"get_system_stats\"}", true).join();
        assertThat(heard.next("system_stats").at("/data/user_id").stringValue()).isEqualTo(user("admin"));
        admin.sendText("{\"type\":\"broadcast_notification\",\"notification\":{\"message\":\"Tea\"}}", true)
                .join();
        assertThat(listener.next("system_notification").at("/data/message").stringValue())
                .isEqualTo("Tea");
        create("REPORT_GENERATION", "");
        admin.sendText("{\"type\":\"broadcast_notification\",\"notification\":{\"message\":\"Over\"}}", true)
                .join();
        listener.next("system_notification");
        assertThat(listener.messages).isEmpty();
        admin.abort();
        listening.abort();
    }

    @ParameterizedTest
    @CsvSource({
        "/ws/tasks, 401",
        "/ws/tasks?token=nobody, 401",
        "/ws/admin?token=poweruser, 403",
        "/ws/admin, 401",
        "/ws/tasks?token=viewer, 403"
    })
    void strangersGetNoSocket(String path, int status) {
        assertThatThrownBy(() -> connect(path, new Heard()))
                .isInstanceOfSatisfying(
                        CompletionException.class,
                        e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                        .getResponse()
                                        .statusCode())
                                .isEqualTo(status));
    }
}
