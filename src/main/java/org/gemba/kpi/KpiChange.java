package org.gemba.kpi;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something of one client changed; what was computed from it is old. Announced after the write is on the disk.
public sealed interface KpiChange {
    String clientId();

    /// Production entries of one day; `day` is null when several days changed.
    record EntryChanged(String clientId, @Nullable LocalDate day) implements KpiChange {}

    /// A work order, its jobs or its holds.
    record WorkOrderChanged(String clientId, long orderId) implements KpiChange {}

    /// Downtime, attendance or an inspection of one day.
    record ShopFloorChanged(String clientId, LocalDate day) implements KpiChange {}

    /// Targets, cycle times, opportunities, shifts.
    record StandardsChanged(String clientId) implements KpiChange {}

    /// The client itself, for example its zone.
    record ClientChanged(String clientId) implements KpiChange {}
}
