package org.gemba.fx.action;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.gemba.fx.Language;
import org.kordamp.ikonli.javafx.FontIcon;

/// Renders actions as controls; all follow the language and the action's enabled state.
public final class ActionControls {
    private final Language language;

    public ActionControls(Language language) {
        this.language = language;
    }

    /// Icon and words.
    public Button button(Action action) {
        var button = new Button();
        button.textProperty().bind(language.text(action.titleKey()));
        connect(button, action);
        if (action.shortcut() != null) {
            button.setTooltip(new Tooltip(action.shortcut().getDisplayText()));
        }
        return button;
    }

    /// As {@link #button}, marked as the page's main action.
    public Button mainButton(Action action) {
        var button = button(action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /// The icon alone; its words are the tooltip and the accessible name.
    public Button iconButton(Action action) {
        var button = new Button();
        connect(button, action);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        var tip = new Tooltip();
        tip.textProperty().bind(Bindings.createStringBinding(() -> words(action), language.localeProperty()));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(language.text(action.titleKey()));
        return button;
    }

    public MenuItem menuItem(Action action) {
        var item = new MenuItem();
        item.textProperty().bind(language.text(action.titleKey()));
        item.setGraphic(new FontIcon(action.icon()));
        item.disableProperty().bind(Bindings.not(action.enabled()));
        item.setOnAction(event -> action.runIfEnabled());
        if (action.shortcut() != null) item.setAccelerator(action.shortcut());
        return item;
    }

    /// The keys are only shown: were they accelerators here, one press would run the action twice.
    public ContextMenu contextMenu(List<Action> actions) {
        var menu = new ContextMenu();
        for (var action : actions) {
            var item = menuItem(action);
            item.setAccelerator(null);
            item.textProperty().unbind();
            item.textProperty().bind(Bindings.createStringBinding(() -> words(action), language.localeProperty()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void connect(ButtonBase button, Action action) {
        button.setId(action.id().replace('.', '-'));
        button.setGraphic(new FontIcon(action.icon()));
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.runIfEnabled());
    }

    private String words(Action action) {
        var title = language.now(action.titleKey());
        return action.shortcut() == null
                ? title
                : title + "  " + action.shortcut().getDisplayText();
    }
}
