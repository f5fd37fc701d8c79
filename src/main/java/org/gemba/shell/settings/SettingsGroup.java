package org.gemba.shell.settings;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.jspecify.annotations.Nullable;

/// The form of one group of settings. What the environment or the file fixes is shown as such and cannot be typed in.
final class SettingsGroup {
    private final Desk desk;
    private final SettingsViewModel model;
    private final Fields fields;
    private final VBox box = new VBox();

    /// @param test null when there is nothing to try
    SettingsGroup(Desk desk, SettingsViewModel model, @Nullable Function<Map<String, String>, String> test) {
        this.desk = desk;
        this.model = model;
        this.fields = new Fields(desk.language());
        box.getStyleClass().add("form");
        box.getChildren()
                .add(Fields.inTwoColumns(model.fields().stream().map(this::row).toList()));
        var message = Fields.message(model.messageProperty());
        message.getStyleClass().add("settings-message");
        box.getChildren().addAll(message, buttons(test));
    }

    Node node() {
        return box;
    }

    private Node row(SettingField field) {
        var row = new VBox(field.kind() == SettingField.Kind.SWITCH ? toggle(field) : entry(field));
        var origin = model.entry(field).origin();
        if (origin.isFixed()) {
            row.getChildren().add(fields.quiet("shell.settings.origin." + origin.name(), field.name()));
        }
        return row;
    }

    private Node toggle(SettingField field) {
        var box = new CheckBox();
        box.setId(field.name());
        box.textProperty().bind(desk.language().text("shell.setting." + field.name()));
        box.setWrapText(true);
        box.setSelected(Boolean.parseBoolean(model.text(field).get()));
        box.setDisable(model.isReadOnly(field));
        box.selectedProperty()
                .addListener((property, old, now) -> model.text(field).set(now.toString()));
        return box;
    }

    private Node entry(SettingField field) {
        var input = field.isSecret() ? new PasswordField() : new TextField();
        input.setId(field.name());
        input.textProperty().bindBidirectional(model.text(field));
        input.setDisable(model.isReadOnly(field));
        var origin = model.entry(field).origin();
        if (field.isSecret() && origin != SettingsBook.Origin.DEFAULT) {
            input.promptTextProperty().bind(desk.language().text("shell.settings.secretSet"));
        } else {
            input.setPromptText(field.otherwise());
        }
        return fields.of("shell.setting." + field.name(), input, "", new SimpleStringProperty(""));
    }

    private Node buttons(@Nullable Function<Map<String, String>, String> test) {
        var row = new HBox();
        row.getStyleClass().add("choice-row");
        var save = button("shell.settings.save");
        save.setId("save-" + model.fields().getFirst().name());
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(model.changedProperty().not().or(model.busyProperty()));
        save.setOnAction(event -> model.save());
        row.getChildren().add(save);
        if (test != null) {
            var tried = button("shell.firstrun.test");
            tried.setDisable(!model.mayWrite());
            tried.setOnAction(event -> model.test(test));
            row.getChildren().add(tried);
        }
        return row;
    }

    private Button button(String key) {
        var button = new Button();
        button.textProperty().bind(desk.language().text(key));
        return button;
    }
}
