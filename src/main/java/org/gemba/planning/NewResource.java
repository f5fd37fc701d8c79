package org.gemba.planning;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A resource to be added, or what of one is to change; null leaves it, or takes the usual where nothing is there yet.
///
/// @param version the state that a change was made from; null to change whatever is there
public record NewResource(
        @Nullable String name,
        @Nullable String kind,
        @Nullable BigDecimal capacityPerHour,
        @Nullable BigDecimal hourlyCost,
        @Nullable Boolean isAvailable,
        @Nullable List<String> capabilities,
        @Nullable String location,
        @Nullable ResourceCalendar calendar,
        @Nullable Integer version) {}
