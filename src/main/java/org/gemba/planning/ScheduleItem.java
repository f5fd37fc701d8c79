package org.gemba.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One job in its place.
///
/// @param jobId its number in the schedule, from 1
/// @param setupStart where the change-over before it begins
/// @param durationMinutes of work; closed hours in between make the span longer
/// @param lateReason the name of a {@link org.gemba.planning.schedule.LateJob.Reason}; null when it is in time
/// @param status `scheduled`, `started` or `done`
public record ScheduleItem(
        int jobId,
        long productId,
        BigDecimal quantity,
        @Nullable LocalDate dueDate,
        int priority,
        long resourceId,
        Instant setupStart,
        int setupMinutes,
        Instant startTime,
        Instant endTime,
        int durationMinutes,
        int lateMinutes,
        @Nullable String lateReason,
        boolean isPinned,
        String status) {}
