package org.gemba.inventory.ui.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.demo.labels.LabelPrinterSimulator;
import org.gemba.demo.llm.LlmSimulator;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.inventory.CsvConfig;
import org.gemba.inventory.InventoryRoom;
import org.gemba.inventory.label.LabelReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A storekeeper imports an order with a bad row and takes it back, prints a label, asks about stock.
class EdgeJourneyTest {
    private static final Path SHOTS = Path.of("target/screens");
    private static final String ORDER = "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,"
            + "Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)\r\n"
            + "C1525,STM32F405RGT6,ST,,LQFP-64,ARM microcontroller,YES,2,1\\1,5.23,10.46\r\n"
            + "C7593,NE555DR,TI,,SOIC-8,Timer IC,YES,many,5\\5,0.1236,2.47\r\n"
            + "C22775,,UNI,,0603,Thick Film Resistor,YES,200,1\\1,0.0009,0.18\r\n";

    @TempDir
    static Path folder;

    private static InventoryRoom room;
    private static Desk desk;

    @BeforeAll
    static void start() throws Exception {
        room = new InventoryRoom(folder.resolve("data"));
        room.tasks.start();
        room.inventory
                .edge()
                .csv()
                .configure(InventoryRoom.ADMIN, new CsvConfig(false, false, false, 30, true, Map.of()));
        var file = folder.resolve("LCSC_Exported__20241222_232705.csv");
        Files.write(file, ORDER.getBytes(StandardCharsets.UTF_8));
        desk = Fx.deskSavingTo(file, Clock.systemUTC(), (id, arguments) -> {}, "inventory");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    private static Stage open(String id, Map<String, String> arguments) {
        var spec = room.inventory.edge().screens(desk).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Screen screen = Fx.get(() -> spec.create().apply(arguments));
        var stage = Fx.show(Fx.get(() -> new StackPane(screen.node())), 1366, 768, desk.theme());
        Fx.run(screen::onShow);
        return stage;
    }

    private static String words(String selector) {
        return Fx.get(() -> ((Labeled) Fx.find(selector)).getText());
    }

    private static void awaitWords(String selector, String words) {
        Fx.await(words, () -> words(selector).contains(words));
    }

    @Test
    void anOrderComesInAndIsTakenBack() {
        var stage = open(EdgeScreens.IMPORT, Map.of());
        Fx.click(Fx.find("#import-choose"));
        awaitWords("#import-name", "LCSC_Exported__20241222_232705.csv");
        Fx.await("next", () -> !Fx.find("#wizard-next").isDisabled());
        Fx.click(Fx.find("#wizard-next"));
        awaitWords("#import-words", "2 lines can be imported, 1 cannot");
        Fx.settle();
        Fx.shoot(stage.getScene(), SHOTS.resolve("import-check.png"));
        Fx.click(Fx.find("#wizard-next"));
        Fx.await("the result", () -> Fx.has("#import-outcome"));
        awaitWords(
                "#import-outcome", "2 parts added, 0 rows added to known parts, 0 rows were there already, 1 failed");
        Fx.shoot(stage.getScene(), SHOTS.resolve("import-result.png"));
        assertThat(room.inventory.parts().findByName(InventoryRoom.ADMIN, "STM32F405RGT6"))
                .isPresent();
        Fx.click(Fx.find("#import-undo"));
        awaitWords("#import-outcome", "was taken back");
        assertThat(room.inventory.parts().findByName(InventoryRoom.ADMIN, "STM32F405RGT6"))
                .isEmpty();
    }

    @Test
    void aScannedPartGetsItsLabel() {
        try (var printer = LabelPrinterSimulator.start(folder.resolve("paper"))) {
            room.settings.put("GEMBA_LABEL_PRINTER", printer.address());
            var part = room.part("Ball bearing 6204", 5, "SKF");
            var stage = open(EdgeScreens.LABELS, Map.of("part", part.id().toString()));
            Fx.await("the part", () -> Fx.says("Ball bearing 6204"));
            Fx.await("the template", () -> ((ImageView) Fx.find("#label-preview")).getImage() != null);
            Fx.settle();
            Fx.click(Fx.text("Print"));
            Fx.await("the label", () -> !printer.labels().isEmpty());
            assertThat(LabelReading.of(printer.labels().getFirst().image()))
                    .isEqualTo(part.id().toString());
            Fx.run(() -> ((TitledPane) Fx.find("#printer-pane")).setExpanded(true));
            Fx.settle();
            Fx.shoot(stage.getScene(), SHOTS.resolve("labels-printed.png"));
            Fx.run(() -> ((TextField) Fx.find("#printer_identifier")).setText("http://wrong"));
            Fx.run(() -> ((Button) Fx.find("#printer-pane").lookup(".button")).fire());
            awaitWords("#printer_identifier-message", "tcp://");
        }
    }

    @Test
    void aQuestionIsAnsweredFromTheStock() {
        try (var llm = LlmSimulator.start("key")) {
            room.part("Seal ring 40", 17, "ACME");
            room.inventory.edge().fillDemo(Map.of(), llm.url().toString(), "key");
            var stage = open(EdgeScreens.AI, Map.of());
            Fx.run(() -> Fx.find("#ai-question").requestFocus());
            Fx.type("How many seal rings do we have?");
            Fx.await("the button", () -> !Fx.text("Ask").isDisabled());
            Fx.click(Fx.text("Ask"));
            Fx.await("the answer", () -> Fx.has(".framed") && spoken("Seal ring 40: 17"));
            Fx.settle();
            Fx.shoot(stage.getScene(), SHOTS.resolve("ai-answer.png"));
            Fx.click(Fx.text("Try it"));
            awaitWords("#ai-said", "has the model");
        }
    }

    private static boolean spoken(String words) {
        return Fx.get(() -> Fx.find(".framed").getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(words)));
    }
}
