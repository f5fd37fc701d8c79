package org.gemba.fx.action;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gemba.fx.Desk;
import org.gemba.fx.Language;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Renders actions as controls; all follow the language and the action's enabled state.
///
/// An action for which the user lacks the right stays visible and reachable, looks disabled, and says why when it is
/// pointed at or pressed.
public final class ActionControls {
    private static final String NOT_ALLOWED = "not-allowed";

    private final Language language;
    private final @Nullable Desk desk;

    public ActionControls(Desk desk) {
        this.language = desk.language();
        this.desk = desk;
    }

    /// For actions that need no right.
    public ActionControls(Language language) {
        this.language = language;
        this.desk = null;
    }

    /// Icon and words.
    public Button button(Action action) {
        var button = new Button();
        button.textProperty().bind(language.text(action.titleKey()));
        if (action.shortcut() != null) {
            button.setTooltip(new Tooltip(action.shortcut().getDisplayText()));
        }
        connect(button, action);
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
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        var tip = new Tooltip();
        tip.textProperty().bind(Bindings.createStringBinding(() -> words(action), language.localeProperty()));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(language.text(action.titleKey()));
        connect(button, action);
        return button;
    }

    public MenuItem menuItem(Action action) {
        var item = new MenuItem();
        item.textProperty().bind(language.text(action.titleKey()));
        item.setGraphic(new FontIcon(action.icon()));
        if (isAllowed(action)) item.disableProperty().bind(Bindings.not(action.enabled()));
        else item.setDisable(true);
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

    /// A button says what it does even where it is narrow: others give way.
    private void connect(ButtonBase button, Action action) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(action.id().replace('.', '-'));
        button.setGraphic(new FontIcon(action.icon()));
        if (isAllowed(action)) {
            button.disableProperty().bind(Bindings.not(action.enabled()));
            button.setOnAction(event -> action.runIfEnabled());
        } else {
            refuse(button, Objects.requireNonNull(desk));
        }
    }

    private boolean isAllowed(Action action) {
        return desk == null
                || action.permission() == null
                || desk.caller().get().may(action.permission());
    }

    private void refuse(ButtonBase button, Desk at) {
        button.getStyleClass().add(NOT_ALLOWED);
        var reason = new Tooltip();
        reason.textProperty().bind(language.text("fx.action.forbidden"));
        button.setTooltip(reason);
        button.accessibleHelpProperty().bind(reason.textProperty());
        button.setOnAction(event -> at.notices().information(language.now("fx.action.forbidden")));
    }

    private String words(Action action) {
        var title = language.now(action.titleKey());
        return action.shortcut() == null
                ? title
                : title + "  " + action.shortcut().getDisplayText();
    }
}
