package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which fields of a part change, and to what.
///
/// @param quantity the new total; the difference is booked at the part's location as a correction
/// @param categoryNames replaces the whole list; categories that do not exist yet are made
/// @param version the version that the change was made from; null when the last one to write wins
public record PartChange(
        Patch<String> name,
        Patch<String> number,
        Patch<String> description,
        Patch<BigDecimal> quantity,
        Patch<BigDecimal> minQuantity,
        Patch<String> unit,
        Patch<String> supplier,
        Patch<String> supplierUrl,
        Patch<UUID> locationId,
        Patch<String> imageUrl,
        Patch<Map<String, Object>> properties,
        Patch<List<String>> categoryNames,
        @Nullable Integer version) {

    /// A change that changes nothing, to start from.
    public static PartChange none() {
        return new PartChange(
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                null);
    }
}
