package org.gemba.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One part.
///
/// @param name unique, compared exactly
/// @param number the maker's or supplier's number; not unique
/// @param quantity the sum over all locations in `unit`; null while it was never counted
/// @param minQuantity below it the part is low on stock; null for no watch
/// @param unit for example `pcs`, `kg`, `m`; null means pieces
/// @param location where it belongs, with the bulk of its stock; null for nowhere
/// @param properties whatever a supplier or a person adds, as JSON
/// @param version counts the changes; a change must name the version that it saw
public record Part(
        UUID id,
        String name,
        @Nullable String number,
        @Nullable String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal minQuantity,
        @Nullable String unit,
        @Nullable String supplier,
        @Nullable String supplierUrl,
        @Nullable Location location,
        @Nullable String imageUrl,
        Map<String, Object> properties,
        List<Category> categories,
        Instant createdAt,
        Instant changedAt,
        int version) {
    public Part {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        categories = List.copyOf(categories);
    }

    public @Nullable UUID locationId() {
        return location == null ? null : location.id();
    }

    /// Whether it is watched and less than its least is there.
    public boolean isLow() {
        if (minQuantity == null) return false;
        return (quantity == null ? BigDecimal.ZERO : quantity).compareTo(minQuantity) < 0;
    }

    public Part withCategories(List<Category> others) {
        return new Part(
                id,
                name,
                number,
                description,
                quantity,
                minQuantity,
                unit,
                supplier,
                supplierUrl,
                location,
                imageUrl,
                properties,
                others,
                createdAt,
                changedAt,
                version);
    }

    Part touched(Instant now) {
        return new Part(
                id,
                name,
                number,
                description,
                quantity,
                minQuantity,
                unit,
                supplier,
                supplierUrl,
                location,
                imageUrl,
                properties,
                categories,
                createdAt,
                now,
                version);
    }
}
