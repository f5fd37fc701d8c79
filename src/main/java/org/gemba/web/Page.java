package org.gemba.web;

import java.util.List;

/// One page of a list. MTO answers the bare list and `X-Total-Count`; KPI `{total, page, limit, results}`; inventory
/// its envelope with `page`, `page_size` and a total; planning `{<name>: […], pagination}`; tracking `{<name>: […],
/// total, page, pageSize}`.
///
/// @param name what the items are called where the family prints it, for example `products`
/// @param page from 1
/// @param size how many items a full page has
/// @param total how many there are on all pages
public record Page<T>(String name, List<T> items, int page, int size, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /// How many pages there are; one at least.
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}
