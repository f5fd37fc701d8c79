package org.gemba.planning.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.planning.Modification;
import org.gemba.planning.ScheduleOrder;
import org.jspecify.annotations.Nullable;

/// What schedules are asked for, as the document writes it.
final class ScheduleBodies {
    private static final int USUAL_PRIORITY = 3;

    private ScheduleBodies() {}

    record Job(
            long productId,
            BigDecimal quantity,
            @Nullable LocalDate dueDate,
            @Nullable Integer priority) {}

    record Available(long resourceId, BigDecimal availableHours) {}

    record Constraints(
            @Nullable BigDecimal maxOvertime,
            @Nullable Map<String, Integer> setupTimeMatrix,
            @Nullable List<Available> resourceAvailability) {}

    record Objectives(
            @Nullable Double minimizeMakespan,
            @Nullable Double maximizeUtilization,
            @Nullable Double minimizeSetupTime) {}

    record Create(
            String name,
            LocalDate startDate,
            LocalDate endDate,
            List<Job> jobs,
            @Nullable Constraints constraints,
            @Nullable Objectives optimizationObjectives) {
        ScheduleOrder order() {
            var limits = constraints == null ? new Constraints(null, null, null) : constraints;
            var available = new HashMap<Long, BigDecimal>();
            if (limits.resourceAvailability() != null) {
                limits.resourceAvailability().forEach(each -> available.put(each.resourceId(), each.availableHours()));
            }
            return new ScheduleOrder(
                    name,
                    startDate,
                    endDate,
                    jobs.stream()
                            .map(job -> new ScheduleOrder.JobOrder(
                                    job.productId(),
                                    job.quantity(),
                                    job.dueDate(),
                                    job.priority() == null ? USUAL_PRIORITY : job.priority()))
                            .toList(),
                    limits.maxOvertime() == null ? BigDecimal.ZERO : limits.maxOvertime(),
                    limits.setupTimeMatrix() == null ? Map.of() : limits.setupTimeMatrix(),
                    available,
                    goals());
        }

        private ScheduleOrder.Goals goals() {
            var usual = ScheduleOrder.Goals.usual();
            if (optimizationObjectives == null) return usual;
            return new ScheduleOrder.Goals(
                    or(optimizationObjectives.minimizeMakespan()),
                    or(optimizationObjectives.maximizeUtilization()),
                    or(optimizationObjectives.minimizeSetupTime()));
        }

        private static double or(@Nullable Double share) {
            return share == null ? 0 : share;
        }
    }

    record Changed(
            int jobId,
            @Nullable Instant newStartTime,
            @Nullable Long newResourceId,
            @Nullable Boolean pinned,
            @Nullable String status,
            @Nullable String reason) {
        Modification modification() {
            return new Modification(jobId, newStartTime, newResourceId, pinned, status, reason);
        }
    }

    record Update(
            @Nullable String status,
            @Nullable List<Changed> modifications,
            @Nullable Boolean force,
            @Nullable Integer version) {}

    record Copy(String name) {}
}
