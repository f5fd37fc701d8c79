package org.gemba.kpi.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gemba.access.Caller;
import org.gemba.kpi.ShopFloorService;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Which rows of the shop floor a list shows.
///
/// @param clients those that the caller may see, already narrowed; null for all
/// @param from inclusive; null for no limit
/// @param to inclusive; null for no limit
public record ShopFilter(
        @Nullable List<String> clients,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long orderId,
        int limit,
        long offset) {

    /// Nothing when an order is named that is not the caller's.
    public static Optional<ShopFilter> of(Books books, Handle handle, Caller caller, ShopFloorService.Asked asked) {
        var scope = books.scope(handle, caller, asked.clientId());
        Long order = null;
        if (asked.workOrderId() != null) {
            var known = WorkOrderTable.byNumber(handle, scope.clients(), asked.workOrderId());
            if (known.isEmpty()) return Optional.empty();
            order = known.getFirst().id();
        }
        return Optional.of(
                new ShopFilter(scope.clients(), asked.from(), asked.to(), order, asked.limit(), asked.offset()));
    }

    Conditions conditions() {
        return new Conditions().clients(clients).days(from, to);
    }
}
