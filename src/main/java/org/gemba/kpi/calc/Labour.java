package org.gemba.kpi.calc;

import java.math.BigDecimal;

/// What people's hours brought. A standard says hours of labour a unit; hours available are people times the length of
/// the shift; hours run are those of the line. Times are in minutes, because those are exact.
public final class Labour {
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private Labour() {}

    /// @param unitsTimesStandard the sum of units times hours a unit
    /// @param labourMinutes the sum of people assigned times minutes of the shift
    public static Figure efficiency(BigDecimal unitsTimesStandard, BigDecimal labourMinutes) {
        return Figure.percent(unitsTimesStandard.multiply(SIXTY), labourMinutes);
    }

    /// Not capped: with more than one person on a line it is above 100 by its nature.
    ///
    /// @param runMinutes the sum of the minutes that lines ran
    public static Figure performance(BigDecimal unitsTimesStandard, BigDecimal runMinutes) {
        return Figure.percent(unitsTimesStandard.multiply(SIXTY), runMinutes);
    }

    /// Units an hour.
    public static Figure throughput(BigDecimal units, BigDecimal hours) {
        return Figure.ratio(units, hours, 1);
    }
}
