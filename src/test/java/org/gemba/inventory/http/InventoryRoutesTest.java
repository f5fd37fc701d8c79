package org.gemba.inventory.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.gemba.inventory.InventoryRoom;
import org.gemba.platform.Threads;
import org.gemba.web.Contract;
import org.gemba.web.TestServer;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts, categories, locations and utilities over real HTTP, against the document in machine form.
class InventoryRoutesTest {
    @TempDir
    private static Path folder;

    private static InventoryRoom room;
    private static TestServer server;

    @BeforeAll
    static void start() {
        room = new InventoryRoom(folder);
        server = TestServer.of(room.inventory.routes());
    }

    @AfterAll
    static void stop() {
        server.close();
        room.close();
    }

    @BeforeEach
    void empty() {
        room.inventory.parts().clear(InventoryRoom.ADMIN);
        room.inventory.categories().removeAll(InventoryRoom.ADMIN);
        room.database.write(handle -> handle.execute("delete from inv_location"));
    }

    private static Contract contract(String id) {
        return Contract.of("inventory." + id);
    }

    private static Got add(String json) {
        return server.post("/parts/add_part", "admin", json);
    }

    private static String id(Got got) {
        return got.json().at("/data/id").stringValue();
    }

    private static Got location(String name, String parent) {
        return server.post(
                "/locations/add_location",
                "admin",
                "{\"name\":\"" + name + "\"" + (parent == null ? "" : ",\"parent_id\":\"" + parent + "\"") + "}");
    }

    @Test
    void partsAreAddedFoundChangedAndDeletedAsTheDocumentSays() {
        var shelf = id(location("Shelf", null));
        var added = add("""
                {"part_number":"C1525","part_name":"Capacitor 100n","quantity":10,"description":"0402","supplier":"LCSC",
                 "location_id":"%s","image_url":"https://example.com/c.png","additional_properties":{"package":"0402"},
                 "category_names":["Capacitors","Electronics"],"unknown":1}""".formatted(shelf));
        contract("post_parts_add_part").assertSuccess(added);
        var data = added.json().get("data");
        assertThat(data.at("/location/name").stringValue()).isEqualTo("Shelf");
        assertThat(data.at("/additional_properties/package").stringValue()).isEqualTo("0402");
        assertThat(data.get("categories").size()).isEqualTo(2);

        contract("get_parts_get_part").assertSuccess(server.get("/parts/get_part?part_id=" + id(added), "viewer"));
        contract("get_parts_get_part").assertSuccess(server.get("/parts/get_part?part_number=C1525", "viewer"));
        contract("get_parts_get_part")
                .assertSuccess(server.get("/parts/get_part?part_name=Capacitor%20100n", "viewer"));
        contract("get_parts_get_part").assertError(server.get("/parts/get_part", "viewer"), 400, "");
        contract("get_parts_get_part").assertError(server.get("/parts/get_part?part_id=x", "viewer"), 404, "");
        contract("get_parts_get_part").assertError(server.get("/parts/get_part?part_name=x"), 401, "");

        var list = server.get("/parts/get_all_parts", "viewer");
        contract("get_parts_get_all_parts").assertSuccess(list);
        assertThat(list.json().get("page_size").intValue()).isEqualTo(10);

        var change = contract("put_parts_update_part_part_id");
        var path = "/parts/update_part/" + id(added);
        change.assertSuccess(server.put(path, "admin", "{\"quantity\":7,\"description\":null}"));
        var after = server.get("/parts/get_part?part_id=" + id(added), "viewer")
                .json()
                .get("data");
        assertThat(after.get("quantity").intValue()).isEqualTo(7);
        assertThat(after.get("description").isNull()).isTrue();
        assertThat(after.get("supplier").stringValue()).isEqualTo("LCSC");
        change.assertSuccess(server.put(path, "admin", "{}"));
        change.assertError(server.put("/parts/update_part/none", "admin", "{}"), 404, "");
        change.assertError(server.put(path, "admin", "{\"part_name\":null}"), 422, "");
        change.assertError(server.put(path, "admin", "{\"quantity\":1.5}"), 422, "");
        change.assertError(server.put(path, "viewer", "{}"), 403, "");

        var delete = contract("delete_parts_delete_part");
        delete.assertError(server.delete("/parts/delete_part", "admin"), 400, "");
        delete.assertError(server.delete("/parts/delete_part?part_name=none", "admin"), 404, "");
        delete.assertError(server.delete("/parts/delete_part?part_id=" + id(added), "leader_dataconfig"), 403, "");
        var deleted = server.delete("/parts/delete_part?part_id=" + id(added), "admin");
        delete.assertSuccess(deleted);
        assertThat(id(deleted)).isEqualTo(id(added));
    }

