package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.access.Role;
import org.gemba.inventory.csv.MouserFile;
import org.gemba.inventory.data.ImportTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports over the real engine and database.
class CsvImportTest {
    private static final String HEADER = "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,"
            + "Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)\r\n";
    private static final String ORDER = HEADER
            + "C1525,STM32F405RGT6,ST,,LQFP-64,ARM microcontroller,YES,1,1\\1,5.23,5.23\r\n"
            + "C7593,NE555DR,TI,,SOIC-8,Timer IC,YES,20,5\\5,0.1236,2.47\r\n"
            + "C22775,0603WAF1000T5E,UNI,,0603,Thick Film Resistor,YES,200,1\\1,0.0009,0.18\r\n";

    @TempDir
    static Path folder;

    private static InventoryRoom room;
    private static CsvImport csv;

    @BeforeAll
    static void start() {
        room = new InventoryRoom(folder);
        csv = room.inventory.edge().csv();
        room.tasks.start();
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void empty() {
        room.inventory.parts().clear(InventoryRoom.ADMIN);
        room.inventory.categories().removeAll(InventoryRoom.ADMIN);
        csv.configure(InventoryRoom.ADMIN, new CsvConfig(false, false, false, 30, true, Map.of()));
    }

    private static CsvImport.Upload upload(String text, String order) {
        return new CsvImport.Upload(
                "order.csv", text.getBytes(StandardCharsets.UTF_8), "lcsc", Map.of(), new OrderInfo(null, order, null));
    }

    private static ImportRun imported(String text, String order) {
        return csv.complete(InventoryRoom.ADMIN, upload(text, order));
    }

    private static Part part(String name) {
        return room.inventory.parts().findByName(InventoryRoom.ADMIN, name).orElseThrow();
    }

    private static ImportRun.Outcome outcome(ImportRun run) {
        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        return java.util.Objects.requireNonNull(run.outcome());
    }

    private static String number() {
        return UUID.randomUUID().toString();
    }

    @Test
    void twoOrdersOfOneFileAddUp() {
        var first = number();
        var second = number();
        assertThat(outcome(imported(ORDER, first)).successes())
                .containsExactly(
                        "Added STM32F405RGT6: 1 units", "Added NE555DR: 20 units", "Added 0603WAF1000T5E: 200 units");
        assertThat(outcome(imported(ORDER, second)).successes())
                .first()
                .isEqualTo("Updated STM32F405RGT6: quantity 1 → 2");
        assertThat(room.inventory.parts().count(InventoryRoom.ADMIN)).isEqualTo(3);
        var stm = part("STM32F405RGT6");
        assertThat(stm.quantity()).isEqualByComparingTo("2");
        assertThat(stm.categories()).extracting(Category::name).contains("Microcontrollers", "Electronics");
        assertThat(stm.description()).isEqualTo("ARM microcontroller");
        var summary =
                room.inventory.orders().summary(InventoryRoom.ADMIN, stm.id()).orElseThrow();
        assertThat(summary.totalOrders()).isEqualTo(2);
        assertThat(summary.lastOrderNumber()).isEqualTo(second);
    }

    @Test
    void pricesOfTwoOrdersAreSummedUp() {
        imported(ORDER, number());
        imported(ORDER.replace("1,1\\1,5.23,5.23", "1,1\\1,4.00,4.00"), number());
        var summary = room.inventory
                .orders()
                .summary(InventoryRoom.ADMIN, part("STM32F405RGT6").id())
                .orElseThrow();
        assertThat(summary.lowestPrice()).isEqualByComparingTo("4");
        assertThat(summary.highestPrice()).isEqualByComparingTo("5.23");
        assertThat(summary.averagePrice()).isEqualByComparingTo("4.615");
        assertThat(summary.totalOrders()).isEqualTo(2);
    }

    @Test
    void theSameFileForTheSameOrderChangesNothing() {
        var number = number();
        imported(ORDER, number);
        var again = outcome(imported(ORDER, number));
        assertThat(again.changedNothing()).isTrue();
        assertThat(again.repeated()).isEqualTo(3);
        assertThat(part("STM32F405RGT6").quantity()).isEqualByComparingTo("1");
        assertThat(room.inventory.orders().findByNumber(InventoryRoom.ADMIN, "LCSC", number))
                .hasSize(1);
    }

    @Test
    void aLongerCopyOfTheFileBringsOnlyItsNewRows() {
        var number = number();
        imported(ORDER, number);
        var more = ORDER + "C8734,STM32F103C8T6,ST,,LQFP-48,MCU,YES,5,1\\1,1.4870,7.44\r\n"
                + "C7593,NE555DR,TI,,SOIC-8,Timer IC,YES,20,5\\5,0.1236,2.47\r\n";
        var outcome = outcome(imported(more, number));
        assertThat(outcome.repeated()).isEqualTo(3);
        assertThat(outcome.successes())
                .containsExactly("Added STM32F103C8T6: 5 units", "Updated NE555DR: quantity 20 → 40");
    }

    @Test
    void withoutAnOrderNumberAFileIsKnownByItsContent() {
        var text = ORDER.replace("NE555DR", "NE555DR-" + number());
        assertThat(outcome(imported(text, "")).changedNothing()).isFalse();
        assertThat(outcome(imported(text, "")).changedNothing()).isTrue();
    }

    @Test
    void badRowsAreToldAndTheGoodOnesImported() {
        var outcome = outcome(imported(ORDER + "C9,,maker,,0603,no number,YES,1,1\\1,1,1\r\n", number()));
        assertThat(outcome.successes()).hasSize(3);
        assertThat(outcome.failures()).containsExactly("Row 5: the manufacturer's part number is missing");
    }

    @Test
    void anImportIsTakenBackAsAWhole() {
        room.part("NE555DR", 7, "LCSC", "Timers");
        var number = number();
        var run = imported(ORDER, number);
        assertThat(part("NE555DR").quantity()).isEqualByComparingTo("27");
        var used = part("0603WAF1000T5E");
        room.inventory
                .stock()
                .book(
                        InventoryRoom.ADMIN,
                        new StockBooking.Adjust(used.id(), null, java.math.BigDecimal.TEN, "found", null));
        var undone = csv.undo(InventoryRoom.ADMIN, run.id());
        assertThat(undone.state()).isEqualTo(ImportRun.State.UNDONE);
        assertThat(part("NE555DR").quantity()).isEqualByComparingTo("7");
        assertThat(room.inventory.parts().findByName(InventoryRoom.ADMIN, "STM32F405RGT6"))
                .as("made by the import, used by nobody")
                .isEmpty();
        assertThat(part("0603WAF1000T5E").quantity())
                .as("somebody found ten more")
                .isEqualByComparingTo("10");
        assertThat(room.inventory.orders().findByNumber(InventoryRoom.ADMIN, "LCSC", number))
                .isEmpty();
        assertThatThrownBy(() -> csv.undo(InventoryRoom.ADMIN, run.id())).isInstanceOf(AppError.Conflict.class);
        assertThat(outcome(imported(ORDER, number)).successes())
                .as("and can be imported again")
                .hasSize(3);
    }

    @Test
    void aFailureInTheMiddleLeavesNothing() {
        var dear = new StringBuilder(ORDER);
        for (int row = 0; row < 20; row++) {
            dear.append("C9" + row + ",DEAR" + row + ",maker,,0603,dear,YES,900000,1\\1,999999,899999100000\r\n");
        }
        var run = imported(dear.toString(), number());
        assertThat(run.state()).as("the sum is more than the column holds").isEqualTo(ImportRun.State.FAILED);
        assertThat(room.inventory.parts().count(InventoryRoom.ADMIN)).isZero();
        assertThat(room.inventory.categories().list(InventoryRoom.ADMIN)).isEmpty();
        assertThat(csv.progress(run).orElseThrow().state()).isEqualTo(TaskRecord.State.FAILED);
    }

    @Test
    void whatDoesNotFitIsARowError() {
        var outcome = outcome(imported(
                ORDER + "C9," + "x".repeat(201) + ",maker,,0603,long,YES,1,1\\1,1,1\r\n"
                        + "C9,M9," + "x".repeat(201) + ",,0603,long,YES,1,1\\1,1,1\r\n"
                        + "C9,M9,maker,,0603,dear,YES,900000000,1\\1,999999,1000000000000\r\n"
                        + "C9,M9,maker,,0603,many,YES,1000000001,1\\1,0,0\r\n",
                number()));
        assertThat(outcome.successes()).hasSize(3);
        assertThat(outcome.failures())
                .containsExactly(
                        "Row 5: a part number is too long",
                        "Row 6: the manufacturer's name is too long",
                        "Row 7: the amount is too large",
                        "Row 8: the quantity is too large");
    }

    @Test
    void excelFilesOfMouserComeInWithTheirOrder() {
        var run = csv.complete(
                InventoryRoom.ADMIN,
                new CsvImport.Upload("271360826.xls", MouserFile.bytes(), null, Map.of(), OrderInfo.none()));
        assertThat(run.orderNumber()).isEqualTo("271360826");
        var order = room.inventory
                .orders()
                .findByNumber(InventoryRoom.ADMIN, "Mouser", "271360826")
                .getFirst();
        assertThat(order.date()).isEqualTo(LocalDate.of(2024, 8, 13));
        assertThat(order.subtotal()).isEqualByComparingTo("270.90");
        assertThat(order.items()).hasSize(3);
    }

    @Test
    void onlyThoseWhoMayImportAndOnlyWhatIsAnOrder() {
        var viewer = InventoryRoom.VIEWER;
        assertThatThrownBy(() -> csv.start(viewer, upload(ORDER, "1"))).isInstanceOf(AppError.Forbidden.class);
        assertThatThrownBy(() -> csv.start(InventoryRoom.ADMIN, upload("a,b\n1,2", "1")))
                .isInstanceOf(AppError.InvalidInput.class);
        var leader = InventoryRoom.caller(Role.LEADER_DATACONFIG);
        var run = csv.complete(leader, upload(ORDER, number()));
        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(csv.latest(leader)).contains(run);
        assertThat(csv.latest(viewer)).isEmpty();
    }

    @Test
    void rowsThatAreAlikeHaveTheirOwnFingerprints() {
        var file = csv.read(InventoryRoom.ADMIN, upload(ORDER + ORDER.substring(HEADER.length()), "1"));
        assertThat(ImportWriter.fingerprints(file.lines()))
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(new ImportTable(room.database).brought("nobody|nothing")).isEmpty();
        assertThat(CsvImport.types())
                .extracting(CsvImport.FileType::type)
                .isEqualTo(List.of("digikey", "lcsc", "mouser"));
    }
}
