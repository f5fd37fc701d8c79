package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.gemba.fx.Formats;
import org.jspecify.annotations.Nullable;

/// The drawing of a chart: axes, layers, limits, and a cursor that tells the figures at a place. The cursor follows the
/// mouse and the arrow keys; Enter and a click open what lies behind the place.
final class Plot extends Region {
    private static final double MARGIN = 6;
    private static final int LINES_PER_TICK = 3;

    private final Group grid = new Group();
    private final Group drawing = new Group();
    private final Group words = new Group();
    private final Line cursor = new Line();
    private final Label tip = new Label();
    private final Text measure = new Text("0");
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(-1);
    private final Set<String> hidden = new HashSet<>();
    private ChartData data = ChartData.NONE;
    private Formats formats;
    private Ranges ranges = Ranges.of(ChartData.NONE, 2);
    private Area area = new Area(0, 0, 1, 1);
    private IntConsumer open = at -> {};

    /// The rectangle inside the axes.
    record Area(double left, double top, double right, double bottom) {
        double slot(int places) {
            return (right - left) / Math.max(1, places);
        }

        double centre(int at, int places) {
            return left + (at + 0.5) * slot(places);
        }
    }

    Plot(Formats formats) {
        this.formats = formats;
        getStyleClass().add("plot");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        measure.setVisible(false);
        cursor.getStyleClass().add("plot-cursor");
        tip.getStyleClass().add("plot-tip");
        tip.setMouseTransparent(true);
        measure.getStyleClass().add("plot-words");
        getChildren().addAll(measure, grid, drawing, words, cursor, tip);
        setMinSize(160, 90);
        setPrefSize(480, 240);
        setOnMouseMoved(event -> point(at(event.getX())));
        setOnMouseExited(event -> point(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            if (place.get() >= 0) open.accept(place.get());
        });
        setOnKeyPressed(this::pressed);
        focusedProperty().addListener((property, old, now) -> {
            if (!now) point(-1);
        });
    }

    void show(ChartData shown, Formats in, String words) {
        data = shown;
        formats = in;
        setAccessibleText(words);
        point(-1);
        requestLayout();
    }

    void hide(String layer, boolean hides) {
        if (hides ? hidden.add(layer) : hidden.remove(layer)) requestLayout();
    }

    void onOpen(IntConsumer action) {
        open = action;
    }

