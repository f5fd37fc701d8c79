package org.gemba.kpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.grid.GridRow;
import org.gemba.kpi.KpiStand;
import org.gemba.kpi.ShiftType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shift is entered by keyboard alone.
class SheetJourneyTest {
    @TempDir
    static Path folder;

    private static KpiStand stand;

    private Desk desk;
    private Screen sheet;

    @BeforeAll
    static void open() {
        stand = new KpiStand(folder);
        stand.order(KpiStand.BOOT, "WO-1", "0.25");
        stand.order(KpiStand.BOOT, "WO-2", "0.25");
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    @BeforeEach
    void show() {
        var clock = Clock.fixed(KpiStand.NOW, ZoneOffset.UTC);
        desk = Fx.desk(clock, (id, arguments) -> {}, "kpi");
        desk.memory().put("kpi.client", KpiStand.BOOT);
        sheet = Fx.get(() -> KpiScreens.screens(desk, stand.feature.door())
                .getFirst()
                .create()
                .apply(java.util.Map.of()));
        Fx.show(Fx.get(() -> new StackPane(sheet.node())), 1366, 768, desk.theme());
        Fx.run(sheet::onShow);
        Fx.await("the sheet", () -> table().getItems().size() >= 2);
    }

    @Test
    void aShiftIsTypedCopiedPastedMendedAndSaved() {
        assertThat(row(0).state()).isEqualTo(SheetRow.State.BLANK);
        int first = row(0).workOrder().equals("WO-1") ? 0 : 1;
        enter(first, "units", "100", "2", "8.5", "10", "9");
        Fx.await("typed", () -> row(first).state() == SheetRow.State.NEW);
        int second = 1 - first;
        enter(second, "units", "5", "7", "8", "4");
        Fx.await("told", () -> row(second).state() == SheetRow.State.WRONG);
        act("kpi.sheet.save");
        Fx.await("one saved", () -> row(first).state() == SheetRow.State.SAVED);
        assertThat(row(second).state()).as("stays to be corrected").isEqualTo(SheetRow.State.WRONG);
        assertThat(Fx.says("units_defective")).isFalse();
        enter(second, "defective", "1");
        act("kpi.sheet.save");
        Fx.await("both saved", () -> row(second).state() == SheetRow.State.SAVED);
        var found = stand.feature
                .entries()
                .list(
                        KpiStand.operator(KpiStand.BOOT),
                        null,
                        KpiStand.BOOT_TODAY,
                        KpiStand.BOOT_TODAY,
                        null,
                        null,
                        9,
                        0);
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.lines()).extracting(line -> line.entry().shiftType()).containsOnly(ShiftType.SHIFT_2ND);
    }

    @Test
    void theNextShiftBeginsWithTheLinesOfTheLastAndExcelFillsThem() {
        var operator = KpiStand.operator(KpiStand.BOOT);
        var shift = ShiftType.SHIFT_2ND;
        for (var asked : java.util.List.of(
                KpiStand.entry("WO-2", LocalDate.of(2025, 12, 10), ShiftType.SHIFT_1ST),
                KpiStand.entry("WO-1", LocalDate.of(2025, 12, 11), shift))) {
            stand.feature.entries().record(operator, asked, org.gemba.kpi.EntryMethod.API);
        }
        Fx.run(() -> {
            var day = (javafx.scene.control.DatePicker) Fx.find("#kpi-day");
            day.setValue(LocalDate.of(2025, 12, 11));
        });
        Fx.await("another day", () -> isOf(row(0), LocalDate.of(2025, 12, 11)));
        act("kpi.sheetPrevious");
        Fx.await(
                "copied",
                () -> row(1).operation().equals("SEWING") && row(1).workOrder().equals("WO-2"));
        assertThat(row(1).units()).isNull();
        Fx.run(() -> {
            var content = new ClipboardContent();
            content.putString("120\t3\t8.25\t10\n80\t0\t8\t9\n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        select(1, "units");
        Fx.key(KeyCode.CONTROL, KeyCode.V);
        Fx.await("pasted", () -> row(1).state() == SheetRow.State.NEW && row(2).units() != null);
        assertThat(row(1).run()).isEqualByComparingTo("8.25");
        Fx.key(KeyCode.CONTROL, KeyCode.Z);
        Fx.await("undone", () -> row(1).units() == null);
    }

    private static boolean isOf(SheetRow row, LocalDate day) {
        var stored = row.stored();
        return stored != null && stored.entry().shiftDate().equals(day);
    }

    private void enter(int row, String column, String... values) {
        select(row, column);
        for (var value : values) {
            // The first key opens the editor, which then has the focus.
            Fx.type(value.substring(0, 1));
            if (value.length() > 1) Fx.type(value.substring(1));
            Fx.key(KeyCode.TAB);
        }
    }

    private void select(int row, String column) {
        Fx.run(() -> {
            var found = table().getColumns().stream()
                    .filter(each -> column.equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            table().requestFocus();
            table().getSelectionModel().clearSelection();
            choose(row, found);
        });
        Fx.settle();
    }

    @SuppressWarnings("unchecked")
    private static void choose(int row, javafx.scene.control.TableColumn<?, ?> column) {
        table().getSelectionModel()
                .clearAndSelect(row, (javafx.scene.control.TableColumn<GridRow<SheetRow>, ?>) column);
        table().getFocusModel().focus(row, (javafx.scene.control.TableColumn<GridRow<SheetRow>, ?>) column);
    }

    private void act(String id) {
        Fx.run(() -> sheet.actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .map(Action::runIfEnabled)
                .orElseThrow());
        Fx.settle();
    }

    private static SheetRow row(int index) {
        return Fx.get(() -> value(table().getItems().get(index)));
    }

    private static SheetRow value(GridRow<SheetRow> item) {
        return ((GridRow.Data<SheetRow>) item).value();
    }

    @SuppressWarnings("unchecked")
    private static TableView<GridRow<SheetRow>> table() {
        return (TableView<GridRow<SheetRow>>) Fx.find("#kpi-sheet");
    }
}
