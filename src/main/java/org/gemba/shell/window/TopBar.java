package org.gemba.shell.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// Search, notifications, user.
final class TopBar {
    private final Desk desk;
    private final Overlays overlays;
    private final HBox row = new HBox();

    TopBar(Desk desk, Consumer<String> palette, Overlays overlays, Supplier<List<Action>> userActions) {
        this.desk = desk;
        this.overlays = overlays;
        row.getStyleClass().add("top-bar");
        row.setAlignment(Pos.CENTER_LEFT);
        var name = new Label("Gemba");
        name.getStyleClass().add("brand");
        row.getChildren().addAll(name, gap(), search(palette), gap(), bell(), user(userActions));
    }

    Node node() {
        return row;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Node search(Consumer<String> palette) {
        var button = new Button(null, new FontIcon(MaterialDesignM.MAGNIFY));
        button.setId("search");
        button.textProperty().bind(desk.language().text("shell.search"));
        button.getStyleClass().add("search-button");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> palette.accept(""));
        return button;
    }

    private Node bell() {
        var button = new Button(null, new FontIcon(MaterialDesignB.BELL_OUTLINE));
        button.setId("bell");
        button.getStyleClass().addAll("button-icon", "flat");
        button.accessibleTextProperty().bind(desk.language().text("shell.notices"));
        button.setOnAction(event -> overlays.show(new NoticeList(desk, overlays::close).node()));
        var count = new Label();
        var unread = desk.notices().unreadProperty();
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> unread.get() > 99 ? "99+" : "" + unread.get(), unread));
        count.getStyleClass().add("badge");
        count.setMouseTransparent(true);
        count.visibleProperty().bind(unread.greaterThan(0));
        var stack = new StackPane(button, count);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        return stack;
    }

    private Node user(Supplier<List<Action>> userActions) {
        var caller = desk.caller().get();
        var menu = new MenuButton(caller.username(), new FontIcon(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE));
        menu.setId("user-menu");
        menu.getStyleClass().add("flat");
        var controls = new ActionControls(desk);
        menu.setOnShowing(event -> menu.getItems()
                .setAll(userActions.get().stream().map(controls::menuItem).toList()));
        menu.getItems().add(new javafx.scene.control.MenuItem());
        return menu;
    }
}
