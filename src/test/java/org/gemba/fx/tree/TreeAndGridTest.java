package org.gemba.fx.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Fx;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

class TreeAndGridTest {
    /// A category.
    record Branch(String id, List<Branch> children) {}

    private final List<String> moved = new ArrayList<>();

    @Test
    void rowsAreCutAndPutIntoABranchThatTakesThem() {
        var desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});
        var grid = Fx.get(() -> new Grid<>(
                desk, GridSpec.of("test", List.of(GridColumn.<String>text("name", "fx.grid.find", row -> row)))));
        var both = Fx.get(() -> new TreeAndGrid<>(
                desk,
                new TreeAndGrid.Branches<Branch>(
                        Branch::id, Branch::id, Branch::children, MaterialDesignF.FOLDER_OUTLINE),
                new TreeAndGrid.Moves<>(
                        (branch, rows) -> !branch.id().equals("Metal"),
                        (branch, rows) -> moved.add(branch.id() + rows)),
                grid));
        var stage = Fx.show(Fx.get(() -> new StackPane(both.node())), 900, 400, desk.theme());
        Fx.run(() -> {
            both.show(List.of(
                    new Branch("Rubber", List.of(new Branch("Soles", List.of()))), new Branch("Metal", List.of())));
            grid.rows(List.of("bolt", "nut", "sole"));
        });
        Fx.await("rows", () -> grid.tableView().getItems().size() == 3);
        Fx.run(() -> {
            grid.tableView().getSelectionModel().select(2);
            grid.focus();
        });
        Fx.key(KeyCode.CONTROL, KeyCode.X);
        Fx.run(() -> {
            both.choose("Metal");
            both.focus();
        });
        Fx.key(KeyCode.CONTROL, KeyCode.V);
        assertThat(moved).isEmpty();
        Fx.run(() -> both.choose("Soles"));
        Fx.shoot(stage.getScene(), Path.of("target/screens/tree.png"));
        Fx.key(KeyCode.CONTROL, KeyCode.V);
        assertThat(moved).containsExactly("Soles[sole]");
        Fx.run(() -> both.show(List.of(new Branch("Rubber", List.of(new Branch("Soles", List.of()))))));
        assertThat(Fx.get(() -> both.chosenProperty().get().id())).isEqualTo("Soles");
    }
}
