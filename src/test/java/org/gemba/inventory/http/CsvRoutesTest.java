package org.gemba.inventory.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gemba.inventory.csv.MouserFile;
import org.gemba.web.Contract;
import org.gemba.web.MultipartBody;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/csv/*` over real HTTP, against the document.
class CsvRoutesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADER = "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,"
            + "Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)\r\n";
    private static final String ORDER = HEADER
            + "C1525,STM32F405RGT6,ST,,LQFP-64,ARM microcontroller,YES,2,1\\1,5.23,10.46\r\n"
            + "C7593,NE555DR,TI,,SOIC-8,Timer IC,YES,20,5\\5,0.1236,2.47\r\n"
            + "C22775,0603WAF1000T5E,UNI,,0603,Thick Film Resistor,YES,200,1\\1,0.0009,0.18\r\n";

    @TempDir
    static Path folder;

    private static EdgeServer edge;

    @BeforeAll
    static void start() {
        edge = new EdgeServer(folder);
        put("admin", "{\"download_datasheets\":false,\"download_images\":false}");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static Got get(String path, String token) {
        return edge.server.get(path, token);
    }

    private static Got put(String token, String body) {
        return edge.server.put("/csv/config", token, body);
    }

    private static Got post(String path, String token, Object body) {
        return edge.server.post(path, token, JSON.writeValueAsString(body));
    }

    private static JsonNode imported(String content, String order) {
        var got = post(
                "/csv/import",
                "leader_dataconfig",
                Map.of("csv_content", content, "parser_type", "lcsc", "order_info", Map.of("order_number", order)));
        Contract.of("inventory.post_csv_import").assertSuccess(got);
        return got.json();
    }

    @Test
    void theKindsOfFilesAreListed() {
        var got = get("/csv/supported-types", "viewer");
        Contract.of("inventory.get_csv_supported_types").assertSuccess(got);
        assertThat(got.json().path("data").size()).isEqualTo(3);
        var info = get("/csv/parsers/LCSC/info", "viewer");
        Contract.of("inventory.get_csv_parsers_parser_type_info").assertSuccess(info);
        assertThat(info.json().path("data").path("required_columns").toString())
                .isEqualTo("[\"LCSC Part Number\",\"Manufacture Part Number\",\"Description\",\"Order Qty.\"]");
        var unknown = get("/csv/parsers/nobody/info", "viewer");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("status").stringValue()).isEqualTo("error");
    }

    @Test
    void aPreviewTellsWhatTheFileIs() {
        var got = post("/csv/preview", "viewer", Map.of("csv_content", ORDER));
        Contract.of("inventory.post_csv_preview").assertSuccess(got);
        var data = got.json().path("data");
        assertThat(data.path("detected_type").stringValue()).isEqualTo("lcsc");
        assertThat(data.path("total_rows").intValue()).isEqualTo(3);
        assertThat(data.path("preview_rows").size()).isEqualTo(3);
        assertThat(data.path("parsed_preview").size()).isEqualTo(3);
        assertThat(data.path("is_supported").booleanValue()).isTrue();
        assertThat(data.path("preview_rows").get(0).has("Customer NO.")).isFalse();
        var bare = post("/api/csv/preview", "viewer", Map.of("csv_content", ORDER));
        assertThat(bare.json().path("detected_type").stringValue()).isEqualTo("lcsc");
    }

    @ParameterizedTest
    @CsvSource({"'a,b\n1,2'", "''", "'no table at all'"})
    void aFileOfNobodyIsUnsupported(String text) {
        var data = post("/csv/preview", "viewer", Map.of("csv_content", text))
                .json()
                .path("data");
        assertThat(data.path("detected_type").isNull()).isTrue();
        assertThat(data.path("type_info").stringValue()).isEqualTo("Unknown");
        assertThat(data.path("is_supported").booleanValue()).isFalse();
        assertThat(data.path("validation_errors").size()).isEqualTo(1);
    }

    @Test
    void parsingGivesLinesWithTheirRows() {
        var got = post("/csv/parse", "viewer", Map.of("csv_content", ORDER, "parser_type", "lcsc"));
        Contract.of("inventory.post_csv_parse").assertSuccess(got);
        var first = got.json().path("data").path("parts_data").get(0);
        assertThat(first.path("source_row").intValue()).isEqualTo(2);
        assertThat(first.path("part_name").stringValue()).isEqualTo("STM32F405RGT6");
        assertThat(first.path("part_number").stringValue()).isEqualTo("STM32F405RGT6");
        assertThat(first.path("quantity").intValue()).isEqualTo(2);
        assertThat(first.path("unit_price").decimalValue()).isEqualByComparingTo("5.23");
        assertThat(first.path("extended_price").decimalValue()).isEqualByComparingTo("10.46");
        assertThat(first.path("additional_properties").path("package").stringValue())
                .isEqualTo("LQFP-64");
    }

    @Test
    void importingTwiceSaysSoAndUndoingTakesItBack() {
        var order = UUID.randomUUID().toString();
        var first = imported(ORDER, order);
        assertThat(first.path("data").path("success_parts").size()).isEqualTo(3);
        assertThat(first.path("data").path("order_id").isNull()).isFalse();
        var again = imported(ORDER, order);
        assertThat(again.path("data").path("success_parts").size()).isZero();
        assertThat(again.path("message").stringValue())
                .contains("imported already")
                .contains("nothing was changed");
        var id = first.path("data").path("import_id").stringValue();
        assertThat(post("/csv/import/" + id + "/undo", "viewer", Map.of()).status())
                .isEqualTo(403);
        assertThat(post("/csv/import/" + id + "/undo", "leader_dataconfig", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(post("/csv/import/" + id + "/undo", "leader_dataconfig", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(imported(ORDER, order).path("data").path("success_parts").size())
                .isEqualTo(3);
        assertThat(post("/csv/import/" + UUID.randomUUID() + "/undo", "admin", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(post("/csv/import/..%2f..%2fx/undo", "admin", Map.of()).status())
                .isBetween(400, 404);
    }

    @Test
    void progressIsOfTheCallersLastImport() {
        assertThat(get("/csv/import/progress", "poweruser")
                        .json()
                        .path("data")
                        .path("message")
                        .stringValue())
                .isEqualTo("No import in progress");
        var body = Map.of("csv_content", ORDER, "parser_type", "lcsc");
        var got = post("/csv/import/with-progress", "poweruser", body);
        Contract.of("inventory.post_csv_import_with_progress").assertSuccess(got);
        var progress = get("/csv/import/progress", "poweruser");
        Contract.of("inventory.get_csv_import_progress").assertSuccess(progress);
        var data = progress.json().path("data");
        assertThat(data.path("total_parts").intValue()).isEqualTo(3);
        assertThat(data.path("percentage_complete").decimalValue()).isEqualByComparingTo("100");
        assertThat(get("/csv/imports?limit=2", "viewer").json().path("data").size())
                .isBetween(1, 2);
        assertThat(get("/csv/imports?limit=0", "viewer").status()).isEqualTo(422);
    }

    @Test
    void whatCannotBeImportedIsAnAnswer() {
        var unknown = post("/csv/import", "admin", Map.of("csv_content", ORDER, "parser_type", "nobody"));
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().path("data").path("failed_parts").size()).isEqualTo(1);
        var empty = post("/csv/import", "admin", Map.of("csv_content", "", "parser_type", "lcsc"));
        assertThat(empty.json().path("data").path("failed_parts").get(0).stringValue())
                .contains("empty");
        assertThat(post("/csv/import", "admin", Map.of("parser_type", "lcsc")).status())
                .isEqualTo(422);
        var odd = Map.of("csv_content", ORDER, "parser_type", "lcsc", "order_info", "x");
        assertThat(post("/csv/import", "admin", odd).status()).isEqualTo(422);
    }

    @Test
    void namesOfFilesTellOfOrders() {
        var got =
                post("/csv/extract-filename-info", "viewer", Map.of("filename", "LCSC_Exported__20241222_232705.csv"));
        Contract.of("inventory.post_csv_extract_filename_info").assertSuccess(got);
        assertThat(got.json().path("data").path("order_info").toString())
                .isEqualTo("{\"order_date\":\"2024-12-22\",\"order_number\":\"232705\",\"supplier\":\"LCSC\"}");
        var none = post("/csv/extract-filename-info", "viewer", Map.of("filename", "random_file.csv"));
        assertThat(none.json().path("data").path("success").booleanValue()).isFalse();
    }

    @Test
    void theConfigurationGoesBackToItsDefaultsWhereNothingIsSaid() {
        Contract.of("inventory.get_csv_config").assertSuccess(get("/csv/config", "viewer"));
        var got = put(
                "leader_dataconfig",
                "{\"download_datasheets\":false,\"download_images\":false,\"download_timeout_seconds\":300}");
        Contract.of("inventory.put_csv_config").assertSuccess(got);
        assertThat(get("/csv/config", "viewer")
                        .json()
                        .path("data")
                        .path("download_timeout_seconds")
                        .intValue())
                .isEqualTo(300);
        for (var wrong : new String[] {"4", "301", "\"x\"", "30.5"}) {
            assertThat(put("admin", "{\"download_timeout_seconds\":" + wrong + "}")
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(put(
                                "admin",
                                "{\"download_datasheets\":false,\"download_images\":false,\"download_timeout_seconds\":5}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,  /csv/supported-types,          viewer,             200
            GET,  /csv/supported-types,          ,                   401
            POST, /csv/import,                   ,                   401
            POST, /csv/import,                   viewer,             403
            POST, /csv/import,                   operator_dataentry, 403
            POST, /csv/import/with-progress,     operator_dataentry, 403
            PUT,  /csv/config,                   operator_dataentry, 403
            POST, /csv/upload/import,            viewer,             403
            GET,  /csv/import,                   viewer,             405
            GET,  /csv/nothing,                  viewer,             404
            """)
    void rolesAreKept(String method, String path, String token, int status) {
        var request = token == null
                ? java.net.http.HttpRequest.newBuilder(edge.server.uri(path))
                : edge.server.request(path, token);
        var body = java.net.http.HttpRequest.BodyPublishers.ofString("{}");
        var got = edge.server.send(
                method.equals("GET")
                        ? request.GET()
                        : request.header("Content-Type", "application/json").method(method, body));
        assertThat(got.status()).as(got.text()).isEqualTo(status);
        if (status != 200) assertThat(got.json().path("status").stringValue()).isEqualTo("error");
    }

    private static Got uploaded(String path, String name, byte[] content) {
        var body = new MultipartBody().file("file", name, "application/octet-stream", content);
        return edge.server.send(body.to(edge.server.request(path, "admin")));
    }

    @Test
    void excelFilesAreUploaded() {
        var preview = uploaded("/csv/upload/preview", "271360826.xls", MouserFile.bytes());
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.json()
                        .path("data")
                        .path("order_info")
                        .path("order_number")
                        .stringValue())
                .isEqualTo("271360826");
        var got = uploaded("/csv/upload/import", "../../271360826.xls", MouserFile.bytes());
        assertThat(got.json().path("data").path("success_parts").size())
                .as(got.text())
                .isEqualTo(3);
        assertThat(uploaded("/csv/upload/import", "271360826.xls", MouserFile.bytes())
                        .json()
                        .path("message")
                        .stringValue())
                .contains("imported already");
    }

    @Test
    void hostileFilesAreRefusedAndTheServerGoesOn() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("x".repeat(20 << 20).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(uploaded("/csv/upload/preview", "bomb.xlsx", out.toByteArray())
                        .status())
                .isBetween(400, 422);
        var line = ("a" + "x".repeat(19 << 20)).getBytes(StandardCharsets.UTF_8);
        assertThat(uploaded("/csv/upload/preview", "line.csv", line).status()).isBetween(400, 422);
        var nul = "LCSC Part Number,\0\n".getBytes(StandardCharsets.UTF_8);
        assertThat(uploaded("/csv/upload/preview", "nul.csv", nul).status()).isBetween(400, 422);
        assertThat(uploaded("/csv/upload/preview", "open.csv", "a,b\n\"never".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isBetween(400, 422);
        assertThat(uploaded("/csv/upload/preview", "empty.csv", new byte[0])
                        .json()
                        .path("data")
                        .path("is_supported")
                        .asBoolean(true))
                .isFalse();
        assertThat(get("/csv/supported-types", "viewer").status()).isEqualTo(200);
    }
}
