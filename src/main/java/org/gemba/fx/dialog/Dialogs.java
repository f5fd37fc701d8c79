package org.gemba.fx.dialog;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gemba.fx.Language;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Identity;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The few things that may interrupt. A dialog never blocks the caller: what follows is handed over.
public final class Dialogs {
    private final Language language;
    private final Theme theme;

    public Dialogs(Language language, Theme theme) {
        this.language = language;
        this.theme = theme;
    }

    /// Asks before something that cannot be taken back. The button says what it does; Escape and the cancel button,
    /// which has the focus, do nothing.
    ///
    /// @param words what will happen, already in the user's language
    /// @param actionKey the text of the button, a verb: "Cancel order", not "Yes"
    public void confirm(Window owner, String words, String actionKey, Runnable action) {
        var stage = stage(owner, language.now(actionKey));
        var go = new Button(language.now(actionKey));
        go.setId("dialog-action");
        go.getStyleClass().add(Styles.DANGER);
        go.setOnAction(event -> {
            stage.close();
            action.run();
        });
        var cancel = new Button(language.now("fx.dialog.cancel"));
        cancel.setId("dialog-cancel");
        cancel.setOnAction(event -> stage.close());
        show(stage, List.of(text(words)), List.of(cancel, go));
        cancel.requestFocus();
    }

    /// Tells of an error that nobody expected: plain words, a code to report, the way to try again.
    ///
    /// @param retry null when trying again makes no sense
    public void unexpected(Window owner, Throwable error, @org.jspecify.annotations.Nullable Runnable retry) {
        var stage = stage(owner, language.now("fx.dialog.unexpected.title"));
        var code = Identity.of(error).toString();
        var report = new Label(language.now("fx.dialog.unexpected.code", code));
        report.setId("dialog-code");
        report.getStyleClass().add("quiet");
        var copy = new Button(language.now("fx.dialog.unexpected.copy"));
        copy.setId("dialog-copy");
        copy.setOnAction(event -> copy(code + "\n" + error));
        var buttons = new ArrayList<Button>(List.of(copy));
        if (retry != null) {
            var again = new Button(language.now("fx.dialog.unexpected.retry"));
            again.setOnAction(event -> {
                stage.close();
                retry.run();
            });
            buttons.add(again);
        }
        var close = new Button(language.now("fx.close"));
        close.setId("dialog-close");
        close.getStyleClass().add(Styles.ACCENT);
        close.setOnAction(event -> stage.close());
        buttons.add(close);
        show(stage, List.of(text(words(error)), report), buttons);
        close.requestFocus();
    }

    private String words(Throwable error) {
        return error instanceof AppError known ? language.sentence(known) : language.now("fx.dialog.unexpected.text");
    }

    private Stage stage(Window owner, String title) {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        return stage;
    }

    private void show(Stage stage, List<Node> words, List<Button> buttons) {
        var row = new HBox();
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("dialog-buttons");
        var texts = new VBox();
        texts.getChildren().addAll(words);
        texts.getStyleClass().add("dialog-words");
        var icon = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
        icon.getStyleClass().add("dialog-icon");
        var top = new HBox(icon, texts);
        top.getStyleClass().add("dialog-top");
        var scene = new Scene(new VBox(top, row));
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) stage.close();
        });
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Label text(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("dialog-text");
        return label;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
