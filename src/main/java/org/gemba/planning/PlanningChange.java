package org.gemba.planning;

/// Something that planning stored, told after it is on the disk.
public sealed interface PlanningChange {
    record ProductChanged(long productId) implements PlanningChange {}

    /// Sales of some products were told.
    record SalesTold(int rows) implements PlanningChange {}

    record StockTold(int rows) implements PlanningChange {}

    record ResourceChanged(long resourceId) implements PlanningChange {}

    record ScheduleChanged(long scheduleId, ScheduleStatus status) implements PlanningChange {}
}
