package org.gemba.kpi;

import java.math.BigDecimal;
import java.util.Map;
import org.gemba.kpi.calc.Figure;
import org.jspecify.annotations.Nullable;

/// How much of one field is missing, and what stands in for it.
///
/// @param field its name in the document: `ideal_cycle_time`, `planned_ship_date`, `employees_present`
/// @param total orders or entries that should have it
/// @param strategy the name of what is put in, the most common where there are several
/// @param fallback what is put in when nothing else is known; null when nothing is
/// @param confidence 0 to 1, of the least certain that was put in
/// @param places where it is missing most: styles of orders, or days
public record FieldGap(
        String field,
        long missing,
        long total,
        String strategy,
        @Nullable BigDecimal fallback,
        BigDecimal confidence,
        Map<String, Long> places) {

    /// Percent; not known without any row.
    public Figure completeness() {
        return Figure.percent(BigDecimal.valueOf(total - missing), BigDecimal.valueOf(total));
    }
}
