package org.gemba.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// Somebody's attendance as it is entered.
///
/// @param clientId null for the caller's only client
/// @param absenceHours null for scheduled less actual hours of somebody absent
/// @param coveredBy the floater who stood in; null for none
public record NewAttendance(
        @Nullable String clientId,
        String employeeId,
        LocalDate shiftDate,
        ShiftType shiftType,
        BigDecimal scheduledHours,
        BigDecimal actualHours,
        boolean absent,
        @Nullable AbsenceType absenceType,
        @Nullable BigDecimal absenceHours,
        @Nullable String coveredBy,
        @Nullable Boolean coverageConfirmed) {
    private static final int HOURS_OF_A_DAY = 24;

    /// Hours are kept to the fourth decimal.
    public NewAttendance {
        scheduledHours = kept(scheduledHours);
        actualHours = kept(actualHours);
        if (absenceHours != null) absenceHours = kept(absenceHours);
    }

    private static BigDecimal kept(BigDecimal hours) {
        return hours.scale() > 4 ? hours.setScale(4, RoundingMode.HALF_UP) : hours;
    }

    boolean confirmed() {
        return coverageConfirmed != null && coverageConfirmed;
    }

    BigDecimal absence() {
        if (!absent) return BigDecimal.ZERO;
        if (absenceHours != null) return absenceHours;
        return scheduledHours.subtract(actualHours).max(BigDecimal.ZERO);
    }

    Faults faults() {
        var faults = new Faults();
        faults.text("employee_id", employeeId, 1, 50);
        faults.positive("scheduled_hours", scheduledHours, HOURS_OF_A_DAY);
        faults.amount("actual_hours", actualHours, HOURS_OF_A_DAY);
        faults.amount("absence_hours", absenceHours, HOURS_OF_A_DAY);
        faults.broken(absent && absenceType == null, "absence_type", null, "is required for an absence");
        faults.broken(!absent && absenceType != null, "absence_type", absenceType, "must be empty without an absence");
        faults.broken(
                !absent && absenceHours != null && absenceHours.signum() > 0,
                "absence_hours",
                absenceHours,
                "must be 0 without an absence");
        faults.broken(
                absent && absence().compareTo(scheduledHours) > 0,
                "absence_hours",
                absenceHours,
                "must be <= scheduled_hours (" + scheduledHours.toPlainString() + ")");
        faults.text("covered_by", coveredBy, 1, 50);
        faults.broken(coveredBy != null && !absent, "covered_by", coveredBy, "must be empty without an absence");
        faults.broken(
                employeeId.equals(coveredBy), "covered_by", coveredBy, "must be somebody else than the absent person");
        faults.broken(confirmed() && coveredBy == null, "coverage_confirmed", true, "needs covered_by");
        return faults;
    }
}
