package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;

/// The attendance of one shift of one day, in hours and people.
///
/// @param absenceHours all of them, covered or not
/// @param coveredHours those that confirmed floaters made up for
public record AttendanceDay(
        String clientId,
        LocalDate shiftDate,
        ShiftType shiftType,
        int employees,
        int absent,
        BigDecimal scheduledHours,
        BigDecimal absenceHours,
        BigDecimal coveredHours) {}
