package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.calc.CycleTime.Source;

/// The KPIs of a set of rows from its totals, each with what was put in for missing data. What stands in for what is
/// decided for the whole set: figures of inspections are taken from them as soon as there is one.
public final class Measures {
    private static final String CYCLE_TIME = "ideal_cycle_time";

    private Measures() {}

    /// The one way to every figure.
    ///
    /// @param from the first day
    /// @param to the last day; ages are those at its end
    /// @param asOf the day up to which things have happened; `to`, or today when that is earlier
    public static Measured of(
            KpiName kpi, Totals totals, List<OrderFacts> orders, LocalDate from, LocalDate to, LocalDate asOf) {
        return switch (kpi) {
            case EFFICIENCY -> efficiency(totals);
            case PERFORMANCE -> performance(totals);
            case WIP_AGING -> WipSnapshot.of(orders, asOf).average();
            case ON_TIME_DELIVERY -> Punctuality.of(orders, from, to, asOf).onTimeDelivery();
            case PPM -> ppm(totals);
            case DPMO -> dpmo(totals);
            case FPY -> firstPassYield(totals);
            case RTY -> rolledYield(totals);
            case AVAILABILITY -> availability(totals);
            case ABSENTEEISM -> absenteeism(totals);
            case OEE -> oee(totals);
        };
    }

    public static Measured efficiency(Totals totals) {
        var made = totals.production();
        return withStandards(Labour.efficiency(made.earned(), made.labourMinutes()), made);
    }

    public static Measured performance(Totals totals) {
        var made = totals.production();
        return withStandards(Labour.performance(made.earned(), made.runMinutes()), made);
    }

    private static Measured withStandards(Figure figure, Totals.Production made) {
        if (made.inferredRows() == 0) return Measured.sure(figure);
        return new Measured(figure, List.of(CYCLE_TIME), leastCertain(made));
    }

    private static BigDecimal leastCertain(Totals.Production made) {
        return made.rowsBySource().keySet().stream().map(Source::confidence).reduce(BigDecimal.ONE, BigDecimal::min);
    }

    /// By what was produced; by what was inspected when nothing was produced.
    public static Measured ppm(Totals totals) {
        var made = totals.production();
        var seen = totals.inspected();
        if (made.units() > 0 || seen.units() == 0)
            return Measured.sure(Quality.ppm(number(made.defective()), number(made.units())));
        return Measured.guessed(Quality.ppm(number(seen.defective()), number(seen.units())), "0.7", "units_produced");
    }

    /// Defects of inspections over the opportunities of what was produced. Without inspections every defective unit
    /// counts as one defect; a part that nobody has set counts as one opportunity.
    public static Measured dpmo(Totals totals) {
        var made = totals.production();
        var seen = totals.inspected();
        var guesses = new ArrayList<String>();
        if (seen.units() == 0) guesses.add("total_defects_count");
        if (made.units() == 0) guesses.add("units_produced");
        else if (made.assumedOpportunityUnits() > 0) guesses.add("opportunities_per_unit");
        long defects = seen.units() == 0 ? made.defective() : seen.defects();
        long opportunities = made.units() == 0 ? seen.units() : made.opportunities();
        var figure = Quality.dpmo(number(defects), number(opportunities));
        if (figure instanceof Figure.Unknown || guesses.isEmpty()) return Measured.sure(figure);
        return Measured.guessed(figure, "0.5", guesses.toArray(String[]::new));
    }

    /// Without inspections what was produced and not found defective has passed.
    public static Measured firstPassYield(Totals totals) {
        var seen = totals.inspected();
        if (seen.units() > 0) return Measured.sure(Quality.firstPassYield(number(seen.passed()), number(seen.units())));
        return fromProduction(totals, "units_inspected");
    }

    /// Without jobs what was produced and not found defective is complete.
    public static Measured rolledYield(Totals totals) {
        var jobs = totals.jobs();
        if (jobs.started() > 0)
            return Measured.sure(Quality.rolledYield(number(jobs.completedFreeOfDefects()), number(jobs.started())));
        return fromProduction(totals, "units_started");
    }

    private static Measured fromProduction(Totals totals, String field) {
        var made = totals.production();
        var figure = Quality.firstPassYield(number(made.units() - made.defective()), number(made.units()));
        return figure instanceof Figure.Unknown ? Measured.sure(figure) : Measured.guessed(figure, "0.7", field);
    }

    /// In person hours, as the document has it.
    public static Measured availability(Totals totals) {
        return Measured.sure(Presence.availability(
                number(totals.downtime().standardMinutes()), totals.production().plannedMinutes()));
    }

    /// The same in line hours.
    public static Measured lineAvailability(Totals totals) {
        return Measured.sure(Presence.availability(
                number(totals.downtime().standardMinutes()), totals.production().plannedLineMinutes()));
    }

    /// Not known without attendance.
    public static Measured absenteeism(Totals totals) {
        var attended = totals.attended();
        return Measured.sure(Presence.absenteeism(attended.absenceHours(), attended.scheduledHours()));
    }

    /// Line availability times pace times the share of good units, each at most 100. The pace is the performance
    /// divided by the mean crew of a line, so that ten people who keep the standard are at 100 and not at 1000.
    public static Measured oee(Totals totals) {
        var made = totals.production();
        var good = Quality.goodRate(number(made.units()), number(made.defective()), BigDecimal.ZERO);
        var pace = Labour.performance(
                made.earned().multiply(made.shiftMinutes()), made.runMinutes().multiply(made.labourMinutes()));
        return withStandards(Quality.oee(lineAvailability(totals).figure(), pace, good), made);
    }

    static BigDecimal number(long count) {
        return BigDecimal.valueOf(count);
    }
}
