package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.gemba.kpi.calc.CycleTime;
import org.gemba.kpi.calc.Delivery;
import org.gemba.kpi.calc.Labour;
import org.gemba.kpi.calc.Quality;
import org.jspecify.annotations.Nullable;

/// One row that a figure is made from.
public sealed interface KpiRow {
    LocalDate day();

    String workOrderId();

    /// A production entry. Efficiency and performance in percent, two decimals.
    ///
    /// @param cycleTime the standard that its figures are made with
    record Entry(
            String entryId,
            String clientId,
            String workOrderId,
            @Nullable String jobId,
            String style,
            LocalDate day,
            ShiftType shift,
            @Nullable String operation,
            int units,
            int defective,
            BigDecimal runHours,
            int assigned,
            @Nullable Integer present,
            @Nullable BigDecimal scheduledHours,
            int downtimeMinutes,
            @Nullable String notes,
            String createdBy,
            boolean isVerified,
            CycleTime cycleTime)
            implements KpiRow {
        public BigDecimal shiftMinutes() {
            return ShiftTime.minutes(scheduledHours, runHours, downtimeMinutes);
        }

        public Optional<BigDecimal> efficiency() {
            return Labour.efficiency(earned(), shiftMinutes().multiply(BigDecimal.valueOf(assigned)))
                    .shown(2);
        }

        public Optional<BigDecimal> performance() {
            return Labour.performance(earned(), runHours.multiply(BigDecimal.valueOf(60)))
                    .shown(2);
        }

        public Optional<BigDecimal> defectRate() {
            return Quality.defectRate(BigDecimal.valueOf(defective), BigDecimal.valueOf(units))
                    .shown(2);
        }

        private BigDecimal earned() {
            return cycleTime.hours().multiply(BigDecimal.valueOf(units));
        }
    }

    /// Time in which a line stood, in minutes.
    record Stop(
            String clientId,
            LocalDate day,
            String workOrderId,
            ShiftType shift,
            DowntimeReason reason,
            int minutes,
            @Nullable String notes)
            implements KpiRow {}

    record Inspected(
            String clientId,
            LocalDate day,
            String workOrderId,
            String operation,
            long inspected,
            long passed,
            long defective,
            long defects,
            long rework,
            long repair)
            implements KpiRow {}

    /// The attendance of one person; hours that nobody covered.
    record Person(
            String clientId,
            LocalDate day,
            String employeeId,
            ShiftType shift,
            BigDecimal scheduledHours,
            BigDecimal absenceHours,
            BigDecimal uncoveredHours,
            @Nullable AbsenceType type)
            implements KpiRow {
        @Override
        public String workOrderId() {
            return "";
        }
    }

    /// A promised order.
    ///
    /// @param day the promised day
    record Promise(
            LocalDate day,
            String workOrderId,
            @Nullable LocalDate shipped,
            Delivery.Standing standing,
            boolean isCompleted,
            boolean isInferred)
            implements KpiRow {}

    /// An order in work.
    ///
    /// @param day on which it began
    record InWork(LocalDate day, String workOrderId, int inWip, int onHold, boolean isInferred) implements KpiRow {}

    /// The jobs of one completed day.
    record Jobs(LocalDate day, long started, long completed) implements KpiRow {
        @Override
        public String workOrderId() {
            return "";
        }
    }
}
