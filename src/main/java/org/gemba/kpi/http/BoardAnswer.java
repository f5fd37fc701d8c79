package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.gemba.kpi.KpiBoard;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiValue;
import org.gemba.kpi.calc.Delivery.Standing;
import org.gemba.kpi.calc.Sigma;
import org.gemba.kpi.calc.WipAge;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /api/v1/kpi/all`. What is not known is null, never zero.
record BoardAnswer(String clientId, SeriesAnswer.DateRange dateRange, Kpis kpis, Metadata metadata) {
    private static final int DECIMALS = 1;

    record Kpis(
            WipAging wipAging,
            OnTimeDelivery onTimeDelivery,
            Average efficiency,
            Average performance,
            Ppm ppm,
            Dpmo dpmo,
            Fpy fpy,
            Rty rty,
            Availability availability,
            Absenteeism absenteeism,
            Average oee) {}

    record WipAging(
            @Nullable BigDecimal averageDays,
            @Nullable OldestWo oldestWo,
            int openOrders,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    record OldestWo(String workOrderId, int daysInWip, int onHoldDays, int activeDays, String ageBucket) {}

    /// @param totalOrders on time and late
    /// @param notYetDue promised in the range, open, and not due yet: counted neither way
    /// @param undated open orders that nothing says the due day of
    record OnTimeDelivery(
            @Nullable BigDecimal otd,
            @Nullable BigDecimal trueOtd,
            long totalOrders,
            long onTime,
            long late,
            long notYetDue,
            int undated,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    record Average(
            @Nullable BigDecimal average,
            @Nullable BigDecimal target,
            @Nullable BigDecimal variance,
            List<String> inferredFields,
            BigDecimal confidence) {
        static Average of(KpiValue value) {
            return new Average(
                    value.shown(DECIMALS).orElse(null),
                    value.target(),
                    value.variance(DECIMALS).orElse(null),
                    value.inferred(),
                    value.measured().confidence());
        }
    }

    record Ppm(
            @Nullable BigDecimal value,
            long totalDefects,
            long totalUnits,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    /// @param sigma the level of the process, with the shift of 1.5
    record Dpmo(
            @Nullable BigDecimal value,
            long totalDefects,
            long totalOpportunities,
            @Nullable BigDecimal sigma,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    record Fpy(
            @Nullable BigDecimal value,
            long unitsPassed,
            long unitsInspected,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    record Rty(
            @Nullable BigDecimal value,
            long unitsCompletedDefectFree,
            long unitsStarted,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    /// @param plannedHours person hours of standard shifts
    /// @param lineValue the same figure by line hours
    record Availability(
            @Nullable BigDecimal value,
            BigDecimal totalDowntimeHours,
            BigDecimal plannedHours,
            @Nullable BigDecimal lineValue,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    record Absenteeism(
            @Nullable BigDecimal value,
            BigDecimal totalAbsenceHours,
            BigDecimal totalScheduledHours,
            @Nullable BigDecimal target,
            List<String> inferredFields,
            BigDecimal confidence) {}

    /// @param dataCompleteness percent; null without any row
    record Metadata(Instant calculatedAt, @Nullable BigDecimal dataCompleteness, List<String> inferenceFlags) {}

    static BoardAnswer of(KpiBoard board) {
        var kpis = new Kpis(
                wip(board),
                otd(board),
                Average.of(board.value(KpiName.EFFICIENCY)),
                Average.of(board.value(KpiName.PERFORMANCE)),
                ppm(board),
                dpmo(board),
                fpy(board),
                rty(board),
                availability(board),
                absenteeism(board),
                Average.of(board.value(KpiName.OEE)));
        return new BoardAnswer(
                board.scope().clientId(),
                new SeriesAnswer.DateRange(board.scope().from(), board.scope().to()),
                kpis,
                new Metadata(
                        board.calculatedAt(),
                        board.completeness().shown(DECIMALS).orElse(null),
                        board.flags()));
    }

    private static WipAging wip(KpiBoard board) {
        var value = board.value(KpiName.WIP_AGING);
        var oldest = board.wip()
                .oldest()
                .map(aged -> new OldestWo(
                        aged.order().id(),
                        aged.age().inWip(),
                        aged.age().onHold(),
                        aged.age().active(),
                        WipAge.bucket(aged.age().active())))
                .orElse(null);
        return new WipAging(
                value.shown(DECIMALS).orElse(null),
                oldest,
                board.wip().orders().size(),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static OnTimeDelivery otd(KpiBoard board) {
        var value = board.value(KpiName.ON_TIME_DELIVERY);
        var punctual = board.punctuality();
        return new OnTimeDelivery(
                value.shown(DECIMALS).orElse(null),
                board.trueOtd().shown(DECIMALS).orElse(null),
                punctual.onTime() + punctual.late(),
                punctual.onTime(),
                punctual.late(),
                punctual.count(Standing.NOT_YET_DUE),
                punctual.undated(),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static Ppm ppm(KpiBoard board) {
        var value = board.value(KpiName.PPM);
        boolean isProduced = board.totals().production().units() > 0;
        var made = board.totals().production();
        var seen = board.totals().inspected();
        return new Ppm(
                value.shown(0).orElse(null),
                isProduced ? made.defective() : seen.defective(),
                isProduced ? made.units() : seen.units(),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static Dpmo dpmo(KpiBoard board) {
        var value = board.value(KpiName.DPMO);
        var made = board.totals().production();
        var seen = board.totals().inspected();
        return new Dpmo(
                value.shown(0).orElse(null),
                seen.units() > 0 ? seen.defects() : made.defective(),
                made.units() > 0 ? made.opportunities() : seen.units(),
                value.shown(4).map(dpmo -> Sigma.exact(dpmo.doubleValue())).orElse(null),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static Fpy fpy(KpiBoard board) {
        var value = board.value(KpiName.FPY);
        var made = board.totals().production();
        var seen = board.totals().inspected();
        boolean isInspected = seen.units() > 0;
        return new Fpy(
                value.shown(DECIMALS).orElse(null),
                isInspected ? seen.passed() : made.units() - made.defective(),
                isInspected ? seen.units() : made.units(),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static Rty rty(KpiBoard board) {
        var value = board.value(KpiName.RTY);
        var made = board.totals().production();
        var jobs = board.totals().jobs();
        boolean isByJobs = jobs.started() > 0;
        return new Rty(
                value.shown(DECIMALS).orElse(null),
                isByJobs ? jobs.completedFreeOfDefects() : made.units() - made.defective(),
                isByJobs ? jobs.started() : made.units(),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static Availability availability(KpiBoard board) {
        var value = board.value(KpiName.AVAILABILITY);
        return new Availability(
                value.shown(DECIMALS).orElse(null),
                hours(BigDecimal.valueOf(board.totals().downtime().standardMinutes())),
                hours(board.totals().production().plannedMinutes()),
                board.lineAvailability().shown(DECIMALS).orElse(null),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static Absenteeism absenteeism(KpiBoard board) {
        var value = board.value(KpiName.ABSENTEEISM);
        var attended = board.totals().attended();
        return new Absenteeism(
                value.shown(DECIMALS).orElse(null),
                attended.absenceHours(),
                attended.scheduledHours(),
                value.target(),
                value.inferred(),
                value.measured().confidence());
    }

    private static BigDecimal hours(BigDecimal minutes) {
        return minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
