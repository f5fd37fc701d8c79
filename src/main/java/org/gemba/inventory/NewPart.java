package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says of a part that is to be added.
///
/// @param quantity what is there at `locationId`; null when it was not counted
/// @param categoryNames categories that do not exist yet are made
public record NewPart(
        String name,
        @Nullable String number,
        @Nullable String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal minQuantity,
        @Nullable String unit,
        @Nullable String supplier,
        @Nullable String supplierUrl,
        @Nullable UUID locationId,
        @Nullable String imageUrl,
        Map<String, Object> properties,
        List<String> categoryNames) {
    public NewPart {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        categoryNames = List.copyOf(categoryNames);
    }

    /// A part of which only name and quantity are known.
    public static NewPart named(String name, @Nullable BigDecimal quantity) {
        return new NewPart(name, null, null, quantity, null, null, null, null, null, null, Map.of(), List.of());
    }
}
