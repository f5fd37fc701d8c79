package org.gemba.planning;

import java.util.UUID;

/// Something that planning stored, told after it is on the disk.
public sealed interface PlanningChange {
    record ProductChanged(long productId) implements PlanningChange {}

    /// Sales of some products were told.
    record SalesTold(int rows) implements PlanningChange {}

    record StockTold(int rows) implements PlanningChange {}

    record ResourceChanged(long resourceId) implements PlanningChange {}

    /// A task's forecasts are there.
    record ForecastsMade(UUID taskId, int count) implements PlanningChange {}

    /// The stock optimiser has answered.
    record StockDecided(UUID taskId, boolean isDecided) implements PlanningChange {}

    record ScheduleChanged(long scheduleId, ScheduleStatus status) implements PlanningChange {}
}
