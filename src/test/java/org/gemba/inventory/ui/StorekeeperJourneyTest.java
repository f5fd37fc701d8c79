package org.gemba.inventory.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemba.inventory.InventoryRoom.ADMIN;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.inventory.InventoryRoom;
import org.gemba.inventory.Location;
import org.gemba.inventory.Movement;
import org.gemba.inventory.Part;
import org.gemba.inventory.StockLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A storekeeper's day: by scanner, by keyboard, with a headless window.
class StorekeeperJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> opened = new ArrayList<>();
    private InventoryRoom room;
    private Desk desk;
    private Location store;
    private Location line;
    private Part screw;

    @BeforeEach
    void open() {
        room = new InventoryRoom(folder);
        store = room.location("Store", null);
        line = room.location("Line 1", null);
        screw = room.part("Screw M4", new BigDecimal("100"), "Bossworth", store.id(), "Fasteners");
        room.part("Valve", new BigDecimal("3"), "Seal", store.id(), "Seals");
        desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> opened.add(id + arguments), "inventory");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Screen show(String id, Map<String, String> arguments) {
        var spec = new InventoryScreens(room.inventory)
                .screens(desk).stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        var screen = Fx.get(() -> spec.create().apply(arguments));
        Fx.show(Fx.get(() -> new StackPane(screen.node())), 1366, 768, desk.theme());
        Fx.run(screen::onShow);
        Fx.settle();
        return screen;
    }

    private static void scan(String code) {
        Fx.type(code);
        Fx.key(KeyCode.ENTER);
    }

    private static String said() {
        return Fx.get(() -> ((Label) Fx.find("#scan-said")).getText());
    }

    private BigDecimal total() {
        return room.inventory.parts().find(ADMIN, screw.id()).orElseThrow().quantity();
    }

    @Test
    void partsAreScannedReceivedMovedCountedAndTakenBackWithoutAnyField() {
        var screen = show(InventoryScreens.SCAN, Map.of());
        scan("20");
        scan("PART:|NAME:Screw M4|QTY:5");
        Fx.await("received", () -> said().contains("→ 105"));
        scan("30");
        scan("Screw M4");
        Fx.await("received by number", () -> said().contains("→ 135"));

        Fx.run(() -> ((ToggleButton) Fx.find("#mode-move")).setSelected(true));
        scan("LOC:" + line.id());
        Fx.await("place", () -> said().equals("At Line 1"));
        scan("40");
        scan(screw.id().toString());
        Fx.await("moved", () -> said().startsWith("Moved 40 of Screw M4"));
        assertThat(room.inventory.stock().of(ADMIN, screw.id()))
                .extracting(StockLine::quantity)
                .containsExactly(new BigDecimal("95"), new BigDecimal("40"));

        Fx.run(() -> ((ToggleButton) Fx.find("#mode-count")).setSelected(true));
        scan("Screw M4");
        Fx.await("asked", () -> said().startsWith("How many"));
        scan("38");
        Fx.await("counted", () -> said().startsWith("Counted 38 of Screw M4"));
        assertThat(total()).isEqualByComparingTo("133");

        Fx.run(() -> screen.actions().getLast().runIfEnabled());
        Fx.await("taken back", () -> said().startsWith("Taken back"));
        assertThat(total()).isEqualByComparingTo("135");
        scan("nonsense");
        Fx.await("told", () -> ((Label) Fx.find("#scan-problem")).getText().contains("nonsense"));
        assertThat(room.inventory.stock().ledger(ADMIN, screw.id(), 20, 0))
                .extracting(Movement::kind)
                .startsWith(Movement.Kind.REVERSAL, Movement.Kind.COUNT, Movement.Kind.MOVE);
    }

    @Test
    void whatHasRunLowIsOneClickAwayAndOneMoreIsOneKey() {
        room.inventory.parts().updateAll(ADMIN, List.of(screw.id()), least("150"));
        var screen = show(InventoryScreens.PARTS, Map.of());
        Fx.await("rows", () -> rows() == 2);
        Fx.run(() -> ((TreeView<?>) Fx.find("#part-tree")).getSelectionModel().select(1));
        Fx.await("only the low one", () -> rows() == 1);
        Fx.run(() -> table().getSelectionModel().select(0));
        Fx.await("chosen", () -> screen.actions().get(1).enabled().get());
        Fx.run(() -> screen.actions().get(1).runIfEnabled());
        Fx.await("one more", () -> total().compareTo(new BigDecimal("101")) == 0);
        Fx.run(() -> screen.actions().get(2).runIfEnabled());
        Fx.await("one less", () -> total().compareTo(new BigDecimal("100")) == 0);
    }

    private static org.gemba.inventory.PartChange least(String number) {
        var none = org.gemba.inventory.PartChange.none();
        return new org.gemba.inventory.PartChange(
                none.name(),
                none.number(),
                none.description(),
                none.quantity(),
                org.gemba.inventory.Patch.to(new BigDecimal(number)),
                none.unit(),
                none.supplier(),
                none.supplierUrl(),
                none.locationId(),
                none.imageUrl(),
                none.properties(),
                none.categoryNames(),
                null);
    }

    private static TableView<?> table() {
        return (TableView<?>) Fx.find(".grid-table");
    }

    private static int rows() {
        return Fx.get(() -> table().getItems().size());
    }

    @Test
    void onePartShowsWhereItLiesAndACountIsBookedFromThere() {
        show(InventoryScreens.PART, Map.of("part", screw.id().toString()));
        Fx.await("facts", () -> ((Label) Fx.find("#part-facts")).getText().contains("100"));
        Fx.type("97");
        Fx.key(KeyCode.ENTER);
        Fx.await("counted", () -> total().compareTo(new BigDecimal("97")) == 0);
    }

    @Test
    void theTreeShowsWhatLiesBelowIt() {
        show(InventoryScreens.LOCATIONS, Map.of());
        Fx.await("contents", () -> rows() == 2);
    }
}
