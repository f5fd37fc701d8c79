package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.util.List;

/// How well things were made. PPM counts defective units, DPMO counts defects.
public final class Quality {
    private Quality() {}

    public static Figure ppm(BigDecimal defectiveUnits, BigDecimal units) {
        return Figure.ratio(defectiveUnits, units, 1_000_000);
    }

    /// @param opportunities the sum over parts of units times the opportunities for a defect that one unit has
    public static Figure dpmo(BigDecimal defects, BigDecimal opportunities) {
        return Figure.ratio(defects, opportunities, 1_000_000);
    }

    /// @param passed without rework and without repair
    public static Figure firstPassYield(BigDecimal passed, BigDecimal inspected) {
        return Figure.percent(passed, inspected);
    }

    /// As the KPI document defines it: a unit that was reworked and is good counts. It may exceed the first pass yield,
    /// unlike the product of step yields.
    public static Figure rolledYield(BigDecimal completedFreeOfDefects, BigDecimal started) {
        return Figure.percent(completedFreeOfDefects, started);
    }

    /// The Six Sigma reading: the product of the yields of the steps, shown beside the other where steps are known.
    public static Figure productOfYields(List<Figure> steps) {
        return steps.stream().reduce(Figure::ofPercent).orElse(Figure.UNKNOWN);
    }

    public static Figure defectRate(BigDecimal defectiveUnits, BigDecimal units) {
        return Figure.percent(defectiveUnits, units);
    }

    /// Good units over all, never below zero where defects and scrap were counted twice.
    public static Figure goodRate(BigDecimal units, BigDecimal defective, BigDecimal scrapped) {
        return Figure.percent(units.subtract(defective).subtract(scrapped), units)
                .clamped(0, 100);
    }

    /// What rework and repair saved of the units that failed; 100 when none failed.
    public static Figure recovery(BigDecimal reworked, BigDecimal repaired, BigDecimal scrapped) {
        var saved = reworked.add(repaired);
        var failed = saved.add(scrapped);
        return failed.signum() == 0 ? Figure.whole(100) : Figure.percent(saved, failed);
    }

    /// Each factor counts at most 100, so that a loose standard cannot hide losses.
    public static Figure oee(Figure availability, Figure performance, Figure quality) {
        return availability
                .clamped(0, 100)
                .ofPercent(performance.clamped(0, 100))
                .ofPercent(quality.clamped(0, 100));
    }
}
