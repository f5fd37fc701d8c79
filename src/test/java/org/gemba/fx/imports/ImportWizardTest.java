package org.gemba.fx.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.grid.GridRow;
import org.gemba.fx.imports.ImportSpec.Field;
import org.gemba.fx.imports.ImportSpec.Outcome;
import org.gemba.fx.imports.ImportSpec.Problem;
import org.gemba.fx.imports.ImportSpec.Row;
import org.gemba.fx.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportWizardTest {
    @TempDir
    static Path folder;

    private final List<Row> taken = new CopyOnWriteArrayList<>();
    private final List<String> left = new ArrayList<>();
    private Desk desk;
    private Stage stage;

    @BeforeEach
    void show() {
        desk = Fx.deskSavingTo(folder.resolve("errors.csv"), Clock.systemUTC(), (id, arguments) -> {});
        var wizard = Fx.get(() -> new ImportWizard(desk, spec(), () -> left.add("left")));
        var root = Fx.get(() -> new StackPane(wizard.node()));
        Fx.run(() -> root.getStyleClass().add("screen"));
        stage = Fx.show(root, 1000, 600, desk.theme());
        Fx.run(() -> wizard.choose(file("""
                物料编码,Qty,说明
                A1,5,bolt
                A2,five,nut
                A3,7,washer
                """)));
        Fx.await("read", () -> label("#import-chosen").contains("3 rows"));
    }

    @Test
    void aChineseFileIsMappedMendedAndImported() throws Exception {
        Fx.shoot(stage.getScene(), Path.of("target/screens/import-file.png"));
        next();
        assertThat(choice("code")).isEqualTo("物料编码");
        assertThat(choice("quantity")).isEqualTo("Qty");
        Fx.shoot(stage.getScene(), Path.of("target/screens/import-map.png"));
        next();
        Fx.await("rehearsed", () -> label("#import-counts").startsWith("3 rows: 2 good, 1 to mend"));
        Fx.settle();
        Fx.shoot(stage.getScene(), Path.of("target/screens/import-preview.png"));
        mend(1, 5, "6");
        Fx.await("good", () -> label("#import-counts").startsWith("3 rows: 3 good"));
        Fx.run(() -> Fx.focusOwner());
        Fx.key(KeyCode.CONTROL, KeyCode.Z);
        Fx.await("taken back", () -> label("#import-counts").startsWith("3 rows: 2 good"));
        Fx.key(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.await("outcome", () -> Fx.has("#import-outcome"));
        assertThat(label("#import-outcome")).isEqualTo("2 created, 0 updated, 1 rows left out.");
        assertThat(taken).extracting(row -> row.values().get("code")).containsExactly("A1", "A3");
        Fx.click(Fx.find("#import-left"));
        Fx.await("written", () -> !desk.notices().feed().isEmpty());
        assertThat(Files.readString(folder.resolve("errors.csv")))
                .contains("A2,five,")
                .contains("is no number");
        next();
        assertThat(left).containsExactly("left");
    }

    @Test
    void aMappingIsRememberedForFilesWithTheSameTitles() {
        next();
        Fx.run(() ->
                ((ComboBox<?>) Fx.find("#map-quantity")).getSelectionModel().select(3));
        next();
        Fx.await("rehearsed", () -> label("#import-counts").startsWith("3 rows: 0 good"));
        assertThat(Fx.get(() -> Fx.find("#wizard-next").isDisabled())).isTrue();
        show();
        next();
        Fx.await("map", () -> Fx.has("#map-quantity"));
    }

    private ImportSpec spec() {
        return new ImportSpec(
                "test",
                List.of(
                        new Field("code", "fx.grid.find", true, List.of("物料编码", "part no")),
                        new Field("quantity", "fx.grid.copy", true, List.of("qty")),
                        new Field("note", "fx.grid.sort", false, List.of("备注"))),
                new Numbers());
    }

    private final class Numbers implements ImportSpec.Service {
        @Override
        public List<Problem> check(List<Row> rows, Progress progress) {
            return rows.stream()
                    .filter(row -> !row.values().get("quantity").matches("\\d+"))
                    .map(row ->
                            new Problem(row.number(), "quantity", row.values().get("quantity") + " is no number"))
                    .toList();
        }

        @Override
        public Outcome take(List<Row> rows, Progress progress) {
            taken.addAll(rows);
            return new Outcome(rows.size(), 0, List.of());
        }
    }

    private void next() {
        Fx.click(Fx.find("#wizard-next"));
    }

    private void mend(int row, int column, String text) {
        Fx.run(() -> {
            TableView<GridRow<Row>> table = table();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(row, table.getVisibleLeafColumn(column));
        });
        Fx.settle();
        Fx.type(text);
        Fx.key(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked")
    private static TableView<GridRow<Row>> table() {
        return (TableView<GridRow<Row>>) Fx.find(".grid-table");
    }

    private static String choice(String field) {
        return Fx.get(() -> ((ComboBox<String>) Fx.find("#map-" + field)).getValue());
    }

    private static String label(String id) {
        return Fx.has(id) ? ((Label) Fx.find(id)).getText() : "";
    }

    private static Path file(String text) throws Exception {
        return Files.write(folder.resolve("parts.csv"), text.getBytes(Charset.forName("GB18030")));
    }
}
