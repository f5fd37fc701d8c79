package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The scales that a chart's figures need. Bars and areas stand on zero; lines alone may begin higher, so that a small
/// change is seen.
record Ranges(Scale left, boolean hasShare) {
    static Ranges of(ChartData data, int ticks) {
        var values = new ArrayList<Double>();
        boolean share = false;
        boolean onZero = false;
        for (var layer : data.layers()) {
            switch (layer) {
                case Layer.Line line -> {
                    if (line.axis() == Layer.Axis.RIGHT) share = true;
                    else add(values, line.values());
                }
                case Layer.Bars bars -> onZero = true;
                case Layer.Area area -> {
                    onZero = true;
                    add(values, area.values());
                }
                case Layer.Band band -> {
                    add(values, band.lows());
                    add(values, band.highs());
                }
            }
        }
        if (onZero) values.addAll(heights(data));
        data.limits().forEach(limit -> values.add(limit.value().doubleValue()));
        if (onZero || values.isEmpty()) values.add(0.0);
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(1);
        return new Ranges(Scale.around(low, high, Math.max(2, ticks)), share);
    }

    static double shareAt(double share, Plot.Area area) {
        return area.bottom() + (area.top() - area.bottom()) * share;
    }

    /// Where the bars end: single ones at their figure, stacked ones at the sum of the pile.
    private static List<Double> heights(ChartData data) {
        var ends = new ArrayList<Double>();
        for (int at = 0; at < data.labels().size(); at++) {
            double up = 0;
            double down = 0;
            for (var layer : data.layers()) {
                if (!(layer instanceof Layer.Bars bars)) continue;
                var value = bars.at(at);
                double figure = value == null ? 0 : value.doubleValue();
                if (!bars.stacked()) ends.add(figure);
                else if (figure > 0) up += figure;
                else down += figure;
            }
            ends.add(up);
            ends.add(down);
        }
        return ends;
    }

    private static void add(List<Double> all, List<@Nullable BigDecimal> values) {
        values.stream().filter(Objects::nonNull).forEach(value -> all.add(value.doubleValue()));
    }
}
