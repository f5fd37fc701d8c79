package org.gemba.inventory.http;

import java.util.List;
import java.util.Map;
import org.gemba.inventory.NewPart;
import org.gemba.inventory.PartChange;
import org.gemba.inventory.Patch;
import org.gemba.web.Sent;
import org.jspecify.annotations.Nullable;

/// A part as a client sends it; what is required depends on what it asks for.
record PartBody(
        @Nullable String partNumber,
        @Nullable String partName,
        @Nullable Integer quantity,
        @Nullable String description,
        @Nullable String supplier,
        @Nullable String supplierUrl,
        @Nullable String locationId,
        @Nullable String imageUrl,
        @Nullable Map<String, Object> additionalProperties,
        @Nullable List<String> categoryNames,
        @Nullable Integer minQuantity,
        @Nullable String unit,
        @Nullable Integer version) {

    NewPart toAdd() {
        return new NewPart(
                partName == null ? "" : partName,
                partNumber,
                description,
                number(quantity),
                number(minQuantity),
                unit,
                supplier,
                supplierUrl,
                Wire.reference("Location", locationId),
                imageUrl,
                additionalProperties == null ? Map.of() : additionalProperties,
                categoryNames == null ? List.of() : categoryNames);
    }

    private static java.math.@Nullable BigDecimal number(@Nullable Integer number) {
        return number == null ? null : java.math.BigDecimal.valueOf(number);
    }

    /// Only what was sent changes.
    static PartChange change(Sent<PartBody> sent) {
        var body = sent.body();
        return new PartChange(
                patch(sent, "part_name", body.partName),
                patch(sent, "part_number", body.partNumber),
                patch(sent, "description", body.description),
                patch(sent, "quantity", number(body.quantity)),
                patch(sent, "min_quantity", number(body.minQuantity)),
                patch(sent, "unit", body.unit),
                patch(sent, "supplier", body.supplier),
                patch(sent, "supplier_url", body.supplierUrl),
                patch(sent, "location_id", Wire.reference("Location", body.locationId)),
                patch(sent, "image_url", body.imageUrl),
                patch(sent, "additional_properties", body.additionalProperties),
                patch(sent, "category_names", body.categoryNames),
                body.version);
    }

    static <T> Patch<T> patch(Sent<?> sent, String name, @Nullable T value) {
        return sent.has(name) ? Patch.to(value) : Patch.keep();
    }
}
