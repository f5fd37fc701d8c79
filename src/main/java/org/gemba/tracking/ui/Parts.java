package org.gemba.tracking.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.tracking.OrderStatus;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What the screens of tracking have in common.
final class Parts {
    private Parts() {}

    /// Title and a quieter sentence at the left, actions at the right.
    static Node top(Desk desk, ObservableValue<String> title, Node under, List<Action> actions) {
        var words = new Label();
        words.textProperty().bind(title);
        words.getStyleClass().add("screen-title");
        var left = new VBox(words, under);
        HBox.setHgrow(left, Priority.ALWAYS);
        var row = new HBox(left);
        var controls = new ActionControls(desk.language());
        actions.forEach(action -> {
            var button = controls.button(action);
            button.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(button);
        });
        row.getStyleClass().add("order-top");
        return row;
    }

    static Label quiet() {
        var label = new Label();
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    static Label quiet(Desk desk, String key) {
        var label = quiet();
        desk.language().bind(label.textProperty(), key);
        return label;
    }

    /// There only while there is something to tell.
    static Label problem(ObservableValue<String> words) {
        var problem = new Label();
        problem.setId("tracking-problem");
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(words);
        problem.visibleProperty().bind(Bindings.isNotEmpty(problem.textProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    static Status status(OrderStatus status) {
        return switch (status) {
            case PENDING ->
                new Status("pending", "tracking.status.pending", Tone.QUIET, MaterialDesignC.CLOCK_OUTLINE, 0);
            case PRODUCING ->
                new Status("producing", "tracking.status.producing", Tone.RUNNING, MaterialDesignP.PROGRESS_WRENCH, 1);
            case SHIPPED ->
                new Status(
                        "shipped", "tracking.status.shipped", Tone.RUNNING, MaterialDesignT.TRUCK_DELIVERY_OUTLINE, 2);
            case COMPLETED ->
                new Status(
                        "completed", "tracking.status.completed", Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 3);
            case CANCELLED ->
                new Status("cancelled", "tracking.status.cancelled", Tone.QUIET, MaterialDesignC.CANCEL, 4);
        };
    }
}
