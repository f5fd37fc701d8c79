package org.gemba.kpi;

import java.time.LocalDate;
import org.gemba.kpi.calc.Totals;

/// One data point of a trend.
///
/// @param date the first day of what it stands for
public record KpiPoint(LocalDate date, Totals totals, KpiValue value) {}
