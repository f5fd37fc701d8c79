package org.gemba.fx.gantt;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.gantt.GanttData.Bar;
import org.gemba.fx.grid.EmptyList;
import org.gemba.fx.print.Picture;
import org.gemba.fx.task.Jobs;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// A Gantt board: rows are resources, bars carry their label and the colour of their state or lateness, with due marks
/// and a line for now. Bars move by mouse or by Ctrl with the arrow keys, to the grid of the zoom; every move asks a
/// check, is told to the screen, and can be taken back. Arrows choose, Enter opens, plus and minus zoom, Home goes to
/// now.
public final class Gantt {
    /// One move of one bar.
    public record Move(Bar from, Bar to) {}

    private final Desk desk;
    private final Jobs jobs;
    private final GanttViewModel model = new GanttViewModel();
    private final GanttBoard board;
    private final BorderPane pane = new BorderPane();
    private final ToggleButton lateness = new ToggleButton();
    private final Label refusal = new Label();
    private final List<Action> actions;

    /// @param id stable, for action ids, for example `planning.board`
    /// @param emptyKey says what would stand here and what to do next
    public Gantt(Desk desk, String id, String emptyKey) {
        this.desk = desk;
        this.jobs = desk.background().jobs();
        this.board = new GanttBoard(desk, model);
        this.actions = List.of(
                Action.of(id + ".undo", "fx.gantt.undo", MaterialDesignU.UNDO, model::undo)
                        .shortcut("Shortcut+Z"),
                Action.of(id + ".redo", "fx.gantt.redo", MaterialDesignR.REDO, model::redo)
                        .shortcut("Shortcut+Y"),
                Action.of(
                        id + ".closer",
                        "fx.gantt.closer",
                        MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
                        () -> board.zoom(true)),
                Action.of(
                        id + ".wider",
                        "fx.gantt.wider",
                        MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
                        () -> board.zoom(false)),
                Action.of(id + ".now", "fx.gantt.now", MaterialDesignC.CLOCK_OUTLINE, board::goToNow),
                Action.of(
                        id + ".picture",
                        "fx.chart.save.picture",
                        MaterialDesignI.IMAGE_OUTLINE,
                        () -> picture().save(desk, jobs, board, id.replace('.', '-'))));
        pane.getStyleClass().add("gantt");
        pane.setTop(bar());
        var empty = new EmptyList(desk, emptyKey, null);
        pane.setCenter(empty);
        model.dataProperty()
                .addListener((property, old, now) -> pane.setCenter(now.rows().isEmpty() ? empty : board));
        goTo(desk.clock().instant().minus(Duration.ofHours(4)));
    }

    public javafx.scene.Node node() {
        return pane;
    }

    /// Replaces what stands on the board; zoom, place and the chosen bar stay.
    public void show(GanttData data) {
        model.show(data);
    }

    public GanttData data() {
        return model.data();
    }

    /// Asked on the FX thread while a bar is dragged and when it is dropped, so it must be quick.
    ///
    /// @param question why a bar may not stand there, in the user's language; empty when it may
    public void onCheck(Function<Bar, Optional<String>> question) {
        model.onCheck(question);
    }

    /// Told of every move after it was drawn, also of those that undo takes back. Who stores it and is refused calls
    /// {@link #undo()} or shows the stored state again.
    public void onMoved(Consumer<Move> action) {
        model.onMoved(action);
    }

    /// What Enter and a double click do.
    public void onOpen(Consumer<Bar> action) {
        board.onOpen(action);
    }

    public void undo() {
        model.undo();
    }

    public ReadOnlyObjectProperty<@Nullable Bar> selectedProperty() {
        return model.selectedProperty();
    }

    /// Chooses a bar and brings it into sight.
    public void select(String barId) {
        model.data().bar(barId).ifPresent(bar -> {
            model.selectedProperty().set(bar);
            board.reveal(bar);
        });
    }

    public ObjectProperty<Zoom> zoomProperty() {
        return model.zoomProperty();
    }

    /// Colours by lateness instead of by state.
    public BooleanProperty byLatenessProperty() {
        return lateness.selectedProperty();
    }

    /// The time at the left edge.
    public void goTo(Instant left) {
        model.leftProperty().set(left);
    }

    /// Shows everything from the first bar on, as near as it fits.
    public void fit() {
        var bars = model.data().bars();
        var first = bars.stream().map(Bar::start).min(Comparator.naturalOrder());
        var last = bars.stream().map(Bar::end).max(Comparator.naturalOrder());
        if (first.isPresent() && last.isPresent()) board.fit(first.get(), last.get());
    }

    /// For the actions of the screen that holds it.
    public List<Action> actions() {
        return actions;
    }

    public void focus() {
        board.requestFocus();
    }

    public void onHide() {
        jobs.cancelAll();
    }

    public Picture picture() {
        return Picture.of(board);
    }

    private HBox bar() {
        var controls = new ActionControls(desk);
        lateness.setId("gantt-lateness");
        lateness.textProperty().bind(desk.language().text("fx.gantt.lateness"));
        lateness.setGraphic(new FontIcon(MaterialDesignC.CLOCK_ALERT_OUTLINE));
        board.byLatenessProperty().bind(lateness.selectedProperty());
        refusal.textProperty().bind(model.refusalProperty());
        refusal.getStyleClass().add("field-problem");
        var fit = controls.iconButton(Action.of("gantt.fit", "fx.gantt.fit", MaterialDesignM.MAGNIFY_SCAN, this::fit));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox();
        for (var action : actions) row.getChildren().add(controls.iconButton(action));
        Button last = fit;
        row.getChildren().addAll(last, lateness, refusal, gap, zoomWords());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("grid-toolbar");
        return row;
    }

    private Label zoomWords() {
        var words = new Label();
        words.textProperty()
                .bind(desk.language().textOf(model.zoomProperty().map(zoom -> "fx.gantt.zoom." + zoom.name())));
        words.getStyleClass().add("quiet");
        return words;
    }
}
