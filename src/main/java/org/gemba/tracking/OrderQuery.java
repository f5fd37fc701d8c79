package org.gemba.tracking;

import org.jspecify.annotations.Nullable;

/// Which orders a list shows.
///
/// @param keyword words that must all be found in order number, MTO number, material code, name or specification, in
/// either case; empty for any
/// @param status null for any
/// @param page from 1
/// @param pageSize 1 to {@link #MOST_ROWS}
public record OrderQuery(String keyword, @Nullable OrderStatus status, int page, int pageSize) {
    public static final int MOST_ROWS = 100;

    public static OrderQuery all(int pageSize) {
        return new OrderQuery("", null, 1, pageSize);
    }
}
