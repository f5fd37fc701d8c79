package org.gemba.fx.notify;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gemba.fx.Language;
import org.gemba.fx.action.ActionControls;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The layer over the window in which messages appear at the lower right. It lets the mouse through beside them and
/// never takes the focus.
public final class Toasts {
    private static final int MOST = 4;

    private final Language language;
    private final VBox stack = new VBox();

    public Toasts(Notices notices, Language language) {
        this.language = language;
        stack.getStyleClass().add("toasts");
        stack.setAlignment(Pos.BOTTOM_RIGHT);
        stack.setPickOnBounds(false);
        stack.setFillWidth(false);
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
        notices.onNew(this::show);
    }

    /// For the top of the window's `StackPane`.
    public Node node() {
        return stack;
    }

    private void show(Notice notice) {
        var toast = toast(notice);
        stack.getChildren().add(toast);
        if (stack.getChildren().size() > MOST) stack.getChildren().removeFirst();
        if (notice.severity() != Notice.Severity.FAILURE) {
            var pause = new PauseTransition(Duration.seconds(5));
            pause.setOnFinished(event -> stack.getChildren().remove(toast));
            pause.play();
        }
    }

    private Node toast(Notice notice) {
        var words = new Label(notice.text());
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        var close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setFocusTraversable(false);
        close.accessibleTextProperty().bind(language.text("fx.close"));
        var row = new HBox(new FontIcon(icon(notice.severity())), words);
        if (notice.action() != null) row.getChildren().add(new ActionControls(language).button(notice.action()));
        row.getChildren().add(close);
        row.getStyleClass().addAll("toast", "toast-" + notice.severity().name().toLowerCase(java.util.Locale.ROOT));
        row.setAlignment(Pos.CENTER_LEFT);
        close.setOnAction(event -> stack.getChildren().remove(row));
        return row;
    }

    /// Also what the notification centre draws beside a message.
    public static Ikon icon(Notice.Severity severity) {
        return switch (severity) {
            case INFORMATION -> MaterialDesignI.INFORMATION_OUTLINE;
            case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case FAILURE -> MaterialDesignA.ALERT_OCTAGON;
        };
    }
}
