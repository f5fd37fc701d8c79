package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.kpi.EntryChange;
import org.gemba.kpi.ShiftType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is to change of an entry. A field that is not there stays as it is; an optional one that is null is cleared.
record EntryChangeBody(
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
        @Nullable Integer downtimeTotalMinutes,
        @Nullable String notes,
        @Nullable Integer version) {
    private static final Set<String> CLEARABLE =
            Set.of("job_id", "operation_id", "employees_present", "shift_hours_scheduled", "notes");

    EntryChange asked(JsonNode sent) {
        var cleared = CLEARABLE.stream()
                .filter(field -> sent.has(field) && sent.get(field).isNull())
                .collect(Collectors.toSet());
        return new EntryChange(
                workOrderId,
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
                downtimeTotalMinutes,
                notes,
                cleared,
                version);
    }
}
