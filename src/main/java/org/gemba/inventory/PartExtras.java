package org.gemba.inventory;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What belongs to several parts beside their own fields; a part without any is not in the map.
public record PartExtras(
        Map<UUID, OrderSummary> summaries,
        Map<UUID, List<OrderService.PartOrder>> orders,
        Map<UUID, List<Datasheet>> datasheets) {
    public PartExtras {
        summaries = Map.copyOf(summaries);
        orders = Map.copyOf(orders);
        datasheets = Map.copyOf(datasheets);
    }
}
