package org.gemba.kpi;

import java.math.BigDecimal;
import java.util.List;
import org.gemba.kpi.calc.CycleTime;
import org.gemba.kpi.calc.Figure;
import org.gemba.kpi.calc.Labour;
import org.gemba.kpi.calc.Quality;

/// The figures of one entry, in percent with two decimals.
///
/// @param flags the fields that were estimated for them, by the names of the document
public record EntryFigures(BigDecimal efficiency, BigDecimal performance, BigDecimal defectRate, List<String> flags) {
    private static final int DECIMALS = 2;

    public EntryFigures {
        flags = List.copyOf(flags);
    }

    /// @param standard of the entry's order on the entry's day
    public static EntryFigures of(ProductionEntry entry, CycleTime standard) {
        var day = EntryDay.of(entry);
        var units = BigDecimal.valueOf(entry.unitsProduced());
        var earned = units.multiply(standard.hours());
        return new EntryFigures(
                shown(Labour.efficiency(earned, day.labourMinutes())),
                shown(Labour.performance(earned, day.runMinutes())),
                shown(Quality.defectRate(BigDecimal.valueOf(entry.unitsDefective()), units)),
                standard.source().isInferred() ? List.of("ideal_cycle_time") : List.of());
    }

    /// An entry without a unit has no defective one.
    private static BigDecimal shown(Figure figure) {
        return figure.shown(DECIMALS).orElse(BigDecimal.ZERO);
    }
}
