package org.gemba.kpi;

import java.time.LocalDate;
import java.util.List;
import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// An inspection as somebody enters it.
public record NewInspection(
        String workOrderId,
        @Nullable String clientId,
        LocalDate shiftDate,
        String operationChecked,
        InspectionMethod method,
        long unitsInspected,
        long unitsPassed,
        long unitsDefective,
        long totalDefects,
        long unitsRework,
        long unitsRepair,
        List<Inspection.Defect> defects) {

    public NewInspection {
        defects = List.copyOf(defects);
    }

    Faults faults() {
        var faults = new Faults();
        faults.text("work_order_id", workOrderId, 1, 50);
        faults.text("operation_checked", operationChecked, 1, 50);
        faults.range("units_inspected", unitsInspected, 1, NewWorkOrder.MOST_UNITS);
        faults.range("units_passed", unitsPassed, 0, NewWorkOrder.MOST_UNITS);
        faults.range("units_defective", unitsDefective, 0, NewWorkOrder.MOST_UNITS);
        faults.range("total_defects_count", totalDefects, 0, NewWorkOrder.MOST_UNITS);
        faults.range("units_rework", unitsRework, 0, NewWorkOrder.MOST_UNITS);
        faults.range("units_repair", unitsRepair, 0, NewWorkOrder.MOST_UNITS);
        faults.broken(
                unitsPassed + unitsDefective > unitsInspected,
                "units_passed",
                unitsPassed,
                "and units_defective must together be <= units_inspected (" + unitsInspected + ")");
        faults.broken(
                unitsRework + unitsRepair > unitsInspected,
                "units_rework",
                unitsRework,
                "and units_repair must together be <= units_inspected (" + unitsInspected + ")");
        for (int i = 0; i < defects.size(); i++) {
            faults.range("defects[" + i + "].count", defects.get(i).count(), 1, NewWorkOrder.MOST_UNITS);
        }
        faults.broken(defects.size() > 50, "defects", defects.size(), "must have at most 50 lines");
        long told = defects.stream().mapToLong(Inspection.Defect::count).sum();
        faults.broken(
                told > totalDefects,
                "defects",
                told,
                "must not add up to more than total_defects_count (" + totalDefects + ")");
        return faults;
    }
}
