package org.gemba.inventory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gemba.access.Caller;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Puts what a supplier told into a part. Properties that are there stay; empty fields are filled.
final class PartWriter {
    private static final String RESULTS = "enrichment_results";
    private static final String LAST = "last_enrichment";
    private static final int LONGEST = 2000;

    private final PartService parts;
    private final SupplierFiles files;
    private final Clock clock;

    PartWriter(PartService parts, SupplierFiles files, Clock clock) {
        this.parts = parts;
        this.files = files;
        this.clock = clock;
    }

    /// Those of them that were never had.
    Set<Capability> missing(Part part, Set<Capability> wanted) {
        var missing = EnumSet.noneOf(Capability.class);
        for (var capability : wanted) {
            boolean had = part.properties().get(RESULTS) instanceof Map<?, ?> results
                    && results.get(capability.id()) instanceof Map<?, ?> result
                    && "success".equals(result.get("status"));
            if (!had) missing.add(capability);
        }
        return missing;
    }

    /// @return capability to `success` or `error: …`
    Map<String, String> write(
            Caller caller,
            Part part,
            SupplierPart told,
            Set<Capability> open,
            Set<Capability> offered,
            boolean refresh) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        var results = new LinkedHashMap<String, String>();
        var change = new Filling(told, refresh);
        for (var capability : open) {
            var result = offered.contains(capability)
                    ? one(caller, part, told, capability, properties, change)
                    : "error: " + told.supplier() + " does not offer it";
            results.put(capability.id(), result);
        }
        properties.put(told.supplier().toLowerCase(Locale.ROOT) + "_part_number", told.number());
        store(caller, part, properties, results, change);
        return results;
    }

    /// Remembers that a supplier knows nothing of it.
    void failed(Caller caller, Part part, Set<Capability> open, String why) {
        var results = new LinkedHashMap<String, String>();
        for (var capability : open) results.put(capability.id(), "error: " + why);
        store(caller, part, Map.of(), results, null);
    }

    private String one(
            Caller caller,
            Part part,
            SupplierPart told,
            Capability capability,
            Map<String, @Nullable Object> properties,
            Filling change) {
        return switch (capability) {
            case FETCH_DATASHEET -> files.datasheet(caller, part, told);
            case FETCH_IMAGE -> picture(caller, part, told, change);
            case FETCH_PRICING -> told.prices().isEmpty() ? none("prices") : put(properties, "pricing", prices(told));
            case FETCH_STOCK -> put(properties, "supplier_stock", told.stock());
            case FETCH_SPECIFICATIONS ->
                told.specifications().isEmpty()
                        ? none("parameters")
                        : put(properties, "specifications", told.specifications());
            case FETCH_ALTERNATIVES ->
                told.alternatives().isEmpty()
                        ? none("alternatives")
                        : put(properties, "alternatives", told.alternatives());
            case VALIDATE_PART_NUMBER -> put(properties, "part_number_valid", true);
            case FETCH_LIFECYCLE_STATUS -> put(properties, "lifecycle_status", told.lifecycle());
            case ENRICH_BASIC_INFO -> {
                put(properties, "manufacturer", told.maker());
                put(properties, "package", told.packageName());
                put(properties, "supplier_category", told.category());
                change.basics();
                yield "success";
            }
            case FETCH_3D_MODEL -> put(properties, "model_3d_url", told.model());
            case FETCH_FOOTPRINT -> put(properties, "footprint", told.footprint());
            case FETCH_SYMBOL -> put(properties, "symbol", told.symbol());
        };
    }

    private String picture(Caller caller, Part part, SupplierPart told, Filling change) {
        if (part.imageUrl() != null && !change.refresh) return "success";
        try {
            change.image = files.picture(caller, told);
            return change.image == null ? none("picture") : "success";
        } catch (AppError e) {
            return "error: " + e.getMessage();
        }
    }

    private static String none(String what) {
        return "error: the supplier has no " + what;
    }

    private static String put(Map<String, @Nullable Object> properties, String name, @Nullable Object value) {
        if (value == null) return none(name.replace('_', ' '));
        properties.put(name, value);
        return "success";
    }

    private static List<Map<String, Object>> prices(SupplierPart told) {
        var prices = new ArrayList<Map<String, Object>>();
        for (var price : told.prices()) {
            prices.add(Map.of("quantity", price.quantity(), "price", price.price(), "currency", price.currency()));
        }
        return prices;
    }

    /// Reads the part again, because a person may have changed it while the supplier was asked.
    private void store(
            Caller caller,
            Part asked,
            Map<String, @Nullable Object> properties,
            Map<String, String> results,
            @Nullable Filling change) {
        var now = clock.instant().toString();
        var part = parts.find(caller, asked.id()).orElse(null);
        if (part == null) return;
        var all = new LinkedHashMap<>(part.properties());
        all.putAll(properties);
        var kept = new LinkedHashMap<String, @Nullable Object>();
        if (all.get(RESULTS) instanceof Map<?, ?> before)
            before.forEach((key, value) -> kept.put(key.toString(), value));
        results.forEach((capability, result) -> kept.put(capability, result(result, now)));
        all.put(RESULTS, kept);
        all.put(LAST, now);
        var none = PartChange.none();
        parts.update(
                caller,
                part.id(),
                new PartChange(
                        none.name(),
                        none.number(),
                        change == null ? Patch.keep() : change.description(part),
                        none.quantity(),
                        none.minQuantity(),
                        none.unit(),
                        none.supplier(),
                        change == null ? Patch.keep() : change.url(part),
                        none.locationId(),
                        change == null || change.image == null ? Patch.keep() : Patch.to(change.image),
                        Patch.to(all),
                        none.categoryNames(),
                        null));
    }

    private static Map<String, Object> result(String result, String now) {
        return result.equals("success")
                ? Map.of("status", "success", "at", now)
                : Map.of("status", "error", "message", result.replaceFirst("^error: ", ""), "at", now);
    }

    /// Which of the part's own fields are filled.
    private static final class Filling {
        private final SupplierPart told;
        private final boolean refresh;
        private @Nullable String image;
        private boolean basics;

        private Filling(SupplierPart told, boolean refresh) {
            this.told = told;
            this.refresh = refresh;
        }

        private void basics() {
            basics = true;
        }

        private Patch<String> description(Part part) {
            return basics && told.description() != null && isEmpty(part.description())
                    ? Patch.to(told.description())
                    : Patch.keep();
        }

        private Patch<String> url(Part part) {
            var url = told.productUrl();
            return basics && url != null && url.length() <= LONGEST && isEmpty(part.supplierUrl())
                    ? Patch.to(url)
                    : Patch.keep();
        }

        private static boolean isEmpty(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
