package org.gemba.kpi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which entries a list shows.
///
/// @param clients those that the caller may see, already narrowed; null for all
/// @param from inclusive; null for no limit
/// @param to inclusive; null for no limit
public record EntryFilter(
        @Nullable List<String> clients,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ShiftType shiftType,
        @Nullable Long orderId,
        int limit,
        long offset) {}
