package org.gemba.shell.login;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Language;
import org.gemba.shell.settings.LanguageSwitch;

/// The login page; also the page of a locked window.
public final class LoginView {
    private final LoginViewModel model;
    private final Language language;
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final StackPane page;

    public LoginView(LoginViewModel model, Language language) {
        this.model = model;
        this.language = language;
        this.page = build();
    }

    public Node node() {
        return page;
    }

    public void focus() {
        (username.getText().isEmpty() ? username : password).requestFocus();
    }

    private StackPane build() {
        username.setId("login-username");
        username.textProperty().bindBidirectional(model.usernameProperty());
        username.disableProperty().bind(model.lockedProperty());
        username.setOnAction(event -> password.requestFocus());
        password.setId("login-password");
        password.textProperty().bindBidirectional(model.passwordProperty());
        password.setOnAction(event -> model.login());
        var card = new VBox(title(), field("shell.login.username", username), field("shell.login.password", password));
        card.getChildren().addAll(message(), loginButton());
        addDemo(card);
        addOther(card);
        card.getStyleClass().add("entry-card");
        var outer = new VBox(card, new LanguageSwitch(language).node());
        outer.getStyleClass().add("entry-column");
        outer.setAlignment(Pos.CENTER);
        var built = new StackPane(outer);
        built.getStyleClass().add("entry-page");
        return built;
    }

    private Node title() {
        var name = new Label("Gemba");
        name.getStyleClass().add("entry-title");
        var words = new Label();
        words.textProperty()
                .bind(Bindings.when(model.lockedProperty())
                        .then(language.text("shell.login.locked"))
                        .otherwise(language.text("shell.login.title")));
        words.getStyleClass().add("quiet");
        return new VBox(name, words);
    }

    private Node field(String key, TextField input) {
        var label = new Label();
        label.textProperty().bind(language.text(key));
        label.setLabelFor(input);
        var box = new VBox(label, input);
        box.getStyleClass().add("field");
        return box;
    }

    private Node message() {
        var words = new Label();
        words.setId("login-message");
        words.textProperty().bind(model.messageProperty());
        words.getStyleClass().add("field-error");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        words.visibleProperty().bind(words.managedProperty());
        return words;
    }

    private Button loginButton() {
        var button = new Button();
        button.setId("login-button");
        button.textProperty()
                .bind(Bindings.when(model.lockedProperty())
                        .then(language.text("shell.login.unlock"))
                        .otherwise(language.text("shell.login.login")));
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> model.login());
        return button;
    }

    private void addDemo(VBox card) {
        var demo = model.demo();
        if (demo == null) return;
        var words = new Label();
        words.textProperty().bind(language.text("shell.login.demo", demo.username(), demo.password()));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        var button = new Button();
        button.setId("login-demo");
        button.textProperty().bind(language.text("shell.login.useDemo"));
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.busyProperty());
        button.setOnAction(event -> model.useDemo());
        card.getChildren().addAll(words, button);
    }

    private void addOther(VBox card) {
        var button = new Button();
        button.textProperty().bind(language.text("shell.login.other"));
        button.getStyleClass().add(Styles.FLAT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.managedProperty().bind(model.lockedProperty());
        button.visibleProperty().bind(model.lockedProperty());
        button.setOnAction(event -> model.leaveToOther());
        card.getChildren().add(button);
    }
}
