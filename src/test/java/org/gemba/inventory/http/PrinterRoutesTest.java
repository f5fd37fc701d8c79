package org.gemba.inventory.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gemba.demo.labels.LabelPrinterSimulator;
import org.gemba.inventory.Part;
import org.gemba.inventory.label.LabelReading;
import org.gemba.web.Contract;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// `/printer/*` over real HTTP, with the simulated printer behind it.
class PrinterRoutesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    @TempDir
    static Path paper;

    private static EdgeServer edge;
    private static LabelPrinterSimulator printer;
    private static Part part;

    @BeforeAll
    static void start() {
        edge = new EdgeServer(folder);
        printer = LabelPrinterSimulator.start(paper);
        part = edge.room.part("不锈钢轴承 6204", 125, "SKF", "Bearings");
        Contract.of("inventory.post_printer_config").assertSuccess(configure("network", "brother_ql"));
    }

    @AfterAll
    static void stop() {
        printer.close();
        edge.close();
    }

    private static Got post(String path, String token, Object body) {
        return edge.server.post(path, token, JSON.writeValueAsString(body));
    }

    private static Got configure(String backend, String driver) {
        return post(
                "/printer/config",
                "admin",
                Map.of(
                        "backend",
                        backend,
                        "driver",
                        driver,
                        "printer_identifier",
                        printer.address(),
                        "dpi",
                        300,
                        "model",
                        "QL-820NWB",
                        "scaling_factor",
                        1.1,
                        "additional_settings",
                        Map.of("cut", true)));
    }

    @ParameterizedTest
    @CsvSource({"print_label, brother_ql", "print_qr, brother_ql", "print_label, zpl", "print_qr, zpl"})
    void labelsComeOutAndCanBeScanned(String route, String driver) {
        configure("network", driver);
        int before = printer.labels().size();
        var got = post(
                "/printer/" + route,
                "operator_dataentry",
                Map.of("part", Map.of("part_name", part.name()), "label_size", "29x90"));
        Contract.of("inventory.post_printer_" + route).assertSuccess(got);
        assertThat(got.json().path("data").path("state").stringValue())
                .as(got.text())
                .isEqualTo("completed");
        assertThat(printer.faults()).isEmpty();
        assertThat(printer.labels()).hasSize(before + 1);
        assertThat(LabelReading.of(printer.labels().getLast().image()))
                .isEqualTo(part.id().toString());
        configure("network", "brother_ql");
    }

    @Test
    void aPartThatNobodyKnowsIsPrintedAsItIsSaid() {
        var got = post(
                "/printer/print_label",
                "operator_dataentry",
                Map.of("part", Map.of("part_number", "X-1", "description", "sample"), "label_size", "62x29"));
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(LabelReading.of(printer.labels().getLast().image())).startsWith("PART:X-1");
    }

    @Test
    void locationsHaveLabelsToo() {
        var location = edge.room.location("A-01", edge.room.location("仓库", null));
        var got = post(
                "/printer/print_label",
                "operator_dataentry",
                Map.of("location_id", location.id().toString()));
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        assertThat(LabelReading.of(printer.labels().getLast().image()))
                .isEqualTo(location.id().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"part":{},"label_size":"29x90"}                         | 422
            {"label_size":"29x90"}                                   | 422
            {"part":"x","label_size":"29x90"}                        | 422
            {"part_name":"x","label_size":"999x1"}                   | 422
            {"part_name":"x","copies":0}                             | 422
            {"part_name":"x","copies":101}                           | 422
            {"part_name":"x","template_id":"nonsense"}               | 404
            {"location_id":"../../etc/passwd"}                       | 404
            """)
    void whatCannotBePrintedIsTold(String body, int status) {
        var got = edge.server.post("/printer/print_label", "operator_dataentry", body);
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        assertThat(got.json().path("status").stringValue()).isEqualTo("error");
    }

    @Test
    void aPrinterThatIsOffIsToldAndTriedAgain() throws Exception {
        printer.switchOff();
        int before = printer.labels().size();
        var got = post("/printer/print_label", "operator_dataentry", Map.of("part_name", part.name()));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("data").path("state").stringValue()).isEqualTo("retry");
        assertThat(got.json().path("message").stringValue())
                .contains("tried again")
                .contains("does not answer");
        printer.switchOn();
        var task = java.util.UUID.fromString(
                got.json().path("data").path("task_id").stringValue());
        var over = new java.util.concurrent.CountDownLatch(1);
        try (var listening = edge.room.events.on(org.gemba.platform.tasks.TaskChanged.class, change -> {
            if (change.task().id().equals(task) && change.task().state().isOver()) over.countDown();
        })) {
            assertThat(over.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
        assertThat(printer.labels()).hasSize(before + 1);
        assertThat(edge.server.get("/printer/queue", "viewer").text()).contains(task.toString());
    }

    @Test
    void labelsBecomeFilesWithoutAPrinter() throws IOException {
        configure("pdf", "brother_ql");
        var got = post("/printer/print_label", "operator_dataentry", Map.of("part_name", part.name(), "copies", 2));
        configure("network", "brother_ql");
        assertThat(got.json().path("message").stringValue()).contains(".pdf");
        try (var files = Files.list(folder.resolve("labels"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aPreviewIsAPicture() throws IOException {
        var got = post("/printer/preview", "operator_dataentry", Map.of("part_name", part.name(), "label_size", "62"));
        var bytes = Base64.getDecoder()
                .decode(got.json().path("data").path("image_base64").stringValue());
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(image.getHeight()).isEqualTo(696);
        assertThat(LabelReading.of(image)).isEqualTo(part.id().toString());
    }

    @Test
    void theConfigurationIsShownAndChecked() {
        var current = edge.server.get("/printer/current_printer", "viewer");
        Contract.of("inventory.get_printer_current_printer").assertSuccess(current);
        var shown = current.json().path("data").path("current_printer");
        assertThat(shown.path("model").stringValue()).isEqualTo("QL-820NWB");
        assertThat(shown.path("scaling_factor").decimalValue()).isEqualByComparingTo("1.1");
        Contract.of("inventory.get_printer_load_config")
                .assertSuccess(edge.server.get("/printer/load_config", "viewer"));
        for (var wrong : List.of(
                Map.of("backend", "smoke"),
                Map.of("driver", "smoke"),
                Map.of("dpi", 99),
                Map.of("dpi", 1201),
                Map.of("model", "QL-1"),
                Map.of("scaling_factor", 2.1),
                Map.of("printer_identifier", "http://host/"),
                Map.of("printer_identifier", "tcp://host:99999"))) {
            var body = new LinkedHashMap<String, Object>(
                    Map.of("backend", "network", "driver", "zpl", "printer_identifier", "tcp://h", "model", "QL-800"));
            if (wrong.containsKey("model")) body.put("driver", "brother_ql");
            body.putAll(wrong);
            assertThat(post("/printer/config", "admin", body).status())
                    .as("%s", wrong)
                    .isEqualTo(422);
        }
        assertThat(edge.server.get("/printer/printers", "viewer").status()).isEqualTo(200);
        assertThat(edge.server
                        .get("/printer/sizes", "viewer")
                        .json()
                        .path("data")
                        .size())
                .isEqualTo(23);
    }

    @Test
    void templatesAreMadeChangedAndDeleted() {
        var body =
                Map.of("name", "Mine", "size", "62x29", "layout", "qr_right", "text", "{part_name}\n{quantity} {unit}");
        var made = post("/printer/templates", "leader_dataconfig", body);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        var id = made.json().path("data").path("id").stringValue();
        assertThat(post("/printer/templates", "leader_dataconfig", body).status())
                .isEqualTo(409);
        assertThat(post("/printer/templates", "operator_dataentry", body).status())
                .isEqualTo(403);
        assertThat(edge.server
                        .put("/printer/templates/" + id, "leader_dataconfig", JSON.writeValueAsString(body))
                        .status())
                .isEqualTo(200);
        var got =
                post("/printer/print_label", "operator_dataentry", Map.of("part_name", part.name(), "template_id", id));
        assertThat(got.json().path("data").path("state").stringValue()).isEqualTo("completed");
        assertThat(edge.server
                        .delete("/printer/templates/" + id, "leader_dataconfig")
                        .status())
                .isEqualTo(200);
        assertThat(edge.server
                        .delete("/printer/templates/" + id, "leader_dataconfig")
                        .status())
                .isEqualTo(404);
        assertThat(edge.server
                        .delete("/printer/templates/00000000-0000-0000-0000-000000000001", "admin")
                        .status())
                .as("built in")
                .isIn(404, 409);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            POST, /printer/config,          poweruser, 403
            POST, /printer/print_label,     viewer,    403
            GET,  /printer/current_printer, viewer,    200
            GET,  /printer/current_printer, '',        401
            POST, /printer/print_qr,        '',        401
            """)
    void rolesAreKept(String method, String path, String token, int status) {
        var request = edge.server.request(path, token);
        var got = edge.server.send(
                method.equals("GET")
                        ? request.GET()
                        : request.header("Content-Type", "application/json")
                                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(got.status()).as(got.text()).isEqualTo(status);
    }
}
