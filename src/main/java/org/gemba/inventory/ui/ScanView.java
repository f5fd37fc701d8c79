package org.gemba.inventory.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.ui.ScanViewModel.Mode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// Receives, takes out, moves and counts by scanner. The whole page listens: what is typed anywhere on it and ends with
/// Enter is a code, so no field has to have the focus.
final class ScanView implements Screen {
    private static final int FIRST_KEY = 6;

    private final Desk desk;
    private final ScanViewModel model;
    private final ToggleGroup modes = new ToggleGroup();
    private final StringBuilder typed = new StringBuilder();
    private final Label code = new Label();
    private final Label place = new Label();
    private final Action undo;
    private final List<Action> switches = new ArrayList<>();
    private final VBox page;

    ScanView(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.model = new ScanViewModel(desk, inventory);
        var language = desk.language();
        this.undo = Action.of("inventory.scan.undo", "inventory.scan.undo", MaterialDesignU.UNDO, model::undo)
                .shortcut("Shortcut+Z")
                .needs(Permission.PARTS_UPDATE)
                .enabledWhen(Bindings.isNotEmpty(model.done()));
        var said = new Label();
        said.setId("scan-said");
        said.textProperty().bind(model.saidProperty());
        said.setWrapText(true);
        said.getStyleClass().add("kpi-value");
        code.setId("scan-code");
        code.getStyleClass().add("section-title");
        place.setId("scan-place");
        place.getStyleClass().add("section-title");
        var list = new ListView<>(model.done());
        list.setCellFactory(view -> new DoneCell());
        list.setFocusTraversable(false);
        list.setPlaceholder(Page.quiet(language.text("inventory.scan.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        var problem = Page.problem(model.problemProperty());
        problem.setId("scan-problem");
        page = new VBox(
                Page.top(
                        title(),
                        Page.quiet(language.text("inventory.scan.how")),
                        new ActionControls(language).button(undo)),
                modes(),
                place,
                code,
                said,
                problem,
                list);
        page.getStyleClass().add("screen");
        page.setFocusTraversable(true);
        page.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.stateProperty().addListener((property, old, now) -> tell());
        language.localeProperty().addListener((property, old, now) -> tell());
        tell();
    }

    private Node modes() {
        var row = new HBox();
        row.getStyleClass().add("toolbar-row");
        int key = FIRST_KEY;
        for (var mode : Mode.values()) {
            var button = new ToggleButton();
            button.setId("mode-" + mode.name().toLowerCase(Locale.ROOT));
            button.textProperty().bind(desk.language().text(key(mode)));
            button.setToggleGroup(modes);
            button.setSelected(mode == model.modeProperty().get());
            button.setFocusTraversable(false);
            button.setUserData(mode);
            row.getChildren().add(button);
            switches.add(Action.of(
                            "inventory.scan-" + mode.name().toLowerCase(Locale.ROOT),
                            key(mode),
                            MaterialDesignB.BARCODE_SCAN,
                            () -> button.setSelected(true))
                    .shortcut("F" + key++));
        }
        modes.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null && old != null) old.setSelected(true);
            else if (now != null) model.modeProperty().set((Mode) now.getUserData());
        });
        return row;
    }

    private static String key(Mode mode) {
        return "inventory.scan.mode." + mode.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String id() {
        return InventoryScreens.SCAN;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("inventory.scan.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BARCODE_SCAN;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var all = new ArrayList<>(switches);
        all.add(undo);
        return all;
    }

    @Override
    public void onShow() {
        page.requestFocus();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        for (char letter : event.getCharacter().toCharArray()) {
            if (letter >= ' ' || letter == 0x1d || letter == 0x1e || letter == 0x04) typed.append(letter);
        }
        code.setText(typed.toString());
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            var text = typed.toString();
            typed.setLength(0);
            code.setText("");
            model.scanned(text);
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && !typed.isEmpty()) {
            typed.setLength(typed.length() - 1);
            code.setText(typed.toString());
            event.consume();
        }
    }

    private void tell() {
        var now = model.stateProperty().get();
        var at = now.place();
        var words = at == null
                ? desk.language().now("inventory.scan.own.place")
                : desk.language().now("inventory.scan.at", at.name());
        var quantity = now.quantity();
        place.setText(
                quantity == null
                        ? words
                        : words + "  ·  "
                                + desk.language()
                                        .now(
                                                "inventory.scan.quantity",
                                                desk.formats().number(quantity)));
    }

    private static final class DoneCell extends ListCell<ScanViewModel.Done> {
        @Override
        protected void updateItem(ScanViewModel.@Nullable Done done, boolean empty) {
            super.updateItem(done, empty);
            setText(empty || done == null ? null : done.words());
        }
    }
}
