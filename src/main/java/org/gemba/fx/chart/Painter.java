package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/// Turns layers into shapes, one path a layer. A layer keeps its colour when others are hidden.
record Painter(ChartData data, Ranges ranges, Plot.Area area, Group into, List<Layer> palette) {
    private static final int COLOURS = 6;
    private static final double BAR_SHARE = 0.72;
    private static final double WIDEST_BAR = 64;

    void paint() {
        var piles = new double[2][data.labels().size()];
        int side = 0;
        for (var layer : data.layers()) {
            switch (layer) {
                case Layer.Band band -> paint(band);
                case Layer.Area filled -> paint(filled);
                case Layer.Bars bars -> {
                    paint(bars, bars.stacked() ? 0 : side, piles);
                    if (!bars.stacked()) side++;
                }
                case Layer.Line line -> {}
            }
        }
        // Lines lie over everything, whatever their order.
        for (var layer : data.layers()) if (layer instanceof Layer.Line line) paint(line);
    }

    private void paint(Layer.Line line) {
        var path = path(line, "plot-line");
        if (line.dashed()) path.getStyleClass().add("plot-dashed");
        ToDoubleFunction<BigDecimal> height =
                line.axis() == Layer.Axis.LEFT ? this::y : value -> Ranges.shareAt(value.doubleValue(), area);
        trace(path, line.values(), height);
        if (data.labels().size() == 1 || loneFigures(line.values())) dots(line, height);
    }

    /// A figure between two gaps makes no line, so it is drawn as a dot.
    private static boolean loneFigures(List<@Nullable BigDecimal> values) {
        for (int at = 0; at < values.size(); at++) {
            boolean before = at > 0 && values.get(at - 1) != null;
            boolean after = at + 1 < values.size() && values.get(at + 1) != null;
            if (values.get(at) != null && !before && !after) return true;
        }
        return false;
    }

    private void dots(Layer.Line line, ToDoubleFunction<BigDecimal> height) {
        var path = path(line, "plot-dots");
        for (int at = 0; at < line.values().size(); at++) {
            var value = line.values().get(at);
            if (value != null)
                draw(path, x(at) - 1, height.applyAsDouble(value), x(at) + 1, height.applyAsDouble(value));
        }
    }

    private void paint(Layer.Area filled) {
        var body = path(filled, "plot-area");
        fillBetween(body, filled.values(), value -> ranges.left().place(0, area.bottom(), area.top()), filled.values());
        trace(path(filled, "plot-line"), filled.values(), this::y);
    }

    private void paint(Layer.Band band) {
        fillBetween(path(band, "plot-band"), band.highs(), this::y, band.lows());
    }

    private void paint(Layer.Bars bars, int side, double[][] piles) {
        var path = path(bars, "plot-bar");
        int abreast = abreast();
        double room = Math.min(area.slot(data.labels().size()) * BAR_SHARE, WIDEST_BAR * abreast);
        double width = room / abreast;
        double gap = width > 6 && abreast > 1 ? 1 : 0;
        for (int at = 0; at < data.labels().size(); at++) {
            var value = bars.at(at);
            if (value == null) continue;
            double figure = value.doubleValue();
            double from = 0;
            if (bars.stacked()) {
                var pile = piles[figure < 0 ? 1 : 0];
                from = pile[at];
                pile[at] += figure;
            }
            double left = x(at) - room / 2 + side * width;
            rectangle(path, left, left + width - gap, y(from), y(from + figure));
        }
    }

    private int abreast() {
        long single = data.layers().stream()
                .filter(layer -> layer instanceof Layer.Bars bars && !bars.stacked())
                .count();
        return (int) Math.max(1, single);
    }

    private void trace(Path path, List<@Nullable BigDecimal> values, ToDoubleFunction<BigDecimal> height) {
        boolean drawing = false;
        for (int at = 0; at < values.size(); at++) {
            var value = values.get(at);
            if (value != null) {
                double y = height.applyAsDouble(value);
                path.getElements().add(drawing ? new LineTo(x(at), y) : new MoveTo(x(at), y));
            }
            drawing = value != null;
        }
    }

    /// Closed shapes between an upper and a lower edge, one for each stretch without a gap.
    private void fillBetween(
            Path path,
            List<@Nullable BigDecimal> upper,
            ToDoubleFunction<BigDecimal> lowerHeight,
            List<@Nullable BigDecimal> lower) {
        int from = 0;
        while (from < upper.size()) {
            int to = from;
            while (to < upper.size() && Layer.pick(upper, to) != null && Layer.pick(lower, to) != null) to++;
            if (to - from > 1) stretch(path, from, to, upper, lowerHeight, lower);
            from = Math.max(to, from + 1);
        }
    }

    private void stretch(
            Path path,
            int from,
            int to,
            List<@Nullable BigDecimal> upper,
            ToDoubleFunction<BigDecimal> lowerHeight,
            List<@Nullable BigDecimal> lower) {
        path.getElements().add(new MoveTo(x(from), y(known(upper, from))));
        for (int at = from + 1; at < to; at++) path.getElements().add(new LineTo(x(at), y(known(upper, at))));
        for (int at = to - 1; at >= from; at--) {
            path.getElements().add(new LineTo(x(at), lowerHeight.applyAsDouble(known(lower, at))));
        }
        path.getElements().add(new ClosePath());
    }

    private static BigDecimal known(List<@Nullable BigDecimal> values, int at) {
        return java.util.Objects.requireNonNull(values.get(at));
    }

    static void draw(Path path, double fromX, double fromY, double toX, double toY) {
        path.getElements().addAll(new MoveTo(fromX, fromY), new LineTo(toX, toY));
    }

    private static void rectangle(Path path, double left, double right, double from, double to) {
        path.getElements()
                .addAll(
                        new MoveTo(left, from),
                        new LineTo(left, to),
                        new LineTo(right, to),
                        new LineTo(right, from),
                        new ClosePath());
    }

    private Path path(Layer layer, String style) {
        var path = new Path();
        path.getStyleClass().addAll(style, colour(palette, layer));
        path.setMouseTransparent(true);
        into.getChildren().add(path);
        return path;
    }

    /// The style class of a layer's colour. A band has that of the last line, to which it belongs.
    static String colour(List<Layer> all, Layer layer) {
        var colours =
                all.stream().filter(other -> !(other instanceof Layer.Band)).toList();
        int at = layer instanceof Layer.Band ? colours.size() - 1 : colours.indexOf(layer);
        return "series-" + (Math.max(0, at) % COLOURS + 1);
    }

    private double x(int at) {
        return area.centre(at, data.labels().size());
    }

    private double y(BigDecimal value) {
        return y(value.doubleValue());
    }

    private double y(double value) {
        return ranges.left().place(value, area.bottom(), area.top());
    }
}
