package org.gemba.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step in the life of a work order; the history is never rewritten.
///
/// @param from null for the beginning
public record StatusChange(
        long orderId, @Nullable WorkOrderStatus from, WorkOrderStatus to, Instant changedAt, String changedBy) {}
