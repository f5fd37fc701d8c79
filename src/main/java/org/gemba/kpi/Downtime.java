package org.gemba.kpi;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A time in which a line stood still, in minutes.
public record Downtime(
        long id,
        String clientId,
        long orderId,
        LocalDate shiftDate,
        ShiftType shiftType,
        DowntimeReason reason,
        int minutes,
        @Nullable String notes,
        Instant createdAt,
        String createdBy) {

    public Downtime withId(long id) {
        return new Downtime(id, clientId, orderId, shiftDate, shiftType, reason, minutes, notes, createdAt, createdBy);
    }
}
