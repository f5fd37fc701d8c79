package org.gemba.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// A line, machine or crew that makes products.
///
/// @param kind for example `manufacturing_line`
/// @param capacityPerHour units of any product that it can make
/// @param capabilities what it can make: products are matched by SKU, by type, or by the first word of the name and
///     type (`GABA_Red`); empty means everything
/// @param version counts its changes, from 1
public record Resource(
        long id,
        String name,
        String kind,
        BigDecimal capacityPerHour,
        BigDecimal hourlyCost,
        boolean isAvailable,
        List<String> capabilities,
        String location,
        ResourceCalendar calendar,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    public Resource {
        capabilities = List.copyOf(capabilities);
    }

    public boolean canMake(Product product) {
        if (capabilities.isEmpty()) return true;
        var first = product.name().strip().split("\\s+", 2)[0];
        var names = List.of(product.sku(), product.productType(), first + "_" + product.productType());
        return capabilities.stream().anyMatch(able -> names.stream().anyMatch(able::equalsIgnoreCase));
    }
}
