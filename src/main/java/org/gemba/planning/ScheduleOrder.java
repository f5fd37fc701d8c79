package org.gemba.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a schedule is asked for.
///
/// @param jobs numbered from 1 in this order
/// @param overtimeHours that each resource may work besides, a week
/// @param setupMinutes by `from-to` product ids; a pair that is not there takes none
/// @param availableHours regular hours of the resources that take part, within the days; empty for every available
///     resource by its calendar
public record ScheduleOrder(
        String name,
        LocalDate startDate,
        LocalDate endDate,
        List<JobOrder> jobs,
        BigDecimal overtimeHours,
        Map<String, Integer> setupMinutes,
        Map<Long, BigDecimal> availableHours,
        Goals goals) {
    /// @param priority 1 is the most pressing, 5 the least
    public record JobOrder(
            long productId, BigDecimal quantity, @Nullable LocalDate dueDate, int priority) {}

    /// Shares of the three objectives; they need not sum to one.
    public record Goals(double makespan, double utilization, double setupTime) {
        public static Goals usual() {
            return new Goals(0.5, 0.3, 0.2);
        }
    }

    public ScheduleOrder {
        jobs = List.copyOf(jobs);
        setupMinutes = Map.copyOf(setupMinutes);
        availableHours = Map.copyOf(availableHours);
    }

    public ScheduleOrder named(String other) {
        return new ScheduleOrder(other, startDate, endDate, jobs, overtimeHours, setupMinutes, availableHours, goals);
    }
}
