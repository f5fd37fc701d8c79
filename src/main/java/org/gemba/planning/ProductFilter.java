package org.gemba.planning;

import org.jspecify.annotations.Nullable;

/// Which products a list shows; null means any.
///
/// @param search a part of the name or the SKU, whatever its case
public record ProductFilter(
        @Nullable String search,
        @Nullable String market,
        @Nullable String productType,
        @Nullable Boolean active,
        int limit,
        long offset) {
    public static ProductFilter all() {
        return new ProductFilter(null, null, null, null, Integer.MAX_VALUE, 0);
    }
}
