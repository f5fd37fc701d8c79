package org.gemba.kpi.data;

import java.time.LocalDate;
import java.util.List;
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

    Conditions conditions() {
        return new Conditions().clients(clients).days(from, to);
    }
}
