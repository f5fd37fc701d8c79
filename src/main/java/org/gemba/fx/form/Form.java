package org.gemba.fx.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.gemba.fx.Language;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError.Rule;

/// Fields one below the other: label, control, and under it what is wrong. A field is checked when it is left, all are
/// at {@link #isGood()}; what a service refuses afterwards ({@link #show}) stands under its field as well.
public final class Form {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private record Field(Control control, Label message, FieldCheck check) {}

    private final Language language;
    private final VBox box = new VBox();
    private final Label general = new Label();
    private final Map<String, Field> fields = new LinkedHashMap<>();

    public Form(Language language) {
        this.language = language;
        box.getStyleClass().add("form");
        general.getStyleClass().add("field-problem");
        hideWhenEmpty(general);
        box.getChildren().add(general);
    }

    public Node node() {
        return box;
    }

    /// @param name as the service calls it in its field errors; also the control's id
    public TextField text(String name, String labelKey, FieldCheck check) {
        return add(name, labelKey, new TextField(), check);
    }

    public PasswordField password(String name, String labelKey, FieldCheck check) {
        return add(name, labelKey, new PasswordField(), check);
    }

    /// Any other control (choice, check box, spinner), which cannot hold a wrong value of its own.
    public <C extends Control> C control(String name, String labelKey, C control) {
        return add(name, labelKey, control, FieldCheck.NONE);
    }

    /// Checks all fields; the first wrong one gets the focus.
    public boolean isGood() {
        clear();
        var wrong = fields.values().stream().filter(field -> !check(field)).toList();
        if (!wrong.isEmpty()) wrong.getFirst().control().requestFocus();
        return wrong.isEmpty();
    }

    /// Puts what a service refused under the fields that it names, the rest above the form.
    public void show(AppError error) {
        clear();
        if (!(error instanceof AppError.InvalidInput invalid)) {
            general.setText(language.sentence(error));
            return;
        }
        for (var refused : invalid.fields()) {
            var field = fields.get(refused.field());
            if (field == null) general.setText(refused.sentence());
            else mark(field, Optional.of(refused.rule()));
        }
    }

    public void clear() {
        general.setText("");
        fields.values().forEach(field -> mark(field, Optional.empty()));
    }

    private <C extends Control> C add(String name, String labelKey, C control, FieldCheck check) {
        var label = new Label();
        ObservableValue<String> words = language.text(labelKey);
        label.textProperty().bind(words);
        label.setLabelFor(control);
        control.setId(name);
        control.accessibleTextProperty().bind(words);
        control.setMaxWidth(Double.MAX_VALUE);
        var message = new Label();
        message.setId(name + "-message");
        message.setWrapText(true);
        message.getStyleClass().add("field-problem");
        hideWhenEmpty(message);
        var field = new Field(control, message, check);
        fields.put(name, field);
        control.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) check(field);
        });
        var row = new VBox(label, control, message);
        row.getStyleClass().add("form-row");
        box.getChildren().add(row);
        return control;
    }

    private boolean check(Field field) {
        if (!(field.control() instanceof TextInputControl input)) return true;
        var broken = field.check().broken(input.getText() == null ? "" : input.getText());
        mark(field, broken);
        return broken.isEmpty();
    }

    private void mark(Field field, Optional<Rule> broken) {
        field.message()
                .setText(broken.map(rule -> FieldCheck.sentence(language, rule)).orElse(""));
        field.control().pseudoClassStateChanged(WRONG, broken.isPresent());
        field.control().setAccessibleHelp(field.message().getText());
    }

    private static void hideWhenEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }
}
