package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a supplier tells of one part. Addresses are the supplier's word and are fetched guardedly or not at all.
///
/// @param supplier as it is stored with parts
/// @param number the supplier's own
/// @param makerNumber the maker's
/// @param stock pieces at the supplier; null when it does not say
/// @param specifications parameter to value, in the supplier's order
/// @param prices by rising quantity
/// @param lifecycle in the supplier's words
/// @param model, footprint, symbol of the supplier's drawing library: address or name
public record SupplierPart(
        String supplier,
        String number,
        @Nullable String makerNumber,
        @Nullable String maker,
        @Nullable String description,
        @Nullable String category,
        @Nullable String packageName,
        @Nullable String productUrl,
        @Nullable String datasheetUrl,
        @Nullable String imageUrl,
        @Nullable BigDecimal stock,
        List<Price> prices,
        Map<String, String> specifications,
        @Nullable String lifecycle,
        List<String> alternatives,
        @Nullable String model,
        @Nullable String footprint,
        @Nullable String symbol) {
    public SupplierPart {
        prices = List.copyOf(prices);
        specifications = Collections.unmodifiableMap(new LinkedHashMap<>(specifications));
        alternatives = List.copyOf(alternatives);
    }

    /// The price of one piece when so many are bought.
    public record Price(BigDecimal quantity, BigDecimal price, String currency) {}
}
