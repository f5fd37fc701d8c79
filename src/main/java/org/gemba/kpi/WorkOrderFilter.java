package org.gemba.kpi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which work orders a list shows, by the day on which they are planned to start.
///
/// @param clients those that the caller may see, already narrowed; null for all
/// @param from inclusive; null for no limit
/// @param to inclusive; null for no limit
public record WorkOrderFilter(
        @Nullable List<String> clients,
        @Nullable WorkOrderStatus status,
        @Nullable String styleModel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int limit,
        long offset) {}
