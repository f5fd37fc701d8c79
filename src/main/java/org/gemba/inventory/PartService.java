package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Adds, changes and removes parts. Names are unique; categories that are named and do not exist are made; quantities
/// are booked, so that the ledger tells of them.
public final class PartService {
    static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_UNIT = 20;
    private static final int LARGEST_PROPERTIES = 100_000;

    private final InventoryCore core;
    private final PartStock stock;
    private final CategoryService categories;
    private final JsonMapper json = JsonMapper.builder().build();

    PartService(InventoryCore core, CategoryService categories) {
        this.core = core;
        this.stock = new PartStock(core);
        this.categories = categories;
    }

    /// @throws AppError.Conflict when the name is taken
    /// @throws AppError.NotFound for an unknown location
    public Part add(Caller caller, NewPart wanted) {
        caller.require(Permission.PARTS_CREATE);
        return core.database().together(() -> {
            var location = wanted.locationId() == null ? null : location(wanted.locationId());
            var part = part(wanted, location);
            checked(part, wanted.quantity());
            refuseTakenName(part);
            core.parts().insert(List.of(part.withCategories(categories.named(caller, wanted.categoryNames()))));
            if (wanted.quantity() != null) stock.correct(caller, part, wanted.quantity(), "first stock");
            var added = known(part.id());
            core.trail().line(caller, "create", "part", added.id(), null, added);
            core.announce(new PartsChanged());
            return added;
        });
    }

    private Part part(NewPart wanted, @Nullable Location location) {
        return new Part(
                UUID.randomUUID(),
                wanted.name(),
                wanted.number(),
                wanted.description(),
                null,
                wanted.minQuantity(),
                wanted.unit(),
                wanted.supplier(),
                wanted.supplierUrl(),
                location,
                wanted.imageUrl(),
                wanted.properties(),
                List.of(),
                core.now(),
                core.now(),
                1);
    }

    /// Adds many parts that are not counted yet, all or none; one audit line tells of them.
    ///
    /// @throws AppError.Conflict when a name is taken, or stands twice among them
    List<Part> addAll(Caller caller, List<NewPart> wanted) {
        caller.require(Permission.PARTS_CREATE);
        if (wanted.isEmpty()) return List.of();
        return core.database().together(() -> {
            var names = new HashSet<String>();
            core.parts().called(wanted.stream().map(NewPart::name).toList()).forEach(part -> names.add(part.name()));
            var byNames = new HashMap<List<String>, List<Category>>();
            var parts = new ArrayList<Part>();
            for (var one : wanted) {
                if (!names.add(one.name())) throw taken(one.name());
                var part = part(one, null);
                checked(part, null);
                parts.add(part.withCategories(
                        byNames.computeIfAbsent(one.categoryNames(), list -> categories.named(caller, list))));
            }
            core.parts().insert(parts);
            var told = parts.stream()
                    .map(part -> Map.of("id", part.id(), "name", part.name()))
                    .toList();
            core.trail().line(caller, "create", "part", parts.size() + " parts", null, told);
            core.announce(new PartsChanged());
            return parts;
        });
    }

    /// Changes the fields that the change names.
    ///
    /// @throws AppError.Conflict when the name is taken, or somebody changed the part since the named version
    /// @throws AppError.NotFound for an unknown part or location
    public Part update(Caller caller, UUID id, PartChange change) {
        caller.require(Permission.PARTS_UPDATE);
        return core.database().together(() -> {
            var before = known(id);
            refuseStale(before, change.version());
            var changed = changed(caller, before, change);
            checked(changed, change.quantity().over(null));
            refuseTakenName(changed);
            if (!changed.equals(before)) core.parts().update(changed);
            stock.follow(caller, before, changed);
            if (change.quantity().isSet()) {
                stock.correct(caller, changed, change.quantity().over(null), "correction");
            }
            var after = known(id);
            if (!after.equals(before)) {
                core.trail().line(caller, "update", "part", id, before, after);
                announce(before, after);
            }
            return after;
        });
    }

    /// The same change to several parts, all or none.
    public List<Part> updateAll(Caller caller, List<UUID> ids, PartChange change) {
        caller.require(Permission.PARTS_UPDATE);
        return core.database().together(() -> {
            var changed = new ArrayList<Part>();
            for (var id : ids) changed.add(update(caller, id, change));
            return changed;
        });
    }

