package org.gemba.fx.gantt;

import java.time.Instant;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.gemba.fx.gantt.GanttData.Bar;
import org.jspecify.annotations.Nullable;

/// A bar under the mouse on its way elsewhere. It is marked while it is over a place that the check refuses.
final class GanttDrag {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double THRESHOLD = 4;

    private final GanttBoard board;
    private final GanttViewModel model;
    private final ZoneId zone;
    private @Nullable Bar bar;
    private double fromX;
    private double fromY;
    private boolean dragging;

    GanttDrag(GanttBoard board, GanttViewModel model, ZoneId zone) {
        this.board = board;
        this.model = model;
        this.zone = zone;
    }

    /// Lets a bar's node be chosen, dragged and opened.
    void attach(Node node, Bar shown) {
        node.setOnMousePressed(event -> press(event, shown));
        node.setOnMouseDragged(event -> drag(event, node));
        node.setOnMouseReleased(event -> release(event, node, shown));
        node.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) board.open(shown);
        });
    }

    void giveUp() {
        bar = null;
        dragging = false;
        board.requestLayout();
    }

    private void press(MouseEvent event, Bar shown) {
        board.requestFocus();
        bar = event.getButton() == MouseButton.PRIMARY && shown.movable() ? shown : null;
        fromX = event.getSceneX();
        fromY = event.getSceneY();
        dragging = false;
        event.consume();
    }

    private void drag(MouseEvent event, Node node) {
        if (bar == null) return;
        double dx = event.getSceneX() - fromX;
        double dy = event.getSceneY() - fromY;
        if (!dragging && Math.hypot(dx, dy) < THRESHOLD) return;
        dragging = true;
        node.toFront();
        node.setTranslateX(dx);
        node.setTranslateY(dy);
        node.pseudoClassStateChanged(DRAGGED, true);
        var objection = model.objection(bar, rowId(dy), start(dx));
        node.pseudoClassStateChanged(REFUSED, objection.isPresent());
        event.consume();
    }

    /// Choosing draws the board anew, so it waits until the button is let go: the node under the mouse must live on.
    private void release(MouseEvent event, Node node, Bar shown) {
        var moved = bar;
        bar = null;
        if (moved == null || !dragging) {
            model.selectedProperty().set(shown);
            return;
        }
        dragging = false;
        node.setTranslateX(0);
        node.setTranslateY(0);
        model.move(moved, rowId(moved, event.getSceneY() - fromY), start(moved, event.getSceneX() - fromX));
        board.requestLayout();
        event.consume();
    }

    private String rowId(double dy) {
        return bar == null ? "" : rowId(bar, dy);
    }

    private Instant start(double dx) {
        return bar == null ? Instant.EPOCH : start(bar, dx);
    }

    private String rowId(Bar moved, double dy) {
        double middle = board.top(model.rowOf(moved)) + (board.laneOf(moved) + 0.5) * board.laneHeight();
        return model.data().rows().get(board.rowAt(middle + dy)).id();
    }

    /// A bar that is only moved to another row keeps its time to the minute.
    private Instant start(Bar moved, double dx) {
        if (Math.abs(dx) < THRESHOLD) return moved.start();
        var axis = board.axis();
        return TimeAxis.snapped(
                axis.time(axis.x(moved.start()) + dx),
                model.zoomProperty().get().snap(),
                zone);
    }
}
