package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one line made of one order in one shift.
///
/// @param entryId for example `PROD-20251215-143045-001`, from the second of its creation in UTC
/// @param orderId of the {@link WorkOrder}
/// @param jobId of the {@link Job}; null when the entry names none
/// @param runTimeHours hours in which the line ran
/// @param shiftHoursScheduled null when nobody said; {@link ShiftTime} then tells
/// @param createdBy the subject of the caller
/// @param createdName the name that people see
/// @param version for changes that must not overwrite each other, from 1
public record ProductionEntry(
        EntryId entryId,
        String clientId,
        long orderId,
        @Nullable Long jobId,
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
        @Nullable String notes,
        EntryMethod method,
        @Nullable String batchId,
        EntryState state,
        Instant createdAt,
        String createdBy,
        String createdName,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy,
        int version) {

    /// How long the shift was; see {@link ShiftTime}.
    public BigDecimal shiftMinutes() {
        return ShiftTime.minutes(shiftHoursScheduled, runTimeHours, downtimeMinutes);
    }
}