    private Part changed(Caller caller, Part before, PartChange change) {
        var locationId = change.locationId().over(before.locationId());
        var location = locationId == null ? null : location(locationId);
        var names = change.categoryNames();
        var of = names.isSet()
                ? categories.named(caller, Optional.ofNullable(names.over(null)).orElse(List.of()))
                : before.categories();
        var properties = change.properties().over(before.properties());
        var changed = new Part(
                before.id(),
                required("part_name", change.name().over(before.name())),
                change.number().over(before.number()),
                change.description().over(before.description()),
                before.quantity(),
                change.minQuantity().over(before.minQuantity()),
                change.unit().over(before.unit()),
                change.supplier().over(before.supplier()),
                change.supplierUrl().over(before.supplierUrl()),
                location,
                change.imageUrl().over(before.imageUrl()),
                properties == null ? Map.of() : properties,
                of,
                before.createdAt(),
                before.changedAt(),
                before.version());
        return changed.equals(before) ? before : changed.touched(core.now());
    }

    private static String required(String field, @Nullable String text) {
        if (text == null) throw new AppError.InvalidInput(FieldError.body(field, null, new Rule.Required()));
        return text;
    }

    private void checked(Part part, @Nullable BigDecimal quantity) {
        new Rules()
                .required("part_name", part.name(), LONGEST_NAME)
                .atMost("part_number", part.number(), LONGEST_TEXT)
                .atMost("description", part.description(), LONGEST_DESCRIPTION)
                .atMost("unit", part.unit(), LONGEST_UNIT)
                .atMost("supplier", part.supplier(), LONGEST_TEXT)
                .atMost("supplier_url", part.supplierUrl(), LONGEST_URL)
                .atMost("image_url", part.imageUrl(), LONGEST_URL)
                .storable("quantity", quantity)
                .notNegative("min_quantity", part.minQuantity())
                .check(
                        json.writeValueAsString(part.properties()).length() <= LARGEST_PROPERTIES,
                        "additional_properties",
                        null,
                        "may have 100,000 characters in all")
                .enforce();
    }

    private void refuseTakenName(Part part) {
        var other = core.parts().findByName(part.name());
        if (other.isPresent() && !other.get().id().equals(part.id())) {
            throw taken(part.name());
        }
    }

    private static AppError taken(String name) {
        return new AppError.Conflict("Part with name '" + name + "' already exists");
    }

    private static void refuseStale(Part part, @Nullable Integer version) {
        if (version != null && version != part.version()) {
            throw new AppError.Conflict("Part '" + part.name() + "' was changed by somebody else meanwhile");
        }
    }

    /// Removes a part with its stock and ledger; its order lines stay.
    ///
    /// @return the part as it was
    public Part delete(Caller caller, UUID id) {
        caller.require(Permission.PARTS_DELETE);
        return core.database().together(() -> {
            var before = known(id);
            core.parts().delete(id);
            core.trail().line(caller, "delete", "part", id, before, null);
            core.announce(new PartsChanged());
            return before;
        });
    }

    /// Removes every part. Only for administrators.
    ///
    /// @return how many there were
    public int clear(Caller caller) {
        caller.require(Permission.PARTS_DELETE);
        caller.require(Permission.BACKUP);
        return core.database().together(() -> {
            int count = core.parts().clear();
            core.trail().line(caller, "clear", "part", "all", Map.of("parts", count), null);
            core.announce(new PartsChanged());
            return count;
        });
    }

    public Optional<Part> find(Caller caller, UUID id) {
        caller.require(Permission.PARTS_READ);
        return core.parts().find(id);
    }

    public Optional<Part> findByName(Caller caller, String name) {
        caller.require(Permission.PARTS_READ);
        return core.parts().findByName(name);
    }

    /// The one that was added first, as numbers are not unique.
    public Optional<Part> findByNumber(Caller caller, String number) {
        caller.require(Permission.PARTS_READ);
        return core.parts().findByNumber(number);
    }

    /// In the order of the ids; unknown ones are left out.
    public List<Part> byIds(Caller caller, List<UUID> ids) {
        caller.require(Permission.PARTS_READ);
        return core.parts().byIds(ids);
    }

    /// In the order in which they were added.
    public List<Part> page(Caller caller, int limit, long offset) {
        caller.require(Permission.PARTS_READ);
        return core.parts().page(limit, offset);
    }

    public long count(Caller caller) {
        caller.require(Permission.PARTS_READ);
        return core.parts().count();
    }

    private Part known(UUID id) {
        return core.parts().find(id).orElseThrow(() -> new AppError.NotFound("Part", id.toString()));
    }

    private Location location(UUID id) {
        return core.locations().find(id).orElseThrow(() -> new AppError.NotFound("Location", id.toString()));
    }

    private void announce(Part before, Part after) {
        core.announce(new PartsChanged());
        boolean sameStock = java.util.Objects.equals(before.quantity(), after.quantity());
        if (sameStock && before.isLow() == after.isLow()) return;
        core.announce(new StockChanged(after.id(), after.name(), after.quantity(), after.isLow()));
    }
}
