package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One set of figures in a chart, one figure a label; null where nothing is known, which leaves a gap. Names are
/// already in the user's language.
public sealed interface Layer {
    String name();

    /// Which scale it is drawn against. The right one is a share: 1 stands for 100 %.
    enum Axis {
        LEFT,
        RIGHT
    }

    /// @param dashed for what is expected rather than measured
    record Line(String name, List<@Nullable BigDecimal> values, boolean dashed, Axis axis) implements Layer {
        public Line {
            values = Layer.copy(values);
        }
    }

    /// @param stacked whether it stands on the stacked bars before it instead of beside them
    record Bars(String name, List<@Nullable BigDecimal> values, boolean stacked) implements Layer {
        public Bars {
            values = Layer.copy(values);
        }
    }

    /// A line with the space under it filled.
    record Area(String name, List<@Nullable BigDecimal> values) implements Layer {
        public Area {
            values = Layer.copy(values);
        }
    }

    /// The space between two figures: a prediction interval, a tolerance.
    record Band(String name, List<@Nullable BigDecimal> lows, List<@Nullable BigDecimal> highs) implements Layer {
        public Band {
            lows = Layer.copy(lows);
            highs = Layer.copy(highs);
        }
    }

    /// The figure at a place; a band has none of its own.
    default @Nullable BigDecimal at(int place) {
        return switch (this) {
            case Line line -> pick(line.values(), place);
            case Bars bars -> pick(bars.values(), place);
            case Area area -> pick(area.values(), place);
            case Band band -> null;
        };
    }

    static @Nullable BigDecimal pick(List<@Nullable BigDecimal> values, int place) {
        return place < values.size() ? values.get(place) : null;
    }

    private static List<@Nullable BigDecimal> copy(List<@Nullable BigDecimal> values) {
        return java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
}
