package org.gemba.kpi;

import java.time.LocalDate;

/// What the inspections of one order on one day sum up to, in units; defects are counted each.
public record InspectionDay(
        String clientId,
        LocalDate shiftDate,
        long orderId,
        int inspections,
        long unitsInspected,
        long unitsPassed,
        long unitsDefective,
        long totalDefects,
        long unitsRework,
        long unitsRepair) {}
