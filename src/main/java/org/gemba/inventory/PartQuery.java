package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which parts are looked for. Conditions that are null or empty do not count; the others must all hold.
///
/// @param term must stand in name, number or description, whatever its case
/// @param minQuantity inclusive; parts that were never counted do not match a condition on the quantity
/// @param categoryNames one of them must be the part's, by its exact name
/// @param locationId the part's own location, without those below it
/// @param supplier exactly
/// @param page from 1
public record PartQuery(
        @Nullable String term,
        @Nullable BigDecimal minQuantity,
        @Nullable BigDecimal maxQuantity,
        List<String> categoryNames,
        @Nullable UUID locationId,
        @Nullable String supplier,
        @Nullable Sort sort,
        boolean isDescending,
        int page,
        int pageSize) {
    public PartQuery {
        categoryNames = List.copyOf(categoryNames);
    }

    /// What a list of parts is ordered by; without one by when they were added.
    public enum Sort {
        PART_NAME,
        PART_NUMBER,
        QUANTITY,
        LOCATION
    }

    /// The first page of what has the term.
    public static PartQuery of(String term, int pageSize) {
        return new PartQuery(term, null, null, List.of(), null, null, null, false, 1, pageSize);
    }
}
