package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody changes of an entry. Null leaves a field as it is; `cleared` names the optional ones that become
/// empty.
///
/// @param version the state that the change was made from; null to change whatever is there
public record EntryChange(
        @Nullable String workOrderId,
        @Nullable String jobId,
        @Nullable LocalDate shiftDate,
        @Nullable ShiftType shiftType,
        @Nullable String operationId,
        @Nullable Integer unitsProduced,
        @Nullable Integer unitsDefective,
        @Nullable BigDecimal runTimeHours,
        @Nullable Integer employeesAssigned,
        @Nullable Integer employeesPresent,
        @Nullable BigDecimal shiftHoursScheduled,
        @Nullable Integer downtimeMinutes,
        @Nullable String notes,
        Set<String> cleared,
        @Nullable Integer version) {

    public EntryChange {
        cleared = Set.copyOf(cleared);
    }

    /// The whole entry as it would be entered anew.
    NewEntry over(ProductionEntry before, WorkOrder order, @Nullable String job) {
        return new NewEntry(
                workOrderId != null ? workOrderId : order.workOrderId(),
                order.clientId(),
                optional("job_id", jobId, workOrderId == null ? job : null),
                shiftDate != null ? shiftDate : before.shiftDate(),
                shiftType != null ? shiftType : before.shiftType(),
                optional("operation_id", operationId, before.operationId()),
                unitsProduced != null ? unitsProduced : before.unitsProduced(),
                unitsDefective != null ? unitsDefective : before.unitsDefective(),
                runTimeHours != null ? runTimeHours : before.runTimeHours(),
                employeesAssigned != null ? employeesAssigned : before.employeesAssigned(),
                optional("employees_present", employeesPresent, before.employeesPresent()),
                optional("shift_hours_scheduled", shiftHoursScheduled, before.shiftHoursScheduled()),
                downtimeMinutes != null ? downtimeMinutes : before.downtimeMinutes(),
                optional("notes", notes, before.notes()));
    }

    private <T> @Nullable T optional(String field, @Nullable T asked, @Nullable T before) {
        if (cleared.contains(field)) return null;
        return asked != null ? asked : before;
    }
}
