package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemba.kpi.calc.CycleTime.Source;

/// What a set of rows adds up to: all that the figures of production, quality and presence need. The totals of two
/// sets added are the totals of both, so that a week is the sum of its days and never the mean of their percentages.
public record Totals(Production production, Downtime downtime, Inspected inspected, Jobs jobs, Attended attended) {
    public static final Totals NONE =
            new Totals(Production.NONE, Downtime.NONE, Inspected.NONE, Jobs.NONE, Attended.NONE);

    /// @param earned the sum of units times the standard, in hours of labour
    /// @param labourMinutes the sum of people assigned times minutes of the shift
    /// @param shiftMinutes the sum of minutes of the shift, whatever its people
    /// @param runMinutes the sum of minutes that lines ran
    /// @param plannedMinutes the same as `labourMinutes`, of standard shifts only
    /// @param plannedLineMinutes the same as `shiftMinutes`, of standard shifts only
    /// @param opportunities the sum of units times opportunities a unit
    /// @param assumedOpportunityUnits units of parts whose opportunities nobody has set, counted as one each
    /// @param rowsBySource how many entries took their standard from where
    public record Production(
            long entries,
            long units,
            long defective,
            long assigned,
            BigDecimal earned,
            BigDecimal labourMinutes,
            BigDecimal shiftMinutes,
            BigDecimal runMinutes,
            BigDecimal plannedMinutes,
            BigDecimal plannedLineMinutes,
            long opportunities,
            long assumedOpportunityUnits,
            Map<Source, Long> rowsBySource) {
        public static final Production NONE = new Production(
                0,
                0,
                0,
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                0,
                Map.of());

        public Production {
            rowsBySource = Map.copyOf(rowsBySource);
        }

        Production plus(Production more) {
            return new Production(
                    entries + more.entries,
                    units + more.units,
                    defective + more.defective,
                    assigned + more.assigned,
                    earned.add(more.earned),
                    labourMinutes.add(more.labourMinutes),
                    shiftMinutes.add(more.shiftMinutes),
                    runMinutes.add(more.runMinutes),
                    plannedMinutes.add(more.plannedMinutes),
                    plannedLineMinutes.add(more.plannedLineMinutes),
                    opportunities + more.opportunities,
                    assumedOpportunityUnits + more.assumedOpportunityUnits,
                    both(rowsBySource, more.rowsBySource));
        }

        private static Map<Source, Long> both(Map<Source, Long> some, Map<Source, Long> more) {
            if (more.isEmpty()) return some;
            var sum = new EnumMap<Source, Long>(Source.class);
            sum.putAll(some);
            more.forEach((source, rows) -> sum.merge(source, rows, Long::sum));
            return sum;
        }

        Production withOpportunities(long counted, long assumedUnits) {
            return new Production(
                    entries,
                    units,
                    defective,
                    assigned,
                    earned,
                    labourMinutes,
                    shiftMinutes,
                    runMinutes,
                    plannedMinutes,
                    plannedLineMinutes,
                    counted,
                    assumedUnits,
                    rowsBySource);
        }

        /// Entries whose order has no standard of its own.
        public long inferredRows() {
            return rowsBySource.entrySet().stream()
                    .filter(each -> each.getKey().isInferred())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /// The sources that were used, comma separated, most trusted first.
        public String sources() {
            return rowsBySource.keySet().stream().sorted().map(Source::id).collect(Collectors.joining(", "));
        }
    }

    /// @param minutes all of them
    /// @param standardMinutes those in standard shifts
    public record Downtime(long minutes, long standardMinutes) {
        public static final Downtime NONE = new Downtime(0, 0);

        Downtime plus(Downtime more) {
            return new Downtime(minutes + more.minutes, standardMinutes + more.standardMinutes);
        }
    }

    public record Inspected(long units, long passed, long defective, long defects) {
        public static final Inspected NONE = new Inspected(0, 0, 0, 0);

        Inspected plus(Inspected more) {
            return new Inspected(
                    units + more.units, passed + more.passed, defective + more.defective, defects + more.defects);
        }
    }

    public record Jobs(long started, long completedFreeOfDefects) {
        public static final Jobs NONE = new Jobs(0, 0);

        Jobs plus(Jobs more) {
            return new Jobs(started + more.started, completedFreeOfDefects + more.completedFreeOfDefects);
        }
    }

    public record Attended(BigDecimal scheduledHours, BigDecimal absenceHours) {
        public static final Attended NONE = new Attended(BigDecimal.ZERO, BigDecimal.ZERO);

        Attended plus(Attended more) {
            return new Attended(scheduledHours.add(more.scheduledHours), absenceHours.add(more.absenceHours));
        }
    }

    public static Totals of(Production production) {
        return new Totals(production, Downtime.NONE, Inspected.NONE, Jobs.NONE, Attended.NONE);
    }

    public static Totals of(Downtime downtime) {
        return new Totals(Production.NONE, downtime, Inspected.NONE, Jobs.NONE, Attended.NONE);
    }

    public static Totals of(Inspected inspected) {
        return new Totals(Production.NONE, Downtime.NONE, inspected, Jobs.NONE, Attended.NONE);
    }

    public static Totals of(Jobs jobs) {
        return new Totals(Production.NONE, Downtime.NONE, Inspected.NONE, jobs, Attended.NONE);
    }

    public static Totals of(Attended attended) {
        return new Totals(Production.NONE, Downtime.NONE, Inspected.NONE, Jobs.NONE, attended);
    }

    /// With what is set for the parts in the place of one opportunity a unit.
    public Totals withOpportunities(long opportunities, long assumedUnits) {
        return new Totals(
                production.withOpportunities(opportunities, assumedUnits), downtime, inspected, jobs, attended);
    }

    public Totals plus(Totals more) {
        return new Totals(
                production.plus(more.production),
                downtime.plus(more.downtime),
                inspected.plus(more.inspected),
                jobs.plus(more.jobs),
                attended.plus(more.attended));
    }
}
