package org.gemba.fx.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.action.ActionControls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), ZoneOffset.UTC);

    private final Desk desk = Fx.desk(NOON, (id, arguments) -> {});
    private final List<String> opened = new ArrayList<>();
    private Grid<Part> grid;

    @BeforeEach
    void show() {
        open(Part.SPEC.adding(() -> new Part("", null, null)));
        Fx.await("rows", () -> grid.tableView().getItems().size() == 30);
    }

    private void open(GridSpec<Part> spec) {
        Fx.run(() -> {
            grid = new Grid<>(desk, spec);
            grid.rows(IntStream.rangeClosed(1, 30)
                    .mapToObj(i -> Part.of("P" + (i < 10 ? "0" : "") + i, i * 10))
                    .toList());
        });
        var root = Fx.get(() -> new VBox(grid.node()));
        Fx.show(root, 900, 600, desk.theme());
    }

    @Test
    void aClickOnATitleSortsAndASecondOneTurnsIt() {
        Fx.click(Fx.find(".column-title-number"));
        Fx.click(Fx.find(".column-title-number"));
        Fx.await("sorted", () -> code(0).equals("P30"));
    }

    @Test
    void theQuickFilterAndTheFilterRowNarrowAndTheFooterCounts() {
        Fx.run(() -> grid.toolbar().toggleFilters());
        Fx.settle();
        Fx.run(() -> Fx.find("#filter-quantity").requestFocus());
        Fx.type(">250");
        Fx.await("filtered", () -> grid.tableView().getItems().size() == 5);
        assertThat(label("#grid-count")).isEqualTo("5 of 30 rows");
        Fx.await("sum", () -> label("#grid-sums").endsWith("1,400"));
        Fx.run(() -> Fx.find("#quick-filter").requestFocus());
        Fx.type("p29");
        Fx.await("one row", () -> grid.tableView().getItems().size() == 1);
        Fx.shoot(grid.node().getScene(), Path.of("target/screens/grid-filter.png"));
    }

    @Test
    void typingReplacesEnterGoesDownTabGoesRightAndUndoTakesBack() {
        select(0, 2);
        Fx.type("7");
        Fx.type("5");
        Fx.key(KeyCode.ENTER);
        assertThat(quantity(0)).isEqualTo("75");
        assertThat(Fx.get(
                        () -> grid.tableView().getFocusModel().getFocusedCell().getRow()))
                .isEqualTo(1);
        Fx.type("x");
        Fx.key(KeyCode.TAB);
        assertThat(Fx.find(".cell-wrong")).isNotNull();
        assertThat(Fx.get(
                        () -> grid.tableView().getFocusModel().getFocusedCell().getColumn()))
                .isEqualTo(3);
        Fx.shoot(grid.node().getScene(), Path.of("target/screens/grid-edit.png"));
        Fx.key(KeyCode.CONTROL, KeyCode.Z);
        Fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertThat(quantity(0)).isEqualTo("10");
        assertThat(Fx.get(() -> grid.rows().stream().allMatch(row -> row.wrong().isEmpty())))
                .isTrue();
    }

    @Test
    void escapeLeavesACellAsItWas() {
        select(0, 2);
        Fx.type("99");
        Fx.key(KeyCode.ESCAPE);
        assertThat(quantity(0)).isEqualTo("10");
        assertThat(Fx.get(() -> grid.rows().getFirst().state())).isEqualTo(GridRow.State.SAVED);
    }

    @Test
    void aBlockFromExcelIsPastedAtTheCursorAndBeyondTheLastRow() {
        select(29, 1);
        clipboard("Z1\t5\nZ2\tfive\n");
        Fx.key(KeyCode.CONTROL, KeyCode.V);
        assertThat(Fx.get(() -> grid.rows().size())).isEqualTo(31);
        assertThat(code(29)).isEqualTo("Z1");
        assertThat(code(30)).isEqualTo("Z2");
        assertThat(Fx.get(() -> desk.notices().feed().getFirst().text())).startsWith("2 rows pasted; 1 of them");
        Fx.key(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Fx.get(() -> grid.tableView().getItems().size())).isEqualTo(30);
        assertThat(code(29)).isEqualTo("P30");
    }

    @Test
    void aBlockWithTitlesFindsItsColumns() {
        select(0, 1);
        clipboard("⟨test.due⟩\tquantity\n2026-12-01\t3\n");
        Fx.key(KeyCode.CONTROL, KeyCode.V);
        assertThat(Fx.get(() -> grid.rows().getFirst().value().due())).hasToString("2026-12-01");
        assertThat(quantity(0)).isEqualTo("3");
    }

    @Test
    void fillDownCopiesTheTopCell() {
        Fx.run(() -> {
            var column = grid.tableView().getVisibleLeafColumn(2);
            grid.tableView().getSelectionModel().selectRange(0, column, 3, column);
            grid.focus();
        });
        Fx.key(KeyCode.CONTROL, KeyCode.D);
        assertThat(List.of(quantity(1), quantity(2), quantity(3))).containsOnly("10");
        assertThat(quantity(4)).isEqualTo("50");
    }

    @Test
    void copyPutsTabSeparatedRowsOnTheClipboard() {
        open(Part.SPEC.opening(part -> opened.add(part.code())));
        Fx.await("rows", () -> grid.tableView().getItems().size() == 30);
        select(1, 1);
        Fx.run(() -> action("copy-titles"));
        Fx.await("copied", () -> !desk.notices().feed().isEmpty());
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("⟨test.code⟩\t⟨test.quantity⟩\t⟨test.due⟩\nP02\t20\t2026-11-24\n");
        Fx.key(KeyCode.ENTER);
        assertThat(opened).containsExactly("P02");
    }

    @Test
    void aSavedViewBringsBackColumnsSortingAndFilters() {
        Fx.run(() -> {
            grid.change(
                    query -> query.filtered("quantity", ">=290").sortedBy(List.of(new GridQuery.Sort("code", false))));
            grid.tableView().getColumns().get(3).setVisible(false);
            var columns = grid.tableView().getColumns();
            columns.add(1, columns.remove(2));
            grid.onHide();
        });
        open(Part.SPEC);
        Fx.await("the view it was left with", () -> grid.tableView().getItems().size() == 2);
        assertThat(code(0)).isEqualTo("P30");
        assertThat(Fx.get(() -> grid.tableView().getVisibleLeafColumns().size()))
                .isEqualTo(3);
    }

    @Test
    void theContextMenuOffersTheActionsWithTheirKeysShownOnly() {
        var items = Fx.get(() -> grid.tableView().getContextMenu().getItems());
        assertThat(items).extracting(item -> item.getText()).contains("Copy  Ctrl+C", "Export as Excel  Ctrl+E");
        assertThat(items).allSatisfy(item -> assertThat(item.getAccelerator()).isNull());
        select(0, 1);
        Fx.run(() -> items.get(2).fire());
        Fx.await("copied", () -> !desk.notices().feed().isEmpty());
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).startsWith("P01\t10");
    }

    @Test
    void theFirstColumnStaysInSightWhileOneScrollsToTheRight() {
        Fx.run(() -> grid.tableView().getColumns().get(1).setMaxWidth(150));
        Fx.run(() -> grid.tableView().getColumns().stream().skip(2).forEach(column -> column.setMinWidth(600)));
        Fx.settle();
        assertThat(Fx.has(".frozen-columns")).isFalse();
        Fx.run(() -> grid.tableView().scrollToColumnIndex(3));
        Fx.settle();
        Fx.await("the frozen columns", () -> Fx.has(".frozen-columns"));
        Fx.shoot(grid.node().getScene(), Path.of("target/screens/grid-frozen.png"));
        Fx.run(() -> grid.table().frozen().countProperty().set(0));
        Fx.settle();
        assertThat(Fx.has(".frozen-columns")).isFalse();
    }

    @Test
    void anEmptyListSaysWhatToDoNext() {
        Fx.run(() -> grid.rows(List.of()));
        Fx.await("empty", () -> grid.tableView().getItems().isEmpty());
        Fx.settle();
        assertThat(Fx.says("Nothing here yet.")).isTrue();
    }

    private void action(String name) {
        grid.actions().stream()
                .filter(action -> action.id().endsWith("." + name))
                .forEach(action ->
                        new ActionControls(desk.language()).button(action).fire());
    }

    private void select(int row, int column) {
        Fx.run(() -> {
            grid.tableView().requestFocus();
            grid.tableView()
                    .getSelectionModel()
                    .clearAndSelect(row, grid.tableView().getVisibleLeafColumn(column));
        });
        Fx.settle();
    }

    private void clipboard(String text) {
        Fx.run(() -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private String code(int row) {
        return String.valueOf(part(row).code());
    }

    private String quantity(int row) {
        return String.valueOf(part(row).quantity());
    }

    private Part part(int row) {
        return Fx.get(() -> ((GridRow.Data<Part>) grid.tableView().getItems().get(row)).value());
    }

    private static String label(String selector) {
        return Fx.get(() -> ((Label) Fx.find(selector)).getText());
    }
}
