package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gemba.fx.Tone;
import org.gemba.fx.grid.GridExport;
import org.jspecify.annotations.Nullable;

/// What a chart draws: labels along the x axis and layers over them, drawn in their order.
///
/// @param unit stands behind figures, for example `%` or `pcs`; empty for none
/// @param limits straight lines across: targets, capacities, control limits
public record ChartData(List<String> labels, List<Layer> layers, List<Limit> limits, String unit) {
    public static final ChartData NONE = new ChartData(List.of(), List.of(), List.of(), "");

    /// A value that figures are held against.
    public record Limit(String name, BigDecimal value, Tone tone) {}

    /// One cause and its weight, for {@link #pareto}.
    public record Weight(String label, BigDecimal value) {}

    public ChartData {
        labels = List.copyOf(labels);
        layers = List.copyOf(layers);
        limits = List.copyOf(limits);
    }

    public static ChartData of(List<String> labels, Layer... layers) {
        return new ChartData(labels, List.of(layers), List.of(), "");
    }

    /// Bars from the heaviest cause to the lightest, and the line of their running share of the whole. Causes of equal
    /// weight stand by name; causes without weight are left out.
    public static ChartData pareto(String countName, String shareName, List<Weight> causes) {
        var ranked = causes.stream()
                .filter(cause -> cause.value().signum() > 0)
                .sorted(Comparator.comparing(Weight::value).reversed().thenComparing(Weight::label))
                .toList();
        var total = ranked.stream().map(Weight::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = new ArrayList<@Nullable BigDecimal>();
        var running = BigDecimal.ZERO;
        for (var cause : ranked) {
            running = running.add(cause.value());
            shares.add(running.divide(total, 6, RoundingMode.HALF_UP));
        }
        var weights = new ArrayList<@Nullable BigDecimal>(
                ranked.stream().map(Weight::value).toList());
        return of(
                ranked.stream().map(Weight::label).toList(),
                new Layer.Bars(countName, weights, false),
                new Layer.Line(shareName, shares, false, Layer.Axis.RIGHT));
    }

    /// What was, then what is expected with the band in which it lies. The expectation begins at the last known figure,
    /// so that the eye follows one line.
    ///
    /// @param labels of both spans, the past first
    /// @param lows as long as `expected`, as is `highs`
    public static ChartData forecast(
            ForecastNames names,
            List<String> labels,
            List<BigDecimal> past,
            List<BigDecimal> expected,
            List<BigDecimal> lows,
            List<BigDecimal> highs) {
        if (lows.size() != expected.size() || highs.size() != expected.size()) {
            throw new IllegalArgumentException("a band needs as many figures as the forecast");
        }
        return of(
                labels,
                new Layer.Band(names.band(), joined(past, lows), joined(past, highs)),
                new Layer.Line(names.past(), new ArrayList<>(past), false, Layer.Axis.LEFT),
                new Layer.Line(names.expected(), joined(past, expected), true, Layer.Axis.LEFT));
    }

    /// How the three parts of a forecast are called.
    public record ForecastNames(String past, String expected, String band) {}

    public ChartData withLimit(Limit limit) {
        var more = new ArrayList<>(limits);
        more.add(limit);
        return new ChartData(labels, layers, more, unit);
    }

    public ChartData withUnit(String newUnit) {
        return new ChartData(labels, layers, limits, newUnit);
    }

    public boolean isEmpty() {
        return labels.isEmpty() || layers.isEmpty();
    }

    /// The figures as a table: one row a label, one column a layer, two for a band.
    public GridExport.Table table(String name, String labelTitle) {
        var headers = new ArrayList<String>(List.of(labelTitle));
        for (var layer : layers) {
            if (layer instanceof Layer.Band band) headers.addAll(List.of(band.name() + " ↓", band.name() + " ↑"));
            else headers.add(layer.name());
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int place = 0; place < labels.size(); place++) rows.add(row(place));
        return new GridExport.Table(name, headers, rows);
    }

    private List<@Nullable Object> row(int place) {
        var row = new ArrayList<@Nullable Object>();
        row.add(labels.get(place));
        for (var layer : layers) {
            if (layer instanceof Layer.Band band) {
                row.add(Layer.pick(band.lows(), place));
                row.add(Layer.pick(band.highs(), place));
            } else {
                row.add(layer.at(place));
            }
        }
        return row;
    }

    private static List<@Nullable BigDecimal> joined(List<BigDecimal> past, List<BigDecimal> next) {
        var all = new ArrayList<@Nullable BigDecimal>();
        for (int i = 0; i < past.size() - 1; i++) all.add(null);
        if (!past.isEmpty()) all.add(past.getLast());
        all.addAll(next);
        return all;
    }
}
