package org.gemba.shell.settings;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Language;

/// Rows of a form: label above, input, and below it what it means or what is wrong with it.
public record Fields(Language language) {
    /// @param helpKey what the field means; empty for nothing
    /// @param fault what is wrong at the moment; empty or null for nothing
    public Node of(String titleKey, TextInputControl input, String helpKey, ObservableValue<String> fault) {
        var title = new Label();
        title.textProperty().bind(language.text(titleKey));
        title.setLabelFor(input);
        input.accessibleTextProperty().bind(title.textProperty());
        var box = new VBox(title, input);
        if (!helpKey.isEmpty()) box.getChildren().add(quiet(helpKey));
        box.getChildren().add(fault(fault));
        box.getStyleClass().add("field");
        return box;
    }

    public Label quiet(String key, Object... arguments) {
        var words = new Label();
        words.textProperty().bind(language.text(key, arguments));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        return words;
    }

    public Label heading(String key) {
        var words = new Label();
        words.textProperty().bind(language.text(key));
        words.getStyleClass().add("section-title");
        return words;
    }

    public CheckBox check(String titleKey, BooleanProperty value) {
        var box = new CheckBox();
        box.textProperty().bind(language.text(titleKey));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    /// Rows in two equal columns, so that a long form fits a small screen.
    public static GridPane inTwoColumns(List<Node> rows) {
        var columns = new GridPane();
        columns.getStyleClass().add("form-columns");
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        columns.getColumnConstraints().addAll(half, half);
        for (int i = 0; i < rows.size(); i++) columns.add(rows.get(i), i % 2, i / 2);
        return columns;
    }

    /// Words that take room only while there are some.
    public static Label fault(ObservableValue<String> fault) {
        var words = message(fault);
        words.getStyleClass().add("field-error");
        return words;
    }

    public static Label message(ObservableValue<String> text) {
        var words = new Label();
        words.textProperty().bind(text.map(said -> said).orElse(""));
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        words.visibleProperty().bind(words.managedProperty());
        return words;
    }
}
