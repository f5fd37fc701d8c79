package org.gemba.kpi.data;

import java.time.Instant;
import org.gemba.kpi.WorkOrder;
import org.jdbi.v3.core.Handle;

/// What goes with a change of an order's status, in the same write.
public interface OrderStep {
    /// @return since when the new status holds
    Instant take(Handle handle, WorkOrder order);
}
