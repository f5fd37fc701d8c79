package org.gemba.inventory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.inventory.data.Upkeep;
import org.gemba.platform.db.Backup;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;

/// What each type of task does.
final class InventoryWorks {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int MOST_NAMED = 100;
    /// Files that were written a moment ago may get their row in the next.
    private static final Duration YOUNG = Duration.ofHours(1);

    private final InventoryCore core;
    private final Upkeep upkeep;
    private final Enrichment enrichment;
    private final LocationService locations;
    private final PartSearch search;
    private final Backup backup;
    private final Path backups;
    private final List<KeptFiles> files;

    InventoryWorks(
            InventoryCore core,
            Upkeep upkeep,
            Enrichment enrichment,
            LocationService locations,
            PartSearch search,
            Backup backup,
            Path backups,
            List<KeptFiles> files) {
        this.core = core;
        this.upkeep = upkeep;
        this.enrichment = enrichment;
        this.locations = locations;
        this.search = search;
        this.backup = backup;
        this.backups = backups;
        this.files = List.copyOf(files);
    }

    Map<TaskType, TaskWork> all() {
        var works = new EnumMap<TaskType, TaskWork>(TaskType.class);
        works.put(TaskType.PART_ENRICHMENT, (caller, input, context) -> enrich(caller, input, context, null));
        works.put(TaskType.BULK_ENRICHMENT, (caller, input, context) -> enrich(caller, input, context, null));
        works.put(TaskType.CSV_ENRICHMENT, (caller, input, context) -> enrich(caller, input, context, null));
        works.put(TaskType.DATASHEET_FETCH, fetching(Capability.FETCH_DATASHEET));
        works.put(TaskType.IMAGE_FETCH, fetching(Capability.FETCH_IMAGE));
        works.put(TaskType.PRICE_UPDATE, fetching(Capability.FETCH_PRICING));
        works.put(TaskType.DATABASE_CLEANUP, this::cleanUp);
        works.put(TaskType.INVENTORY_AUDIT, this::audit);
        works.put(TaskType.PART_VALIDATION, this::validate);
        works.put(TaskType.BACKUP_CREATION, this::backUp);
        works.put(TaskType.REPORT_GENERATION, this::report);
        return works;
    }

    private TaskWork fetching(Capability capability) {
        return (caller, input, context) -> enrich(caller, input, context, capability);
    }

    private Map<String, Object> enrich(
            Caller caller, Map<String, Object> input, TaskContext context, @Nullable Capability only) {
        var order = new Enrichment.Order(
                parts(input),
                input.get("supplier") instanceof String name && !name.isBlank() ? name : null,
                only == null ? texts(input.get("capabilities")) : List.of(only.id()),
                Boolean.TRUE.equals(input.get("force_refresh")) || only == Capability.FETCH_PRICING,
                caller.username());
        var outcomes = enrichment.run(caller, order, context);
        var failed =
                outcomes.stream().filter(outcome -> outcome.failure() != null).toList();
        if (!outcomes.isEmpty() && failed.size() == outcomes.size()) {
            throw new AppError.Unprocessable(String.valueOf(failed.getFirst().failure()));
        }
        var results = new ArrayList<Map<String, Object>>();
        for (var outcome : outcomes.subList(0, Math.min(outcomes.size(), MOST_NAMED))) {
            var line = new LinkedHashMap<String, Object>();
            line.put("part_id", outcome.partId().toString());
            line.put("results", outcome.results());
            if (outcome.failure() != null) line.put("error", outcome.failure());
            results.add(line);
        }
        return Map.of("completed", outcomes.size() - failed.size(), "failed", failed.size(), "parts", results);
    }

    /// The parts that are named; all that have a supplier when none is.
    private List<UUID> parts(Map<String, Object> input) {
        var named = new ArrayList<>(texts(input.get("part_ids")));
        if (input.get("part_id") instanceof String one) named.add(one);
        if (named.isEmpty() && !input.containsKey("part_ids")) return withSupplier();
        return named.stream().map(InventoryWorks::id).toList();
    }

    private List<UUID> withSupplier() {
        var known = new ArrayList<UUID>();
        var suppliers = enrichment.suppliers().stream()
                .map(supplier -> supplier.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        for (var part : core.parts().page(Integer.MAX_VALUE, 0)) {
            var supplier = part.supplier();
            if (supplier != null && suppliers.contains(supplier.toLowerCase(java.util.Locale.ROOT))) {
                known.add(part.id());
            }
        }
        return known;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new AppError.InvalidInput(FieldError.body("part_id", text, new Rule.WrongType("uuid")));
        }
    }

