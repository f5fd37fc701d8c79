package org.gemba.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError;
import org.jspecify.annotations.Nullable;

/// A production entry as somebody enters it.
///
/// @param clientId which of the caller's clients is meant where several have such an order; null otherwise
/// @param jobId a job of the order; null for none
/// @param runTimeHours hours in which the line ran
/// @param shiftHoursScheduled null when nobody said
public record NewEntry(
        String workOrderId,
        @Nullable String clientId,
        @Nullable String jobId,
        LocalDate shiftDate,
        ShiftType shiftType,
        @Nullable String operationId,
        int unitsProduced,
        int unitsDefective,
        BigDecimal runTimeHours,
        int employeesAssigned,
        @Nullable Integer employeesPresent,
        @Nullable BigDecimal shiftHoursScheduled,
        int downtimeMinutes,
        @Nullable String notes) {
    private static final int HOURS_OF_A_DAY = 24;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int MOST_PEOPLE = 100_000;
    private static final int SCALE = 8;

    /// Hours are kept to the eighth decimal, which is 36 microseconds.
    public NewEntry {
        runTimeHours = kept(runTimeHours);
        if (shiftHoursScheduled != null) shiftHoursScheduled = kept(shiftHoursScheduled);
    }

    private static BigDecimal kept(BigDecimal hours) {
        return hours.scale() > SCALE ? hours.setScale(SCALE, RoundingMode.HALF_UP) : hours;
    }

    /// The same of a client that is known by now.
    public NewEntry of(String client) {
        return new NewEntry(
                workOrderId,
                client,
                jobId,
                shiftDate,
                shiftType,
                operationId,
                unitsProduced,
                unitsDefective,
                runTimeHours,
                employeesAssigned,
                employeesPresent,
                shiftHoursScheduled,
                downtimeMinutes,
                notes);
    }

    /// What is wrong with it by itself, whatever the database knows; under the names of the document.
    public List<FieldError> faultsByItself() {
        return faults().found();
    }

    /// What is wrong with it by itself, under the names of the document; the day is judged apart, because it depends
    /// on the client's zone.
    Faults faults() {
        var faults = new Faults();
        faults.text("work_order_id", workOrderId, 1, 50);
        faults.text("job_id", jobId, 0, 50);
        faults.text("operation_id", operationId, 0, 50);
        faults.range("units_produced", unitsProduced, 0, NewWorkOrder.MOST_UNITS);
        faults.range("units_defective", unitsDefective, 0, NewWorkOrder.MOST_UNITS);
        faults.positive("run_time_hours", runTimeHours, HOURS_OF_A_DAY);
        if (employeesAssigned <= 0) {
            faults.broken(true, "employees_assigned", employeesAssigned, "must be greater than 0");
        }
        faults.range("employees_assigned", Math.max(employeesAssigned, 1), 1, MOST_PEOPLE);
        faults.range("employees_present", employeesPresent, 0, MOST_PEOPLE);
        faults.positive("shift_hours_scheduled", shiftHoursScheduled, HOURS_OF_A_DAY);
        faults.range("downtime_total_minutes", downtimeMinutes, 0, MINUTES_OF_A_DAY);
        faults.text("notes", notes, 0, 1000);
        together(faults);
        return faults;
    }

    private void together(Faults faults) {
        faults.broken(
                unitsDefective > unitsProduced && unitsProduced >= 0,
                "units_defective",
                unitsDefective,
                "must be <= units_produced (" + unitsProduced + ")");
        faults.broken(
                employeesPresent != null && employeesPresent > employeesAssigned && employeesAssigned > 0,
                "employees_present",
                employeesPresent,
                "must be <= employees_assigned (" + employeesAssigned + ")");
        faults.broken(
                shiftHoursScheduled != null
                        && shiftHoursScheduled.signum() > 0
                        && runTimeHours.compareTo(shiftHoursScheduled) > 0,
                "run_time_hours",
                runTimeHours,
                "must be <= shift_hours_scheduled ("
                        + (shiftHoursScheduled == null ? "" : shiftHoursScheduled.toPlainString()) + ")");
    }
}
