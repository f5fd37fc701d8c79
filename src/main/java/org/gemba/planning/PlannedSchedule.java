package org.gemba.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule as it is stored.
///
/// @param taskId the task that made it
/// @param figures null while it is made, or when it cannot be
/// @param remark why it cannot be made; null when it can
/// @param copyOf the schedule that this what-if began as; null for one of its own
/// @param version counts its changes, from 1
public record PlannedSchedule(
        long id,
        @Nullable UUID taskId,
        ScheduleOrder order,
        ScheduleStatus status,
        @Nullable ScheduleFigures figures,
        @Nullable String remark,
        @Nullable Long copyOf,
        List<ScheduleItem> items,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        int version) {
    public PlannedSchedule {
        items = List.copyOf(items);
    }

    /// Jobs that end in time by all jobs, 0 to 1; null without jobs.
    public @Nullable Double onTime() {
        if (items.isEmpty()) return null;
        long inTime = items.stream().filter(item -> item.lateMinutes() == 0).count();
        return (double) inTime / items.size();
    }
}
