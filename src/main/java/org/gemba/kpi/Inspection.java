package org.gemba.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A check of units after an operation.
///
/// @param unitsPassed without rework and without repair
/// @param totalDefects defects, of which one unit may have several
/// @param defects the same defects by type and cause, as far as somebody told them
public record Inspection(
        long id,
        String clientId,
        long orderId,
        LocalDate shiftDate,
        String operationChecked,
        InspectionMethod method,
        long unitsInspected,
        long unitsPassed,
        long unitsDefective,
        long totalDefects,
        long unitsRework,
        long unitsRepair,
        List<Defect> defects,
        Instant createdAt,
        String createdBy) {

    public Inspection {
        defects = List.copyOf(defects);
    }

    public Inspection withId(long id) {
        return new Inspection(
                id,
                clientId,
                orderId,
                shiftDate,
                operationChecked,
                method,
                unitsInspected,
                unitsPassed,
                unitsDefective,
                totalDefects,
                unitsRework,
                unitsRepair,
                defects,
                createdAt,
                createdBy);
    }

    /// So many defects of one type and cause.
    public record Defect(DefectType type, RootCause rootCause, long count) {}
}
