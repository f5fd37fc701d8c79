package org.gemba.kpi;

import java.time.LocalDate;

/// The downtime of one order in one shift of one day for one reason.
public record DowntimeDay(
        String clientId,
        LocalDate shiftDate,
        long orderId,
        ShiftType shiftType,
        DowntimeReason reason,
        int events,
        long minutes) {}
