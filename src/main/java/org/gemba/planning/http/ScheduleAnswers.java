package org.gemba.planning.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.planning.PlannedSchedule;
import org.gemba.planning.ScheduleFigures;
import org.gemba.planning.ScheduleItem;
import org.jspecify.annotations.Nullable;

/// Schedules as the document writes them: durations and set-ups in minutes, the makespan and times of resources in
/// hours.
final class ScheduleAnswers {
    private ScheduleAnswers() {}

    record Accepted(String taskId, String status, Instant estimatedCompletion, long scheduleId) {}

    /// @param scheduleId also while it is made
    record Task(
            String taskId,
            String status,
            int progress,
            @Nullable Long scheduleId,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable String error) {}

    record Metrics(
            BigDecimal totalMakespan,
            double resourceUtilization,
            @Nullable Double onTimeDelivery,
            int totalSetupTime,
            double objective,
            @Nullable Double lowerBound,
            @Nullable Double gap,
            boolean isProvenOptimal,
            @Nullable String boundSource,
            @Nullable String boundRemark,
            int lateJobs,
            BigDecimal overtimeHours) {
        static Metrics of(ScheduleFigures figures, @Nullable Double onTime) {
            return new Metrics(
                    ResourceRoutes.hours(figures.makespanMinutes()),
                    rounded(figures.utilization()),
                    onTime == null ? null : rounded(onTime),
                    figures.setupMinutes(),
                    rounded(figures.objective()),
                    figures.lowerBound() == null ? null : rounded(figures.lowerBound()),
                    figures.gap() == null ? null : rounded(figures.gap()),
                    figures.isProven(),
                    figures.boundSource() == null
                            ? null
                            : figures.boundSource().name().toLowerCase(java.util.Locale.ROOT),
                    figures.boundRemark().isEmpty() ? null : figures.boundRemark(),
                    figures.lateJobs(),
                    ResourceRoutes.hours(figures.overtimeMinutes()));
        }
    }

    record Item(
            int jobId,
            long productId,
            String productName,
            BigDecimal quantity,
            @Nullable LocalDate dueDate,
            int priority,
            long resourceId,
            String resourceName,
            Instant startTime,
            Instant endTime,
            int duration,
            int setupTime,
            String status,
            int lateMinutes,
            @Nullable String lateReason,
            boolean pinned) {}

    record Load(
            long resourceId,
            String resourceName,
            BigDecimal totalHours,
            BigDecimal scheduledHours,
            double utilization,
            BigDecimal idleTime) {}

    record Detail(
            long id,
            String name,
            LocalDate startDate,
            LocalDate endDate,
            String status,
            Instant createdAt,
            Instant updatedAt,
            int version,
            @Nullable Long copyOf,
            @Nullable String taskId,
            @Nullable String remark,
            @Nullable Metrics performanceMetrics,
            List<Item> scheduleItems,
            List<Load> resourceUtilization) {}

    record Row(
            long id,
            String name,
            LocalDate startDate,
            LocalDate endDate,
            String status,
            Instant createdAt,
            Instant updatedAt,
            int version,
            @Nullable Long copyOf,
            @Nullable Metrics performanceMetrics) {
        static Row of(PlannedSchedule schedule) {
            var figures = Optional.ofNullable(schedule.figures());
            return new Row(
                    schedule.id(),
                    schedule.order().name(),
                    schedule.order().startDate(),
                    schedule.order().endDate(),
                    schedule.status().word(),
                    schedule.createdAt(),
                    schedule.updatedAt(),
                    schedule.version(),
                    schedule.copyOf(),
                    figures.map(found -> Metrics.of(found, null)).orElse(null));
        }
    }

    static String taskName(UUID task) {
        return "schedule-" + task;
    }

    /// @param products names by id
    /// @param resources names by id
    static Detail detail(PlannedSchedule schedule, Map<Long, String> products, Map<Long, String> resources) {
        var figures = schedule.figures();
        return new Detail(
                schedule.id(),
                schedule.order().name(),
                schedule.order().startDate(),
                schedule.order().endDate(),
                schedule.status().word(),
                schedule.createdAt(),
                schedule.updatedAt(),
                schedule.version(),
                schedule.copyOf(),
                schedule.taskId() == null ? null : taskName(schedule.taskId()),
                schedule.remark(),
                figures == null ? null : Metrics.of(figures, schedule.onTime()),
                schedule.items().stream()
                        .map(item -> item(item, products, resources))
                        .toList(),
                figures == null
                        ? List.of()
                        : figures.loads().stream()
                                .map(load -> load(load, resources))
                                .toList());
    }

    private static Item item(ScheduleItem item, Map<Long, String> products, Map<Long, String> resources) {
        return new Item(
                item.jobId(),
                item.productId(),
                products.getOrDefault(item.productId(), ""),
                item.quantity(),
                item.dueDate(),
                item.priority(),
                item.resourceId(),
                resources.getOrDefault(item.resourceId(), ""),
                item.startTime(),
                item.endTime(),
                item.durationMinutes(),
                item.setupMinutes(),
                item.status(),
                item.lateMinutes(),
                item.lateReason() == null ? null : item.lateReason().toLowerCase(java.util.Locale.ROOT),
                item.isPinned());
    }

    private static Load load(ScheduleFigures.Load load, Map<Long, String> resources) {
        return new Load(
                load.resourceId(),
                resources.getOrDefault(load.resourceId(), ""),
                ResourceRoutes.hours(load.openMinutes()),
                ResourceRoutes.hours(load.usedMinutes()),
                rounded(load.utilization()),
                ResourceRoutes.hours(Math.max(0, load.openMinutes() - load.usedMinutes())));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).doubleValue();
    }
}
