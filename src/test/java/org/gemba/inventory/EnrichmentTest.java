package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.demo.loopback.Mood;
import org.gemba.demo.suppliers.SupplierSimulators;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts are completed over HTTP from the simulated suppliers, by the real engine.
class EnrichmentTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    static Path folder;

    private static InventoryRoom room;
    private static SupplierSimulators simulators;
    private static Enrichment enrichment;
    private static TaskWatch watch;

    @BeforeAll
    static void start() {
        simulators = SupplierSimulators.start();
        room = new InventoryRoom(folder);
        enrichment = room.inventory.edge().enrichment();
        watch = new TaskWatch(() -> room.tasks, room.events);
        room.tasks.start();
    }

    @AfterAll
    static void stop() {
        room.close();
        simulators.close();
    }

    @BeforeEach
    void settings() {
        room.settings.clear();
        room.settings.putAll(simulators.settings());
    }

    private static Part part(String number, String supplier) {
        return room.inventory
                .parts()
                .add(
                        InventoryRoom.ADMIN,
                        new NewPart(
                                "part " + COUNT.incrementAndGet(),
                                number,
                                null,
                                null,
                                null,
                                null,
                                supplier,
                                null,
                                null,
                                null,
                                Map.of("shelf_mark", "red"),
                                List.of()));
    }

    private static TaskRecord enriched(Part part, String... capabilities) {
        var order = new Enrichment.Order(List.of(part.id()), null, List.of(capabilities), false, "");
        return watch.settled(enrichment.submit(InventoryRoom.ADMIN, order), Duration.ofSeconds(20))
                .orElseThrow();
    }

    private static Part now(Part part) {
        return room.inventory.parts().find(InventoryRoom.ADMIN, part.id()).orElseThrow();
    }

    private static String status(Part part, String capability) {
        return now(part).properties().get("enrichment_results") instanceof Map<?, ?> results
                        && results.get(capability) instanceof Map<?, ?> result
                ? String.valueOf(result.get("status"))
                : "none";
    }

    @ParameterizedTest
    @CsvSource({"C7593, LCSC, 9", "296-6501-1-ND, DigiKey, 9", "NE555DR, Mouser, 9"})
    void everythingThatASupplierTellsIsKept(String number, String supplier, int capabilities) throws Exception {
        var part = part(number, supplier);
        assertThat(enriched(part).state()).isEqualTo(TaskRecord.State.COMPLETED);
        var now = now(part);
        assertThat(now.properties())
                .containsEntry("manufacturer", "Texas Instruments")
                .containsEntry("shelf_mark", "red")
                .containsKeys("pricing", "supplier_stock", "specifications", "last_enrichment", "enrichment_results");
        assertThat((Map<?, ?>) now.properties().get("enrichment_results")).hasSize(capabilities);
        assertThat(now.description()).contains("timer");
        var sheet =
                room.inventory.datasheets().of(InventoryRoom.ADMIN, part.id()).getFirst();
        assertThat(sheet.isDownloaded()).isTrue();
        assertThat(Files.readString(
                        folder.resolve("datasheets").resolve(sheet.fileName()),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        if (supplier.equals("LCSC")) assertThat(now.imageUrl()).isNull();
        else assertThat(now.imageUrl()).startsWith("/utility/get_image/");
    }

    @Test
    void whatIsThereIsNotAskedForAgainUnlessSomebodyInsists() {
        var part = part("C7593", "LCSC");
        enriched(part, "fetch_stock");
        int before = simulators.lcsc().calls().size();
        enriched(part, "fetch_stock");
        assertThat(simulators.lcsc().calls()).hasSize(before);
        var order = new Enrichment.Order(List.of(part.id()), null, List.of("fetch_stock"), true, "");
        watch.settled(enrichment.submit(InventoryRoom.ADMIN, order), Duration.ofSeconds(20));
        assertThat(simulators.lcsc().calls()).hasSizeGreaterThan(before);
    }

    @Test
    void whatAPersonWroteStays() {
        var part = part("C7593", "LCSC");
        var none = PartChange.none();
        room.inventory
                .parts()
                .update(
                        InventoryRoom.ADMIN,
                        part.id(),
                        new PartChange(
                                none.name(),
                                none.number(),
                                Patch.to("our own words"),
                                none.quantity(),
                                none.minQuantity(),
                                none.unit(),
                                none.supplier(),
                                none.supplierUrl(),
                                none.locationId(),
                                none.imageUrl(),
                                none.properties(),
                                none.categoryNames(),
                                null));
        enriched(part, "enrich_basic_info");
        assertThat(now(part).description()).isEqualTo("our own words");
        assertThat(now(part).number()).isEqualTo("C7593");
    }

    @Test
    void closedAddressesAreKeptAndNotFetched() {
        room.settings.remove("GEMBA_FILE_HOSTS");
        var part = part("296-6501-1-ND", "DigiKey");
        assertThat(enriched(part, "fetch_datasheet", "fetch_image", "fetch_stock")
                        .state())
                .isEqualTo(TaskRecord.State.COMPLETED);
        var sheet =
                room.inventory.datasheets().of(InventoryRoom.ADMIN, part.id()).getFirst();
        assertThat(sheet.isDownloaded()).isFalse();
        assertThat(sheet.sourceUrl()).endsWith("/files/NE555DR.pdf");
        assertThat(sheet.downloadError()).isEqualTo("The address could not be fetched.");
        assertThat(now(part).imageUrl()).isNull();
        assertThat(status(part, "fetch_datasheet")).isEqualTo("error");
        assertThat(status(part, "fetch_stock")).isEqualTo("success");
        assertThat(simulators.digikey().calls()).noneMatch(call -> call.contains("/files/"));
    }

    @ParameterizedTest
    @CsvSource({"BUSY", "BROKEN", "HTML", "HALF_JSON"})
    void aSupplierInABadMoodIsTriedAgain(Mood mood) {
        var part = part("C7593", "LCSC");
        simulators.lcsc().next(mood);
        simulators.lcsc().next(mood);
        var task = enriched(part, "fetch_stock");
        assertThat(task.state()).isEqualTo(TaskRecord.State.RETRY);
        assertThat(task.error()).startsWith("LCSC");
        assertThat(now(part).properties()).doesNotContainKey("supplier_stock");
        room.tasks.cancel(task.id());
        simulators.lcsc().calm();
    }

    @Test
    void unknownPartsAndSuppliersFailForGood() {
        assertThat(enriched(part("C999999999", "LCSC"), "fetch_stock").state()).isEqualTo(TaskRecord.State.FAILED);
        var odd = part("C999999999", "LCSC");
        enriched(odd, "fetch_stock");
        assertThat(status(odd, "fetch_stock")).isEqualTo("error");
        assertThatThrownBy(() -> enrichment.submit(
                        InventoryRoom.ADMIN,
                        new Enrichment.Order(List.of(UUID.randomUUID()), "nobody", List.of(), false, "")))
                .isInstanceOf(AppError.InvalidInput.class);
        assertThatThrownBy(() -> enrichment.submit(
                        InventoryRoom.ADMIN,
                        new Enrichment.Order(List.of(UUID.randomUUID()), "LCSC", List.of("fetch_money"), false, "")))
                .isInstanceOf(AppError.InvalidInput.class);
        assertThatThrownBy(() -> enrichment.submit(
                        InventoryRoom.VIEWER, new Enrichment.Order(List.of(odd.id()), null, List.of(), false, "")))
                .isInstanceOf(AppError.Forbidden.class);
    }

    @Test
    void suppliersSayWhatTheyNeed() {
        room.settings.remove("MOUSER_API_KEY");
        assertThat(enrichment.suppliers())
                .extracting(Enrichment.SupplierState::missing)
                .containsExactly("", "MOUSER_API_KEY", "");
    }
}
