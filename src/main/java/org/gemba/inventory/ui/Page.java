package org.gemba.inventory.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts that every page of the inventory has: title with words below it, buttons at the right, a line for what
/// went wrong.
final class Page {
    private Page() {}

    static HBox top(ObservableValue<String> title, Node words, Node... buttons) {
        var heading = new Label();
        heading.textProperty().bind(title);
        heading.getStyleClass().add("screen-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(new VBox(heading, words), gap);
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("order-top");
        return row;
    }

    static Label problem(ObservableStringValue text) {
        var problem = new Label();
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(text);
        problem.visibleProperty().bind(Bindings.isNotEmpty(text));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    static Label quiet(ObservableValue<String> text) {
        var label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }
}
