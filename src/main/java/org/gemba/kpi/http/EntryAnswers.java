package org.gemba.kpi.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.EntryFigures;
import org.gemba.kpi.EntryLine;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.UserNumbers;
import org.jspecify.annotations.Nullable;

/// What the entry routes answer.
final class EntryAnswers {
    private EntryAnswers() {}

    record Metrics(BigDecimal efficiency, BigDecimal performance, BigDecimal defectRate) {
        static Metrics of(EntryFigures figures) {
            return new Metrics(figures.efficiency(), figures.performance(), figures.defectRate());
        }
    }

    record Created(
            String productionEntryId,
            String workOrderId,
            String clientId,
            LocalDate shiftDate,
            ShiftType shiftType,
            int unitsProduced,
            int unitsDefective,
            Metrics calculatedMetrics,
            List<String> inferenceFlags,
            Instant createdAt,
            String createdBy,
            int version) {
        static Created of(EntryLine line, UserNumbers numbers) {
            var entry = line.entry();
            return new Created(
                    entry.entryId().toString(),
                    line.order().workOrderId(),
                    entry.clientId(),
                    entry.shiftDate(),
                    entry.shiftType(),
                    entry.unitsProduced(),
                    entry.unitsDefective(),
                    Metrics.of(line.figures()),
                    line.figures().flags(),
                    entry.createdAt(),
                    numbers.of(entry.createdBy()),
                    entry.version());
        }
    }

    record Listed(
            String productionEntryId,
            String workOrderId,
            String clientId,
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
            int downtimeTotalMinutes,
            BigDecimal efficiency,
            BigDecimal performance,
            BigDecimal defectRate,
            List<String> inferenceFlags,
            @Nullable String notes,
            EntryMethod entryMethod,
            @Nullable String batchId,
            Instant createdAt,
            String createdBy,
            boolean verified,
            @Nullable String verifiedBy,
            @Nullable Instant verifiedAt,
            int version) {
        static Listed of(EntryLine line) {
            var entry = line.entry();
            return new Listed(
                    entry.entryId().toString(),
                    line.order().workOrderId(),
                    entry.clientId(),
                    line.jobId(),
                    entry.shiftDate(),
                    entry.shiftType(),
                    entry.operationId(),
                    entry.unitsProduced(),
                    entry.unitsDefective(),
                    entry.runTimeHours(),
                    entry.employeesAssigned(),
                    entry.employeesPresent(),
                    entry.shiftHoursScheduled(),
                    entry.downtimeMinutes(),
                    line.figures().efficiency(),
                    line.figures().performance(),
                    line.figures().defectRate(),
                    line.figures().flags(),
                    entry.notes(),
                    entry.method(),
                    entry.batchId(),
                    entry.createdAt(),
                    entry.createdName(),
                    entry.state() == EntryState.VERIFIED,
                    entry.verifiedBy(),
                    entry.verifiedAt(),
                    entry.version());
        }
    }

    record Updated(
            String productionEntryId, List<String> updatedFields, Instant updatedAt, String updatedBy, int version) {}

    record Verified(String productionEntryId, String verifiedBy, Instant verifiedAt, EntryState status, int version) {}

    record Withdrawn(String productionEntryId, EntryState status) {}
}
