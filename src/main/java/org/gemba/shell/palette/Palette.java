package org.gemba.shell.palette;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.SearchProvider;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The command palette: one field, one list, used without the mouse.
public final class Palette {
    private final PaletteViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final ListView<Finding> list = new ListView<>();
    private final VBox card = new VBox();

    /// @param prefix what the field begins with, `>` for actions
    public Palette(Desk desk, List<ScreenSpec> screens, List<SearchProvider> providers, String prefix, Runnable close) {
        this.model = new PaletteViewModel(desk, screens, providers);
        this.close = close;
        field.setId("palette-field");
        field.getStyleClass().add("overlay-focus");
        field.promptTextProperty().bind(desk.language().text("shell.palette.prompt"));
        field.setText(prefix);
        field.positionCaret(prefix.length());
        model.queryProperty().bind(field.textProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setId("palette-list");
        list.setItems(model.findings());
        list.setFocusTraversable(false);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setCellFactory(view -> new Line());
        list.setOnMouseClicked(event -> chooseSelected());
        var nothing = new Label();
        nothing.textProperty().bind(desk.language().text("shell.palette.nothing"));
        nothing.getStyleClass().add("quiet");
        list.setPlaceholder(nothing);
        model.findings().addListener((javafx.collections.ListChangeListener<Finding>) change -> selectFirst());
        selectFirst();
        var help = new Label();
        help.textProperty().bind(desk.language().text("shell.palette.help"));
        help.getStyleClass().add("quiet");
        card.getStyleClass().addAll("overlay-card", "palette");
        card.getChildren().addAll(field, list, help);
    }

    public Node node() {
        return card;
    }

    private void selectFirst() {
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = model.findings().size() - 1;
        switch (event.getCode()) {
            case DOWN -> select(at == last ? 0 : at + 1);
            case UP -> select(at <= 0 ? last : at - 1);
            case ENTER -> chooseSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 3));
    }

    private void chooseSelected() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null || !chosen.isEnabled()) return;
        close.run();
        model.choose(chosen);
    }

    /// One finding: icon, title, detail, shortcut, kind.
    private static final class Line extends ListCell<Finding> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final Label group = new Label();
        private final HBox row;

        Line() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            detail.getStyleClass().add("quiet");
            group.getStyleClass().add("quiet");
            keys.getStyleClass().add("keys");
            title.setMinWidth(Region.USE_PREF_SIZE);
            group.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(icon, title, detail, gap, keys, group);
            row.getStyleClass().add("palette-line");
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (empty || finding == null) {
                setGraphic(null);
                return;
            }
            if (finding.icon() != null) icon.setIconCode(finding.icon());
            title.setText(finding.title());
            detail.setText(finding.detail());
            keys.setText(finding.keys());
            keys.setVisible(!finding.keys().isEmpty());
            group.setText(finding.group());
            row.setDisable(!finding.isEnabled());
            setGraphic(row);
        }
    }
}
