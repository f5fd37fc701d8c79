package org.gemba.shell.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One thing over the window at a time; Escape or a click beside it closes it, and the focus goes back.
final class Overlays {
    private final StackPane layer = new StackPane();
    private @Nullable Node before;

    Overlays() {
        layer.getStyleClass().add("overlay");
        layer.setVisible(false);
        layer.setAlignment(Pos.TOP_CENTER);
        layer.setOnMousePressed(event -> {
            if (event.getTarget() == layer) close();
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            close();
            event.consume();
        });
    }

    Node node() {
        return layer;
    }

    void show(Node content) {
        if (!layer.isVisible()) before = layer.getScene().getFocusOwner();
        layer.getChildren().setAll(content);
        layer.setVisible(true);
        layer.applyCss();
        var field = content.lookup(".overlay-focus");
        if (field != null) field.requestFocus();
    }

    void close() {
        layer.setVisible(false);
        layer.getChildren().clear();
        if (before != null && before.getScene() != null) before.requestFocus();
        before = null;
    }
}
