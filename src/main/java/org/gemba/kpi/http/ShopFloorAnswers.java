package org.gemba.kpi.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.AbsenceType;
import org.gemba.kpi.Attendance;
import org.gemba.kpi.DefectType;
import org.gemba.kpi.Downtime;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.Inspection;
import org.gemba.kpi.InspectionMethod;
import org.gemba.kpi.NewAttendance;
import org.gemba.kpi.NewDowntime;
import org.gemba.kpi.NewInspection;
import org.gemba.kpi.RootCause;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.ShopFloorService;
import org.jspecify.annotations.Nullable;

/// What the shop floor routes take and answer.
final class ShopFloorAnswers {
    private ShopFloorAnswers() {}

    record DowntimeBody(
            String workOrderId,
            @Nullable String clientId,
            LocalDate shiftDate,
            ShiftType shiftType,
            DowntimeReason reason,
            int minutes,
            @Nullable String notes) {
        NewDowntime asked() {
            return new NewDowntime(workOrderId, clientId, shiftDate, shiftType, reason, minutes, notes);
        }
    }

    record DowntimeAnswer(
            long downtimeId,
            String clientId,
            String workOrderId,
            LocalDate shiftDate,
            ShiftType shiftType,
            DowntimeReason reason,
            boolean planned,
            int minutes,
            @Nullable String notes,
            Instant createdAt,
            String createdBy) {
        static DowntimeAnswer of(ShopFloorService.OfOrder<Downtime> found) {
            var row = found.row();
            return new DowntimeAnswer(
                    row.id(),
                    row.clientId(),
                    found.workOrderId(),
                    row.shiftDate(),
                    row.shiftType(),
                    row.reason(),
                    row.reason().isPlanned(),
                    row.minutes(),
                    row.notes(),
                    row.createdAt(),
                    row.createdBy());
        }
    }

    record AttendanceBody(
            @Nullable String clientId,
            String employeeId,
            LocalDate shiftDate,
            ShiftType shiftType,
            BigDecimal scheduledHours,
            BigDecimal actualHours,
            boolean isAbsent,
            @Nullable AbsenceType absenceType,
            @Nullable BigDecimal absenceHours,
            @Nullable String coveredBy,
            @Nullable Boolean coverageConfirmed) {
        NewAttendance asked() {
            return new NewAttendance(
                    clientId,
                    employeeId,
                    shiftDate,
                    shiftType,
                    scheduledHours,
                    actualHours,
                    isAbsent,
                    absenceType,
                    absenceHours,
                    coveredBy,
                    coverageConfirmed);
        }
    }

    record AttendanceAnswer(
            long attendanceId,
            String clientId,
            String employeeId,
            LocalDate shiftDate,
            ShiftType shiftType,
            BigDecimal scheduledHours,
            BigDecimal actualHours,
            @JsonProperty("is_absent") boolean absent,
            @Nullable AbsenceType absenceType,
            BigDecimal absenceHours,
            @Nullable String coveredBy,
            boolean coverageConfirmed,
            Instant createdAt,
            String createdBy) {
        static AttendanceAnswer of(Attendance row) {
            return new AttendanceAnswer(
                    row.id(),
                    row.clientId(),
                    row.employeeId(),
                    row.shiftDate(),
                    row.shiftType(),
                    row.scheduledHours(),
                    row.actualHours(),
                    row.absent(),
                    row.absenceType(),
                    row.absenceHours(),
                    row.coveredBy(),
                    row.coverageConfirmed(),
                    row.createdAt(),
                    row.createdBy());
        }
    }

    record DefectBody(DefectType type, @Nullable RootCause rootCause, long count) {}

    record InspectionBody(
            String workOrderId,
            @Nullable String clientId,
            LocalDate shiftDate,
            String operationChecked,
            String method,
            long unitsInspected,
            long unitsPassed,
            long unitsDefective,
            @Nullable Long totalDefectsCount,
            @Nullable Long unitsRework,
            @Nullable Long unitsRepair,
            @Nullable List<DefectBody> defects) {
        /// Without a count of defects every defective unit has one.
        NewInspection asked(InspectionMethod known) {
            return new NewInspection(
                    workOrderId,
                    clientId,
                    shiftDate,
                    operationChecked,
                    known,
                    unitsInspected,
                    unitsPassed,
                    unitsDefective,
                    totalDefectsCount == null ? unitsDefective : totalDefectsCount,
                    unitsRework == null ? 0 : unitsRework,
                    unitsRepair == null ? 0 : unitsRepair,
                    defects == null
                            ? List.of()
                            : defects.stream()
                                    .map(line -> new Inspection.Defect(
                                            line.type(),
                                            line.rootCause() == null ? RootCause.UNKNOWN : line.rootCause(),
                                            line.count()))
                                    .toList());
        }
    }

    record InspectionAnswer(
            long inspectionId,
            String clientId,
            String workOrderId,
            LocalDate shiftDate,
            String operationChecked,
            String method,
            long unitsInspected,
            long unitsPassed,
            long unitsDefective,
            long totalDefectsCount,
            long unitsRework,
            long unitsRepair,
            List<Inspection.Defect> defects,
            Instant createdAt,
            String createdBy) {
        static InspectionAnswer of(ShopFloorService.OfOrder<Inspection> found) {
            var row = found.row();
            return new InspectionAnswer(
                    row.id(),
                    row.clientId(),
                    found.workOrderId(),
                    row.shiftDate(),
                    row.operationChecked(),
                    row.method().code(),
                    row.unitsInspected(),
                    row.unitsPassed(),
                    row.unitsDefective(),
                    row.totalDefects(),
                    row.unitsRework(),
                    row.unitsRepair(),
                    row.defects(),
                    row.createdAt(),
                    row.createdBy());
        }
    }
}
