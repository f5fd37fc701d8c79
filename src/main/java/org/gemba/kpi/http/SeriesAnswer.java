package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.KpiPoint;
import org.gemba.kpi.KpiSeries;
import org.gemba.kpi.calc.CycleTime;
import org.jspecify.annotations.Nullable;

/// The answers of `GET /api/v1/kpi/efficiency` and `/performance`: the same shape under two names.
final class SeriesAnswer {
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private SeriesAnswer() {}

    record DateRange(LocalDate from, LocalDate to) {}

    /// @param calculationMethod `standard`: every value is a ratio of sums, also the average of the summary
    /// @param idealCycleTimeSource the sources that were used, most trusted first
    /// @param inferredEntries how many entries took an inferred standard
    /// @param confidence 0 to 1
    record Metadata(
            String calculationMethod,
            boolean inferenceApplied,
            String idealCycleTimeSource,
            long inferredEntries,
            long entries,
            BigDecimal confidence) {
        static Metadata of(KpiSeries series) {
            var made = series.total().totals().production();
            var sources = made.sources();
            return new Metadata(
                    "standard",
                    made.inferredRows() > 0,
                    sources.isEmpty() ? CycleTime.Source.WORK_ORDER.id() : sources,
                    made.inferredRows(),
                    made.entries(),
                    series.total().value().measured().confidence());
        }
    }

    /// @param averageEfficiency the ratio of the sums of all rows; null without any
    record EfficiencySummary(
            @Nullable BigDecimal averageEfficiency,
            @Nullable BigDecimal minEfficiency,
            @Nullable BigDecimal maxEfficiency,
            long totalUnits) {}

    /// @param hoursAvailable people assigned times length of the shift
    record EfficiencyPoint(
            LocalDate date,
            @Nullable BigDecimal efficiency,
            BigDecimal hoursProduced,
            BigDecimal hoursAvailable,
            long unitsProduced,
            long employeesAssigned,
            List<String> inferenceFlags,
            @Nullable BigDecimal target,
            @Nullable BigDecimal variance) {
        static EfficiencyPoint of(KpiPoint point) {
            var made = point.totals().production();
            return new EfficiencyPoint(
                    point.date(),
                    point.value().shown().orElse(null),
                    hours(made.earned()),
                    hours(made.labourMinutes().divide(SIXTY, 10, RoundingMode.HALF_UP)),
                    made.units(),
                    made.assigned(),
                    point.value().inferred(),
                    point.value().target(),
                    point.value().variance(2).orElse(null));
        }
    }

    record Efficiency(
            String clientId,
            DateRange dateRange,
            String aggregation,
            List<EfficiencyPoint> data,
            EfficiencySummary summary,
            Metadata metadata) {}

    /// @param averagePerformance the ratio of the sums of all rows; null without any
    record PerformanceSummary(
            @Nullable BigDecimal averagePerformance,
            @Nullable BigDecimal minPerformance,
            @Nullable BigDecimal maxPerformance,
            long totalUnits) {}

    /// @param hoursAvailable hours that the lines ran
    record PerformancePoint(
            LocalDate date,
            @Nullable BigDecimal performance,
            BigDecimal hoursProduced,
            BigDecimal hoursAvailable,
            long unitsProduced,
            long employeesAssigned,
            List<String> inferenceFlags,
            @Nullable BigDecimal target,
            @Nullable BigDecimal variance) {
        static PerformancePoint of(KpiPoint point) {
            var made = point.totals().production();
            return new PerformancePoint(
                    point.date(),
                    point.value().shown().orElse(null),
                    hours(made.earned()),
                    hours(made.runMinutes().divide(SIXTY, 10, RoundingMode.HALF_UP)),
                    made.units(),
                    made.assigned(),
                    point.value().inferred(),
                    point.value().target(),
                    point.value().variance(2).orElse(null));
        }
    }

    record Performance(
            String clientId,
            DateRange dateRange,
            String aggregation,
            List<PerformancePoint> data,
            PerformanceSummary summary,
            Metadata metadata) {}

    static Efficiency efficiency(KpiSeries series) {
        return new Efficiency(
                series.scope().clientId(),
                range(series),
                series.aggregation().id(),
                series.points().stream().map(EfficiencyPoint::of).toList(),
                new EfficiencySummary(
                        series.total().value().shown().orElse(null),
                        series.least().orElse(null),
                        series.most().orElse(null),
                        series.total().totals().production().units()),
                Metadata.of(series));
    }

    static Performance performance(KpiSeries series) {
        return new Performance(
                series.scope().clientId(),
                range(series),
                series.aggregation().id(),
                series.points().stream().map(PerformancePoint::of).toList(),
                new PerformanceSummary(
                        series.total().value().shown().orElse(null),
                        series.least().orElse(null),
                        series.most().orElse(null),
                        series.total().totals().production().units()),
                Metadata.of(series));
    }

    private static DateRange range(KpiSeries series) {
        return new DateRange(series.scope().from(), series.scope().to());
    }

    private static BigDecimal hours(BigDecimal hours) {
        return hours.setScale(2, RoundingMode.HALF_UP);
    }
}
