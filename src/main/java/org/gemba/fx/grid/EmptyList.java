package org.gemba.fx.grid;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What stands in a list without rows: what it would show and what to do next.
public final class EmptyList extends VBox {
    public EmptyList(Desk desk, String textKey, @Nullable Action action) {
        getStyleClass().add("empty-list");
        setAlignment(Pos.CENTER);
        var icon = new FontIcon(MaterialDesignT.TRAY);
        icon.getStyleClass().add("empty-list-icon");
        var words = new Label();
        words.textProperty().bind(desk.language().text(textKey));
        words.setWrapText(true);
        words.getStyleClass().add("quiet");
        getChildren().addAll(icon, words);
        if (action != null) getChildren().add(new ActionControls(desk).button(action));
    }
}
