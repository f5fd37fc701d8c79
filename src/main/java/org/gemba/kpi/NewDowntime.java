package org.gemba.kpi;

import java.time.LocalDate;
import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// A downtime as somebody enters it.
public record NewDowntime(
        String workOrderId,
        @Nullable String clientId,
        LocalDate shiftDate,
        ShiftType shiftType,
        DowntimeReason reason,
        int minutes,
        @Nullable String notes) {

    Faults faults() {
        var faults = new Faults();
        faults.text("work_order_id", workOrderId, 1, 50);
        faults.range("minutes", minutes, 1, 1440);
        faults.text("notes", notes, 0, 1000);
        return faults;
    }
}
