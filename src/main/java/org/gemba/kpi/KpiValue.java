package org.gemba.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gemba.kpi.calc.Figure;
import org.gemba.kpi.calc.Measured;
import org.gemba.kpi.calc.TargetState;
import org.jspecify.annotations.Nullable;

/// One figure against its target. Percent, days for the WIP aging, parts a million for PPM and DPMO.
///
/// @param target null when none is set and none suits everybody
public record KpiValue(
        KpiName kpi, Measured measured, @Nullable BigDecimal target) {
    /// With the decimals of its kind, rounded half up; empty when not known.
    public Optional<BigDecimal> shown() {
        return shown(decimals(kpi));
    }

    public Optional<BigDecimal> shown(int decimals) {
        return measured.figure().shown(decimals);
    }

    /// Value less target, from the value as shown; empty when either is not known.
    public Optional<BigDecimal> variance(int decimals) {
        var aim = target;
        return aim == null ? Optional.empty() : shown(decimals).map(value -> value.subtract(aim));
    }

    public TargetState state() {
        return TargetState.of(shown().orElse(null), target, kpi.isHigherBetter());
    }

    public boolean isKnown() {
        return measured.figure() instanceof Figure.Known;
    }

    public boolean isInferred() {
        return measured.isInferred();
    }

    /// The fields that were put in for missing ones.
    public List<String> inferred() {
        return measured.inferred();
    }

    /// Percentages have two decimals, days one, parts a million none.
    public static int decimals(KpiName kpi) {
        return switch (kpi) {
            case WIP_AGING -> 1;
            case PPM, DPMO -> 0;
            default -> 2;
        };
    }
}
