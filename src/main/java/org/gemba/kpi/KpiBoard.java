package org.gemba.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gemba.kpi.calc.Figure;
import org.gemba.kpi.calc.Punctuality;
import org.gemba.kpi.calc.Totals;
import org.gemba.kpi.calc.WipSnapshot;

/// Every figure of a range of days at once.
///
/// @param trueOtd on time over completed orders
/// @param lineAvailability in line hours, beside the document's person hours
/// @param completeness how much of what the figures want was really noted, percent
public record KpiBoard(
        KpiScope scope,
        Map<KpiName, KpiValue> values,
        KpiValue trueOtd,
        KpiValue lineAvailability,
        Totals totals,
        WipSnapshot wip,
        Punctuality punctuality,
        Figure completeness,
        Instant calculatedAt) {

    public KpiBoard {
        values = Map.copyOf(values);
    }

    public KpiValue value(KpiName kpi) {
        return Objects.requireNonNull(values.get(kpi));
    }

    /// `efficiency_ideal_cycle_time`, `wip_aging_start_date`, …: what was put in where. Attendance that nobody noted is
    /// told too, because no figure is made from nothing.
    public List<String> flags() {
        var flags = new ArrayList<String>();
        for (var kpi : KpiName.values()) {
            for (var field : value(kpi).inferred()) flags.add(kpi.name().toLowerCase(Locale.ROOT) + "_" + field);
        }
        if (!value(KpiName.ABSENTEEISM).isKnown()) flags.add("absenteeism_attendance");
        return flags;
    }
}
