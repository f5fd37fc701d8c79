package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gemba.kpi.NewEntry;
import org.gemba.kpi.ShiftType;
import org.jspecify.annotations.Nullable;

/// A production entry as it is sent.
record EntryBody(
        String workOrderId,
        @Nullable String clientId,
        @Nullable String jobId,
        LocalDate shiftDate,
        ShiftType shiftType,
        @Nullable String operationId,
        int unitsProduced,
        @Nullable Integer unitsDefective,
        BigDecimal runTimeHours,
        int employeesAssigned,
        @Nullable Integer employeesPresent,
        @Nullable BigDecimal shiftHoursScheduled,
        @Nullable Integer downtimeTotalMinutes,
        @Nullable String notes) {

    NewEntry asked() {
        return new NewEntry(
                workOrderId,
                clientId,
                jobId,
                shiftDate,
                shiftType,
                operationId,
                unitsProduced,
                unitsDefective == null ? 0 : unitsDefective,
                runTimeHours,
                employeesAssigned,
                employeesPresent,
                shiftHoursScheduled,
                downtimeTotalMinutes == null ? 0 : downtimeTotalMinutes,
                notes);
    }
}