    private static List<String> texts(@Nullable Object list) {
        if (!(list instanceof Collection<?> all)) return List.of();
        return all.stream().map(String::valueOf).toList();
    }

    private Map<String, Object> cleanUp(Caller caller, Map<String, Object> input, TaskContext context) {
        var result = new LinkedHashMap<String, Object>();
        step(context, 5, "Starting");
        result.put("category_links_removed", upkeep.removeLooseLinks());
        step(context, 20, "Category links");
        result.put("lost_locations_removed", locations.cleanUp(Caller.system()));
        step(context, 35, "Locations");
        result.put("part_locations_cleared", upkeep.clearLostLocations());
        step(context, 50, "Parts");
        result.put("lost_rows_removed", upkeep.removeLostRows());
        step(context, 65, "Lost rows");
        result.put("empty_places_removed", upkeep.removeEmptyStock());
        step(context, 80, "Stock");
        var known = Set.copyOf(upkeep.knownFiles());
        int removed = 0;
        for (var folder : files)
            removed += folder.deleteUnknown(known, core.now().minus(YOUNG));
        result.put("files_removed", removed);
        step(context, 90, "Files");
        return result;
    }

    private static void step(TaskContext context, int percent, String step) {
        context.checkCancelled();
        context.progress(percent, step, step);
    }

    private Map<String, Object> audit(Caller caller, Map<String, Object> input, TaskContext context) {
        step(context, 10, "Stock and ledger");
        var contradictions = upkeep.contradictions(MOST_NAMED);
        step(context, 60, "Low stock");
        var result = new LinkedHashMap<String, Object>();
        result.put("parts", core.parts().count());
        result.put(
                "contradictions",
                contradictions.stream().map(InventoryWorks::line).toList());
        result.put("negative_places", upkeep.negativeStock());
        result.put("parts_without_location", upkeep.withoutLocation());
        result.put("low_stock", core.parts().low().size());
        return result;
    }

    private static Map<String, Object> line(Upkeep.Contradiction found) {
        return Map.of(
                "part_id", found.partId().toString(),
                "part_name", found.partName(),
                "quantity", found.quantity(),
                "stock", found.stock(),
                "ledger", found.ledger());
    }

    private Map<String, Object> validate(Caller caller, Map<String, Object> input, TaskContext context) {
        var named = input.containsKey("part_id") || input.containsKey("part_ids")
                ? core.parts().byIds(parts(input))
                : core.parts().page(Integer.MAX_VALUE, 0);
        var found = new ArrayList<Map<String, Object>>();
        int count = 0;
        for (var part : named) {
            var missing = missing(part);
            if (!missing.isEmpty()) {
                count++;
                if (found.size() < MOST_NAMED) {
                    found.add(Map.of("part_id", part.id().toString(), "part_name", part.name(), "missing", missing));
                }
            }
        }
        step(context, 90, "Parts looked at");
        return Map.of("checked", named.size(), "incomplete", count, "parts", found);
    }

    private static List<String> missing(Part part) {
        var missing = new ArrayList<String>();
        if (part.number() == null) missing.add("part_number");
        if (part.description() == null) missing.add("description");
        if (part.supplier() == null) missing.add("supplier");
        if (part.location() == null) missing.add("location_id");
        if (part.quantity() == null) missing.add("quantity");
        if (part.categories().isEmpty()) missing.add("categories");
        return missing;
    }

    private Map<String, Object> backUp(Caller caller, Map<String, Object> input, TaskContext context) {
        step(context, 10, "Writing");
        var name = "gemba-" + STAMP.format(core.now().atOffset(ZoneOffset.UTC)) + ".zip";
        var manifest = KeptFiles.inFolder(backups, folder -> backup.write(folder.resolve(name)));
        return Map.of("file", name, "files", manifest.files().size(), "rows", manifest.rows());
    }

    private Map<String, Object> report(Caller caller, Map<String, Object> input, TaskContext context) {
        step(context, 10, "Stock");
        var low = search.low(Caller.system());
        step(context, 50, "Value");
        var result = new LinkedHashMap<String, Object>();
        result.put("parts", core.parts().count());
        result.put("locations", core.locations().count());
        result.put("categories", core.categories().count());
        result.put("stock_value", upkeep.value());
        result.put("low_stock_count", low.size());
        result.put(
                "low_stock",
                low.stream()
                        .limit(MOST_NAMED)
                        .map(part -> Map.of(
                                "part_name",
                                part.name(),
                                "quantity",
                                part.quantity() == null ? java.math.BigDecimal.ZERO : part.quantity(),
                                "min_quantity",
                                java.util.Objects.requireNonNull(part.minQuantity())))
                        .toList());
        return result;
    }
}
