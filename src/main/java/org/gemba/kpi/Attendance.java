package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether one person was there in one shift.
///
/// @param absenceHours 0 for somebody who was there
/// @param coveredBy the floater who stood in; null for none
/// @param coverageConfirmed only then does the floater's work count
public record Attendance(
        long id,
        String clientId,
        String employeeId,
        LocalDate shiftDate,
        ShiftType shiftType,
        BigDecimal scheduledHours,
        BigDecimal actualHours,
        boolean absent,
        @Nullable AbsenceType absenceType,
        BigDecimal absenceHours,
        @Nullable String coveredBy,
        boolean coverageConfirmed,
        Instant createdAt,
        String createdBy) {

    public Attendance withId(long id) {
        return new Attendance(
                id,
                clientId,
                employeeId,
                shiftDate,
                shiftType,
                scheduledHours,
                actualHours,
                absent,
                absenceType,
                absenceHours,
                coveredBy,
                coverageConfirmed,
                createdAt,
                createdBy);
    }

    /// The part of the absence that a confirmed floater made up for.
    public BigDecimal coveredHours() {
        return coveredBy != null && coverageConfirmed ? absenceHours : BigDecimal.ZERO;
    }
}
