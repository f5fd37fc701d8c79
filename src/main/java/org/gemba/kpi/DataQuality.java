package org.gemba.kpi;

import java.time.LocalDate;
import java.util.List;

/// What is missing in the rows of a range of days, and what was put in for it.
///
/// @param withoutAttendance days with production and nobody's attendance
/// @param withoutInspection days with production and no inspection
/// @param unverified entries that nobody has verified yet
/// @param above entries whose efficiency is over 100 %, which mostly means a wrong standard or a wrong count
public record DataQuality(
        KpiScope scope,
        List<FieldGap> gaps,
        List<LocalDate> withoutAttendance,
        List<LocalDate> withoutInspection,
        long entries,
        long unverified,
        long above) {
    public DataQuality {
        gaps = List.copyOf(gaps);
        withoutAttendance = List.copyOf(withoutAttendance);
        withoutInspection = List.copyOf(withoutInspection);
    }
}
