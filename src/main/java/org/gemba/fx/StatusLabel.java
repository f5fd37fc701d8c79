package org.gemba.fx;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// A state outside a grid: icon, words and colour.
public final class StatusLabel extends Label {
    private final Language language;
    private final FontIcon icon = new FontIcon();

    public StatusLabel(Language language) {
        this.language = language;
        getStyleClass().add("status-label");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// @param arguments for the words
    public void show(Status status, Object... arguments) {
        textProperty().bind(language.text(status.titleKey(), arguments));
        icon.setIconCode(status.icon());
        setGraphic(icon);
        getStyleClass().removeIf(name -> name.startsWith("tone-"));
        getStyleClass().add(status.tone().styleClass());
        setVisible(true);
    }
}
