package org.gemba.shell.window;

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
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.notify.Notice;
import org.gemba.fx.notify.Toasts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notification centre: what was told since the login, newest first.
final class NoticeList {
    private final Desk desk;
    private final VBox card = new VBox();

    NoticeList(Desk desk, Runnable close) {
        this.desk = desk;
        card.getStyleClass().addAll("overlay-card", "notice-list");
        var title = new Label();
        title.textProperty().bind(desk.language().text("shell.notices"));
        title.getStyleClass().add("section-title");
        var clear = new Button();
        clear.textProperty().bind(desk.language().text("shell.notices.clear"));
        clear.getStyleClass().addAll("flat", "overlay-focus");
        clear.setOnAction(event -> {
            desk.notices().clear();
            close.run();
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        var lines = new VBox();
        lines.getStyleClass().add("notice-lines");
        desk.notices().feed().forEach(notice -> lines.getChildren().add(line(notice, close)));
        if (lines.getChildren().isEmpty()) lines.getChildren().add(nothing());
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        card.getChildren().addAll(head, scroll);
        desk.notices().markRead();
    }

    Node node() {
        return card;
    }

    private Node nothing() {
        var words = new Label();
        words.textProperty().bind(desk.language().text("shell.notices.none"));
        words.getStyleClass().add("quiet");
        return words;
    }

    private Node line(Notice notice, Runnable close) {
        var words = new Label(notice.text());
        words.setWrapText(true);
        var when = new Label(desk.formats().asOf(notice.at(), desk.clock().instant()));
        when.getStyleClass().add("quiet");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(new FontIcon(Toasts.icon(notice.severity())), words, when);
        row.getStyleClass().add("choice-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (notice.action() != null) {
            var button = new ActionControls(desk.language()).button(notice.action());
            button.addEventHandler(javafx.event.ActionEvent.ACTION, event -> close.run());
            row.getChildren().add(button);
        }
        return row;
    }
}