    @Test
    void wrongPartsAreRefusedInTheFamilysForm() {
        var contract = contract("post_parts_add_part");
        contract.assertSuccess(add("{\"part_name\":\"Once\",\"quantity\":null}"));
        var twice = add("{\"part_name\":\"Once\",\"quantity\":1}");
        contract.assertError(twice, 409, "");
        assertThat(twice.json().get("message").stringValue()).contains("already exists");
        var nameless = add("{\"part_number\":\"X\",\"quantity\":1}");
        contract.assertError(nameless, 422, "");
        assertThat(nameless.json().get("message").stringValue()).containsIgnoringCase("part_name is required");
        contract.assertError(add("{"), 400, "");
        assertThat(add("{\"part_name\":\"L\",\"location_id\":\"" + UUID.randomUUID() + "\"}")
                        .status())
                .isEqualTo(404);
        contract.assertSuccess(add("{\"part_name\":\"Nowhere\",\"location_id\":\"\"}"));
        contract.assertError(server.post("/parts/add_part", "operator_dataentry", "{\"part_name\":\"No\"}"), 403, "");
    }

    private static void threeParts() {
        add("{\"part_name\":\"Arduino Uno\",\"quantity\":10,\"supplier\":\"Arduino\","
                + "\"description\":\"Microcontroller board\",\"category_names\":[\"Electronics\"]}");
        add("{\"part_name\":\"Stepper Motor\",\"quantity\":5,\"supplier\":\"Adafruit\","
                + "\"category_names\":[\"Electronics\",\"Mechanical\"]}");
        add("{\"part_name\":\"Screwdriver Set\",\"quantity\":3,\"supplier\":\"ToolCo\","
                + "\"category_names\":[\"Tools\"]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'search_term':'Arduino'}|1|Arduino Uno
            {'category_names':['Electronics']}|2|Arduino Uno
            {'min_quantity':5,'max_quantity':10}|2|Arduino Uno
            {'supplier':'Arduino'}|1|Arduino Uno
            {'supplier':'arduino'}|0|
            {'sort_by':'quantity','sort_order':'desc'}|3|Arduino Uno
            {'sort_by':'part_name'}|3|Arduino Uno
            {'page':2,'page_size':2}|3|Screwdriver Set
            {'search_term':'motor','category_names':['Electronics'],'min_quantity':1,'max_quantity':10}|1|Stepper Motor
            {'search_term':'%'}|0|
            {}|3|Arduino Uno""")
    void searchesFindWhatTheOraclesSay(String body, int total, String first) {
        threeParts();
        var got = server.post("/parts/search", "viewer", body.replace('\'', '"'));
        contract("post_parts_search").assertSuccess(got);
        assertThat(got.json().at("/data/total").intValue()).isEqualTo(total);
        var items = got.json().at("/data/items");
        assertThat(items.isEmpty() ? null : items.get(0).get("part_name").stringValue())
                .isEqualTo(first);
        for (var item : items.values()) {
            assertThat(item.has("order_summary") && item.has("order_history") && item.has("datasheets"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'page':0}",
                "{'page_size':0}",
                "{'page_size':-1}",
                "{'sort_by':'(select 1)'}",
                "{'sort_by':'supplier'}",
                "{'sort_order':'up'}",
                "{'min_quantity':'many'}",
                "{'category_names':'one'}"
            })
    void searchesThatMakeNoSenseAre422(String body) {
        contract("post_parts_search")
                .assertError(server.post("/parts/search", "viewer", body.replace('\'', '"')), 422, "");
    }

    @Test
    void textAndSuggestions() {
        threeParts();
        var text = server.get("/parts/search_text?query=MOTOR", "viewer");
        contract("get_parts_search_text").assertSuccess(text);
        assertThat(text.json().get("total_parts").intValue()).isEqualTo(1);
        contract("get_parts_search_text").assertError(server.get("/parts/search_text", "viewer"), 400, "");
        contract("get_parts_search_text")
                .assertError(server.get("/parts/search_text?query=a&page_size=101", "viewer"), 422, "");
        var suggestions = server.get("/parts/suggestions?query=s.e", "viewer");
        assertThat(suggestions.json().get("data").size()).isZero();
        var some = server.get("/parts/suggestions?query=ste", "viewer");
        contract("get_parts_suggestions").assertSuccess(some);
        assertThat(some.json().at("/data/0").stringValue()).isEqualTo("Stepper Motor");
        contract("get_parts_suggestions").assertError(server.get("/parts/suggestions?query=st", "viewer"), 422, "");
        contract("get_parts_suggestions")
                .assertError(server.get("/parts/suggestions?query=ste&limit=21", "viewer"), 422, "");
    }

    @Test
    void clearingIsForAdministrators() {
        threeParts();
        var contract = contract("delete_parts_clear_all");
        contract.assertError(server.delete("/parts/clear_all", "poweruser"), 403, "");
        contract.assertError(server.delete("/parts/clear_all", "viewer"), 403, "");
        var cleared = server.delete("/parts/clear_all", "admin");
        contract.assertSuccess(cleared);
        assertThat(cleared.json().at("/data/parts_deleted").intValue()).isEqualTo(3);
        assertThat(cleared.json().at("/data/parts_remaining").intValue()).isZero();
    }

    @Test
    void ofTenPartsOfOneNameAddedAtOnceNineAreConflicts() {
        try (var pool = Threads.pool("clients", 10)) {
            var statuses = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> add("{\"part_name\":\"Same\",\"quantity\":1}").status(), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses.subList(1, 10)).containsOnly(409);
        }
    }

    @Test
    void categories() {
        var added = server.post("/categories/add_category", "leader_dataconfig", "{\"name\":\"Bolts\"}");
        contract("post_categories_add_category").assertSuccess(added);
        assertThat(added.json().get("message").stringValue())
                .isEqualTo("Category with name 'Bolts' created successfully");
        contract("post_categories_add_category")
                .assertError(server.post("/categories/add_category", "admin", "{\"name\":\"Bolts\"}"), 409, "");
        contract("post_categories_add_category")
                .assertError(server.post("/categories/add_category", "admin", "{\"name\":\"\"}"), 422, "");
        contract("post_categories_add_category")
                .assertError(server.post("/categories/add_category", "viewer", "{\"name\":\"No\"}"), 403, "");
        contract("get_categories_get_all_categories")
                .assertSuccess(server.get("/categories/get_all_categories", "viewer"));
        contract("get_categories_get_category")
                .assertSuccess(server.get("/categories/get_category?name=Bolts", "viewer"));
        contract("get_categories_get_category").assertError(server.get("/categories/get_category", "viewer"), 400, "");
        contract("get_categories_get_category")
                .assertError(server.get("/categories/get_category?category_id=1", "viewer"), 404, "");
        var below = server.post(
                "/categories/add_category", "admin", "{\"name\":\"Hex\",\"parent_id\":\"" + id(added) + "\"}");
        var update = contract("put_categories_update_category_category_id");
        update.assertSuccess(
                server.put("/categories/update_category/" + id(added), "admin", "{\"description\":\"all of them\"}"));
        assertThat(server.put(
                                "/categories/update_category/" + id(added),
                                "admin",
                                "{\"parent_id\":\"" + id(below) + "\"}")
                        .status())
                .isEqualTo(422);
        update.assertError(
                server.put("/categories/update_category/" + id(below), "admin", "{\"name\":\"Bolts\"}"), 409, "");
        update.assertError(server.put("/categories/update_category/x", "admin", "{}"), 404, "");
        var remove = contract("delete_categories_remove_category");
        remove.assertSuccess(server.delete("/categories/remove_category?name=Hex", "admin"));
        remove.assertError(server.delete("/categories/remove_category?cat_id=" + id(below), "admin"), 404, "");
        remove.assertError(server.delete("/categories/remove_category", "admin"), 400, "");
        var all = contract("delete_categories_delete_all_categories");
        all.assertError(server.delete("/categories/delete_all_categories", "poweruser"), 403, "");
        all.assertSuccess(server.delete("/categories/delete_all_categories", "admin"));
    }

    @Test
    void locations() {
        var warehouse = location("Warehouse", null);
        contract("post_locations_add_location").assertSuccess(warehouse);
        var shelf = location("Shelf 1", id(warehouse));
        contract("post_locations_add_location").assertError(location("Shelf 1", id(warehouse)), 409, "");
        contract("post_locations_add_location")
                .assertError(location("X", UUID.randomUUID().toString()), 404, "");
        contract("post_locations_add_location").assertError(location("", null), 422, "");
        contract("get_locations_get_all_locations").assertSuccess(server.get("/locations/get_all_locations", "viewer"));
        var got = server.get("/locations/get_location?name=Shelf%201", "viewer");
        contract("get_locations_get_location").assertSuccess(got);
        assertThat(got.json().at("/data/parent/name").stringValue()).isEqualTo("Warehouse");
        contract("get_locations_get_location").assertError(server.get("/locations/get_location", "viewer"), 400, "");
        var details = server.get("/locations/get_location_details/" + id(warehouse), "viewer");
        contract("get_locations_get_location_details_location_id").assertSuccess(details);
        assertThat(details.json().at("/data/children/0/parent/name").stringValue())
                .isEqualTo("Warehouse");
        var path = server.get("/locations/get_location_path/" + id(shelf), "viewer");
        contract("get_locations_get_location_path_location_id").assertSuccess(path);
        assertThat(id(path)).isEqualTo(id(shelf));
        assertThat(path.json().at("/data/parent/name").stringValue()).isEqualTo("Warehouse");
        contract("get_locations_get_location_path_location_id")
                .assertError(server.get("/locations/get_location_path/x", "viewer"), 404, "");
        var update = contract("put_locations_update_location_location_id");
        update.assertSuccess(server.put(
                "/locations/update_location/" + id(shelf), "admin", "{\"location_type\":\"bin\",\"parent_id\":null}"));
        assertThat(server.get("/locations/get_location?name=Shelf%201", "viewer")
                        .json()
                        .at("/data/parent_id")
                        .isNull())
                .isTrue();
        update.assertError(server.put("/locations/update_location/x", "admin", "{}"), 404, "");
        assertThat(server.put(
                                "/locations/update_location/" + id(shelf),
                                "admin",
                                "{\"parent_id\":\"" + id(shelf) + "\"}")
                        .status())
                .isEqualTo(422);
        contract("delete_locations_cleanup_locations")
                .assertSuccess(server.delete("/locations/cleanup-locations", "admin"));
    }

    @Test
    void aDeletionIsPreviewedAndThenDone() {
        var a = id(location("A", null));
        var b = id(location("B", a));
        var c = id(location("C", b));
        var d = id(location("D", c));
        add("{\"part_name\":\"In A\",\"quantity\":1,\"location_id\":\"" + a + "\"}");
        add("{\"part_name\":\"In C\",\"quantity\":1,\"location_id\":\"" + c + "\"}");
        var preview = server.get("/locations/preview-location-delete/" + a, "viewer");
        contract("get_locations_preview_location_delete_location_id").assertSuccess(preview);
        var data = preview.json().get("data");
        assertThat(data.get("location_ids_to_delete").values())
                .extracting(each -> each.stringValue())
                .containsExactly(a, b, c, d);
        assertThat(data.get("affected_parts_count").intValue()).isEqualTo(2);
        assertThat(data.get("affected_locations_count").intValue()).isEqualTo(4);
        assertThat(data.at("/location_hierarchy/children/0/children/0/children/0/name")
                        .stringValue())
                .isEqualTo("D");
        contract("get_locations_preview_location_delete_location_id")
                .assertError(server.get("/locations/preview-location-delete/x", "viewer"), 404, "");
        var delete = contract("delete_locations_delete_location_location_id");
        delete.assertError(server.delete("/locations/delete_location/" + a, "viewer"), 403, "");
        delete.assertSuccess(server.delete("/locations/delete_location/" + a, "admin"));
        delete.assertError(server.delete("/locations/delete_location/" + a, "admin"), 404, "");
        for (var name : List.of("In%20A", "In%20C")) {
            assertThat(server.get("/parts/get_part?part_name=" + name, "viewer")
                            .json()
                            .at("/data/location_id")
                            .isNull())
                    .isTrue();
        }
    }

    private static Got upload(byte[] bytes, String name, String role) {
        var boundary = "----gemba";
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return server.send(server.request("/utility/upload_image", role)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(out.toByteArray())));
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void imagesComeBackByIdWithOrWithoutExtension() throws IOException {
        var stored = upload(png(), "../../evil.exe", "admin");
        contract("post_utility_upload_image").assertSuccess(stored);
        var id = stored.json().get("image_id").stringValue();
        for (var name : List.of(id, id + ".png", id + ".webp")) {
            var image = server.get("/utility/get_image/" + name, "viewer");
            assertThat(image.status()).isEqualTo(200);
            assertThat(image.header("Content-Type")).contains("image/png");
            assertThat(image.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(ImageIO.read(new ByteArrayInputStream(image.response().body()))
                            .getWidth())
                    .isEqualTo(30);
        }
        contract("get_utility_get_image_image_id").assertError(server.get("/utility/get_image/" + id), 401, "");
        try (var files = Files.list(room.folder.images())) {
            assertThat(files).allMatch(file -> file.getFileName().toString().matches("[0-9a-f-]{36}\\.(png|jpg)"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fgemba.properties",
                "..%5c..%5cgemba.properties",
                "%252e%252e%252fgemba.properties",
                "C:%5cwindows",
                "CON",
                "x.png::$DATA",
                "00000000-0000-4000-8000-000000000000.png",
                "00000000-0000-4000-8000-000000000000.svg"
            })
    void pathTricksFindNoImage(String name) {
        assertThat(server.get("/utility/get_image/" + name, "admin").status()).isBetween(400, 404);
    }

    @Test
    void whatIsNoImageIsRefused() {
        var svg = upload("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8), "a.png", "admin");
        assertThat(svg.status()).isEqualTo(422);
        assertThat(upload(new byte[(5 << 20) + 1], "a.png", "admin").status()).isEqualTo(400);
        assertThat(upload(new byte[8 << 20], "a.png", "admin").status()).isEqualTo(400);
        contract("post_utility_upload_image").assertError(upload(new byte[4], "a.png", "viewer"), 403, "");
    }

    @Test
    void countsStatusAndExportTellEverything() {
        for (int i = 0; i < 25; i++) add("{\"part_name\":\"Part " + i + "\",\"quantity\":1}");
        location("Shelf", null);
        var counts = server.get("/utility/get_counts", "viewer");
        contract("get_utility_get_counts").assertSuccess(counts);
        assertThat(counts.json().at("/data/parts").intValue()).isEqualTo(25);
        contract("get_utility_backup_status").assertSuccess(server.get("/utility/backup/status", "admin"));
        contract("get_utility_backup_status").assertError(server.get("/utility/backup/status", "poweruser"), 403, "");
        var export = server.get("/utility/backup/export", "admin");
        contract("get_utility_backup_export").assertSuccess(export);
        assertThat(export.json().get("parts").size()).isEqualTo(25);
        assertThat(export.json().get("locations").size()).isEqualTo(1);
        assertThat(export.header("Content-Disposition").orElseThrow()).contains("gemba_export_");
        contract("get_utility_backup_export").assertError(server.get("/utility/backup/export", "poweruser"), 403, "");
    }

    @Test
    void theBackupIsAZipWithDatabaseImagesAndManifest() throws IOException {
        upload(png(), "a.png", "admin");
        var backup = server.get("/utility/backup/download", "admin");
        contract("get_utility_backup_download").assertSuccess(backup);
        var names = new java.util.ArrayList<String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(backup.response().body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
        }
        assertThat(names).anyMatch(name -> name.startsWith("images/")).hasSizeGreaterThan(2);
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("download-"));
        }
        contract("get_utility_backup_download").assertError(server.get("/utility/backup/download", "viewer"), 403, "");
    }

    @Test
    void everyRouteAsksForAToken() {
        for (var route : room.inventory.routes()) {
            var path = route.path().replaceAll("\\{[^}]*}", "x");
            var got = server.send(java.net.http.HttpRequest.newBuilder(server.uri(path))
                    .method(route.method(), BodyPublishers.noBody()));
            assertThat(got.status()).as(route.method() + " " + path).isEqualTo(401);
        }
        assertThat(room.inventory.routes().stream().filter(route -> route.open()))
                .isEmpty();
    }
}
