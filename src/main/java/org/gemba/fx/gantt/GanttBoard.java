package org.gemba.fx.gantt;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.gemba.fx.Desk;
import org.gemba.fx.gantt.GanttData.Bar;
import org.jspecify.annotations.Nullable;

/// The drawing of a board. Only what is in sight has nodes, so a thousand bars cost no more than a screenful.
final class GanttBoard extends Region {
    private static final double TITLE_EMS = 11;
    private static final double LANE_EMS = 2;
    private static final double SCROLL = 14;

    private final Desk desk;
    private final GanttViewModel model;
    private final Pane sheet = new Pane();
    private final Pane titles = new Pane();
    private final Pane heading = new Pane();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Text measure = new Text("0");
    private final BooleanProperty byLateness = new SimpleBooleanProperty();
    private final GanttDrag drag;
    private Map<String, Lanes> lanes = new HashMap<>();
    private @Nullable Instant earliest;
    private boolean settingScroll;
    private Consumer<Bar> open = bar -> {};

    GanttBoard(Desk desk, GanttViewModel model) {
        this.desk = desk;
        this.model = model;
        this.drag = new GanttDrag(this, model, desk.zone());
        getStyleClass().add("gantt-board");
        titles.getStyleClass().add("gantt-titles");
        heading.getStyleClass().add("gantt-heading");
        down.setOrientation(Orientation.VERTICAL);
        measure.setVisible(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        getChildren().addAll(measure, sheet, titles, heading, across, down);
        clip(sheet);
        clip(titles);
        clip(heading);
        setMinSize(300, 120);
        setPrefSize(900, 400);
        model.dataProperty().addListener((property, old, now) -> dataChanged());
        model.zoomProperty().addListener((property, old, now) -> requestLayout());
        model.leftProperty().addListener((property, old, now) -> requestLayout());
        model.selectedProperty().addListener((property, old, now) -> chosen(now));
        byLateness.addListener((property, old, now) -> requestLayout());
        desk.language().localeProperty().addListener((property, old, now) -> requestLayout());
        down.valueProperty().addListener((property, old, now) -> requestLayout());
        across.valueProperty().addListener((property, old, now) -> scrolled(now.doubleValue()));
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        setOnKeyPressed(this::pressed);
        setOnMousePressed(event -> requestFocus());
    }

    BooleanProperty byLatenessProperty() {
        return byLateness;
    }

    void onOpen(Consumer<Bar> action) {
        open = action;
    }

    void open(Bar bar) {
        open.accept(bar);
    }

    TimeAxis axis() {
        return new TimeAxis(
                model.leftProperty().get(), model.zoomProperty().get().pixelsPerHour() * scale());
    }

    /// Closer or wider around the middle of what is seen.
    void zoom(boolean closer) {
        var middle = axis().time(sheet.getWidth() / 2);
        var zoom = model.zoomProperty().get();
        model.zoomProperty().set(closer ? zoom.closer() : zoom.wider());
        centre(middle);
    }

    void goToNow() {
        centre(desk.clock().instant());
    }

    void fit(Instant first, Instant last) {
        double hours = Duration.between(first, last).toMinutes() / 60.0 + 1;
        var fitting = java.util.Arrays.stream(Zoom.values())
                .filter(zoom -> zoom.pixelsPerHour() * scale() * hours <= sheet.getWidth())
                .findFirst()
                .orElse(Zoom.MONTH);
        model.zoomProperty().set(fitting);
        model.leftProperty().set(axis().left().equals(first) ? first : first.minus(fitting.snap()));
    }

    void reveal(Bar bar) {
        double x = axis().x(bar.start());
        if (x < 0 || axis().x(bar.end()) > sheet.getWidth()) {
            model.leftProperty().set(bar.start().minus(fromPixels(sheet.getWidth() / 4)));
        }
        double y = top(model.rowOf(bar));
        if (y < 0 || y + laneHeight() > sheet.getHeight()) {
            down.setValue(Math.clamp(down.getValue() + y - sheet.getHeight() / 3, 0, Math.max(0, down.getMax())));
        }
    }

    /// The row at a height of the sheet; the last one below all.
    int rowAt(double y) {
        for (int row = 0; row < model.data().rows().size(); row++) {
            if (y < top(row) + rowHeight(row)) return row;
        }
        return model.data().rows().size() - 1;
    }

    /// The upper edge of a row in the sheet, as it is scrolled.
    double top(int row) {
        double y = -down.getValue();
        for (int above = 0; above < row; above++) y += rowHeight(above);
        return y;
    }

    double rowHeight(int row) {
        var lane = lanes.get(model.data().rows().get(row).id());
        return (lane == null ? 1 : lane.count()) * laneHeight() + em() / 2;
    }

    double laneHeight() {
        return LANE_EMS * em();
    }

    double em() {
        return measure.getFont().getSize();
    }

    int laneOf(Bar bar) {
        var lane = lanes.get(bar.rowId());
        return lane == null ? 0 : lane.laneOf().getOrDefault(bar.id(), 0);
    }

    private double scale() {
        return em() / 14;
    }

    private void centre(Instant time) {
        model.leftProperty().set(time.minus(fromPixels(sheet.getWidth() / 2)));
    }

    private Duration fromPixels(double pixels) {
        return Duration.ofMillis(
                Math.round(pixels / (model.zoomProperty().get().pixelsPerHour() * scale()) * 3_600_000));
    }

    private void dataChanged() {
        lanes = new HashMap<>();
        var byRow = new HashMap<String, List<Bar>>();
        for (var bar : model.data().bars()) {
            byRow.computeIfAbsent(bar.rowId(), id -> new java.util.ArrayList<>())
                    .add(bar);
        }
        byRow.forEach((row, bars) -> lanes.put(row, Lanes.of(bars)));
        earliest = model.data().bars().stream()
                .map(Bar::start)
                .min(Instant::compareTo)
                .orElse(null);
        requestLayout();
    }

    private void chosen(@Nullable Bar bar) {
        if (bar != null) setAccessibleText(bar.label() + ", " + bar.detail());
        requestLayout();
    }

    private void scrolled(double value) {
        if (settingScroll) return;
        model.leftProperty().set(Instant.ofEpochMilli(Math.round(value)));
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoom(event.getDeltaY() > 0);
        } else if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double by = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            model.leftProperty().set(model.leftProperty().get().minus(fromPixels(by)));
        } else {
            down.setValue(Math.clamp(down.getValue() - event.getDeltaY(), 0, Math.max(0, down.getMax())));
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        boolean moves = event.isShortcutDown();
        switch (event.getCode()) {
            case LEFT -> step(moves, -1, 0);
            case RIGHT -> step(moves, 1, 0);
            case UP -> step(moves, 0, -1);
            case DOWN -> step(moves, 0, 1);
            case ENTER -> openChosen();
            case PLUS, ADD, EQUALS -> zoom(true);
            case MINUS, SUBTRACT -> zoom(false);
            case HOME -> goToNow();
            case ESCAPE -> drag.giveUp();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(boolean moves, int steps, int rows) {
        if (moves) model.nudge(steps, rows);
        else model.choose(steps, rows);
        var bar = model.selectedProperty().get();
        if (bar != null) reveal(bar);
    }

    private void openChosen() {
        var bar = model.selectedProperty().get();
        if (bar != null) open.accept(bar);
    }

    @Override
    protected void layoutChildren() {
        double title = TITLE_EMS * em();
        double head = 3.2 * em();
        double width = Math.max(10, getWidth() - title - SCROLL);
        double height = Math.max(10, getHeight() - head - SCROLL);
        heading.resizeRelocate(title, 0, width, head);
        titles.resizeRelocate(0, head, title, height);
        sheet.resizeRelocate(title, head, width, height);
        across.resizeRelocate(title, getHeight() - SCROLL, width, SCROLL);
        down.resizeRelocate(getWidth() - SCROLL, head, SCROLL, height);
        setScroll(height);
        new GanttPainter(desk, model, this, drag).paint(sheet, titles, heading);
        List.of(sheet, titles, heading).forEach(Pane::applyCss);
        List.of(sheet, titles, heading).forEach(Pane::layout);
    }

    /// Down by rows; across from a week before the earliest bar over four screens.
    private void setScroll(double height) {
        double all = 0;
        for (int row = 0; row < model.data().rows().size(); row++) all += rowHeight(row);
        down.setMax(Math.max(0, all - height));
        down.setVisibleAmount(down.getMax() * height / Math.max(height, all));
        down.setVisible(all > height);
        if (down.getValue() > down.getMax()) down.setValue(down.getMax());
        settingScroll = true;
        long left = model.leftProperty().get().toEpochMilli();
        long screen = fromPixels(sheet.getWidth()).toMillis();
        long from = earliest == null ? left : Math.min(left, earliest.toEpochMilli() - screen / 2);
        across.setMin(from);
        across.setMax(Math.max(left, from + 4 * screen));
        across.setVisibleAmount(screen);
        across.setValue(left);
        settingScroll = false;
    }

    private static void clip(Pane pane) {
        var edge = new Rectangle();
        edge.widthProperty().bind(pane.widthProperty());
        edge.heightProperty().bind(pane.heightProperty());
        pane.setClip(edge);
        pane.setManaged(false);
    }
}