    /// The place under the cursor; -1 for none.
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    private void pressed(KeyEvent event) {
        int last = data.labels().size() - 1;
        int now = place.get();
        switch (event.getCode()) {
            case RIGHT -> point(Math.min(last, now + 1));
            case LEFT -> point(now < 0 ? last : Math.max(0, now - 1));
            case HOME -> point(Math.min(0, last));
            case END -> point(last);
            case ESCAPE -> point(-1);
            case ENTER -> {
                if (now < 0) return;
                open.accept(now);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int at(double x) {
        if (data.isEmpty() || x < area.left() || x > area.right()) return -1;
        int at = (int) ((x - area.left()) / area.slot(data.labels().size()));
        return Math.clamp(at, 0, data.labels().size() - 1);
    }

    private void point(int at) {
        place.set(at);
        cursor.setVisible(at >= 0);
        tip.setVisible(at >= 0);
        if (at < 0) return;
        var text = said(at);
        tip.setText(text);
        setAccessibleText(text);
        putCursor(at);
    }

    private void putCursor(int at) {
        double x = area.centre(at, data.labels().size());
        cursor.setStartX(x);
        cursor.setEndX(x);
        cursor.setStartY(area.top());
        cursor.setEndY(area.bottom());
        tip.autosize();
        boolean left = x + tip.getWidth() + MARGIN * 2 > getWidth();
        tip.relocate(left ? Math.max(0, x - tip.getWidth() - MARGIN * 2) : x + MARGIN * 2, area.top());
    }

    /// The label and every figure at a place, one a line.
    String said(int at) {
        var lines = new ArrayList<String>(List.of(data.labels().get(at)));
        for (var layer : visible()) {
            if (layer instanceof Layer.Band band) {
                var low = Layer.pick(band.lows(), at);
                var high = Layer.pick(band.highs(), at);
                if (low != null && high != null) lines.add(band.name() + "  " + figure(low) + " – " + figure(high));
                continue;
            }
            var value = layer.at(at);
            if (value == null) continue;
            boolean share = layer instanceof Layer.Line line && line.axis() == Layer.Axis.RIGHT;
            lines.add(layer.name() + "  " + (share ? formats.percent(value) : figure(value)));
        }
        return String.join("\n", lines);
    }

    private String figure(BigDecimal value) {
        return formats.number(value) + (data.unit().isEmpty() ? "" : " " + data.unit());
    }

    private List<Layer> visible() {
        return data.layers().stream()
                .filter(layer -> !hidden.contains(layer.name()))
                .toList();
    }

    @Override
    protected void layoutChildren() {
        grid.getChildren().clear();
        drawing.getChildren().clear();
        words.getChildren().clear();
        if (data.isEmpty() || getWidth() < 40 || getHeight() < 40) return;
        double line = measure.getLayoutBounds().getHeight();
        var seen = new ChartData(data.labels(), visible(), data.limits(), data.unit());
        int ticks = (int) Math.clamp((getHeight() - 2 * line) / (LINES_PER_TICK * line), 2, 8);
        ranges = Ranges.of(seen, ticks);
        double left = ranges.left().ticks().stream()
                .mapToDouble(tick -> width(formats.number(tick)))
                .max()
                .orElse(0);
        double right = ranges.hasShare() ? width(formats.percent(BigDecimal.ONE)) + MARGIN : MARGIN;
        area = new Area(left + MARGIN * 2, line, getWidth() - right, getHeight() - 1.4 * line - MARGIN);
        drawAxes(line);
        new Painter(seen, ranges, area, drawing, data.layers()).paint();
        for (var limit : data.limits()) drawLimit(limit, line);
        // What is added while laying out would get its style only with the next pulse.
        List.of(grid, drawing, words).forEach(Group::applyCss);
        if (place.get() >= 0) putCursor(place.get());
    }

    private void drawAxes(double line) {
        for (var tick : ranges.left().ticks()) {
            double y = ranges.left().place(tick.doubleValue(), area.bottom(), area.top());
            var path = new Path();
            path.getStyleClass().add("plot-grid");
            Painter.draw(path, area.left(), y, area.right(), y);
            grid.getChildren().add(path);
            var text = word(formats.number(tick), VPos.CENTER);
            text.relocate(area.left() - MARGIN - width(text.getText()), y - line / 2);
            words.getChildren().add(text);
        }
        if (ranges.hasShare()) {
            for (var share : List.of("0", "0.5", "1")) {
                double y = Ranges.shareAt(Double.parseDouble(share), area);
                var text = word(formats.percent(new BigDecimal(share)), VPos.CENTER);
                text.relocate(area.right() + MARGIN, y - line / 2);
                words.getChildren().add(text);
            }
        }
        drawLabels();
    }

    /// As many labels as fit, from the first on.
    private void drawLabels() {
        int places = data.labels().size();
        double slot = area.slot(places);
        double widest = data.labels().stream().mapToDouble(this::width).max().orElse(0) + MARGIN * 2;
        int every = (int) Math.max(
                1, Math.ceil(Math.min(widest, 14 * measure.getLayoutBounds().getHeight()) / slot));
        for (int at = 0; at < places; at += every) {
            var text = word(fitted(data.labels().get(at), slot * every - MARGIN), VPos.TOP);
            double wide = width(text.getText());
            double x = Math.clamp(area.centre(at, places) - wide / 2, 0, Math.max(0, getWidth() - wide));
            text.relocate(x, area.bottom() + 0.4 * measure.getLayoutBounds().getHeight() + MARGIN / 2);
            words.getChildren().add(text);
        }
    }

    private void drawLimit(ChartData.Limit limit, double line) {
        double y = ranges.left().place(limit.value().doubleValue(), area.bottom(), area.top());
        var path = new Path();
        path.getStyleClass().addAll("plot-limit", limit.tone().styleClass());
        Painter.draw(path, area.left(), y, area.right(), y);
        var text = word(limit.name() + "  " + figure(limit.value()), VPos.BOTTOM);
        text.getStyleClass().add("plot-limit-words");
        text.relocate(area.right() - width(text.getText()) - MARGIN, y - line);
        words.getChildren().addAll(path, text);
    }

    private String fitted(String label, double room) {
        if (width(label) <= room) return label;
        var cut = label;
        while (cut.length() > 1 && width(cut + "…") > room) cut = cut.substring(0, cut.length() - 1);
        return cut + "…";
    }

    private Text word(String text, VPos origin) {
        var node = new Text(text);
        node.setFont(measure.getFont());
        node.getStyleClass().add("plot-words");
        node.setTextOrigin(origin);
        return node;
    }

    private double width(@Nullable String text) {
        var probe = new Text(text);
        probe.setFont(measure.getFont());
        return probe.getLayoutBounds().getWidth();
    }
}
