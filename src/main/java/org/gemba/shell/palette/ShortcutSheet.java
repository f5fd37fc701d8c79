package org.gemba.shell.palette;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;

/// Every shortcut that works at this moment: first those of the screen in front, then those of the window.
public final class ShortcutSheet {
    private final Desk desk;
    private final VBox card = new VBox();

    public ShortcutSheet(Desk desk, Runnable close) {
        this.desk = desk;
        card.getStyleClass().addAll("overlay-card", "shortcut-sheet");
        var lines = new VBox();
        lines.getStyleClass().add("shortcut-lines");
        addGroup(lines, "shell.shortcuts.screen", true);
        addGroup(lines, "shell.shortcuts.window", false);
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        var button = new Button();
        button.textProperty().bind(desk.language().text("fx.close"));
        button.getStyleClass().add("overlay-focus");
        button.setOnAction(event -> close.run());
        card.getChildren().addAll(title("shell.shortcuts.title", "section-title"), scroll, button);
    }

    public Node node() {
        return card;
    }

    private void addGroup(VBox lines, String key, boolean ofScreen) {
        var screens = desk.actions().ofScreen();
        var actions = desk.actions().all().stream()
                .filter(action -> action.shortcut() != null && screens.contains(action) == ofScreen)
                .toList();
        if (actions.isEmpty()) return;
        lines.getChildren().add(title(key, "rail-heading"));
        actions.forEach(action -> lines.getChildren().add(line(action)));
    }

    private Label title(String key, String style) {
        var words = new Label();
        words.textProperty().bind(desk.language().text(key));
        words.getStyleClass().add(style);
        return words;
    }

    private Node line(Action action) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Label(action.keysText());
        keys.getStyleClass().add("keys");
        var row = new HBox(title(action.titleKey(), "shortcut-title"), gap, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
