package org.gemba.inventory;

import java.util.ArrayList;
import java.util.HashMap;
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

/// The tree of locations. A deleted location takes everything below it along; parts that lay there lie nowhere
/// afterwards, and the ledger tells so.
public final class LocationService {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 60;
    private static final int LONGEST_DESCRIPTION = 10_000;

    private final InventoryCore core;
    private final PartStock stock;

    LocationService(InventoryCore core) {
        this.core = core;
        this.stock = new PartStock(core);
    }

    /// What a deletion would take along.
    ///
    /// @param locations depth first, the location itself first
    /// @param affectedParts parts that belong to one of them
    public record DeletePreview(Location location, List<Location> locations, int affectedParts) {}

    /// In the order in which they were added.
    public LocationTree tree(Caller caller) {
        caller.require(Permission.LOCATIONS_READ);
        return new LocationTree(core.locations().list());
    }

    public Optional<Location> find(Caller caller, UUID id) {
        caller.require(Permission.LOCATIONS_READ);
        return core.locations().find(id);
    }

    /// The one that was added first, as the same name may stand below several parents.
    public Optional<Location> findByName(Caller caller, String name) {
        caller.require(Permission.LOCATIONS_READ);
        return core.locations().findByName(name);
    }

    /// @throws AppError.Conflict when the parent has one of that name
    /// @throws AppError.NotFound for an unknown parent
    public Location add(
            Caller caller, String name, @Nullable String description, @Nullable UUID parentId, @Nullable String type) {
        caller.require(Permission.LOCATIONS_WRITE);
        return core.database().together(() -> {
            var location = new Location(
                    UUID.randomUUID(), name, description, parentId, type == null ? Location.STANDARD : type);
            checked(location);
            core.locations().insert(location);
            core.trail().line(caller, "create", "location", location.id(), null, location);
            core.announce(new PartsChanged());
            return location;
        });
    }

    /// @throws AppError.NotFound for an unknown location or parent
    /// @throws AppError.Conflict when the parent has one of that name
    /// @throws AppError.InvalidInput when it would stand below itself
    public Location update(
            Caller caller,
            UUID id,
            Patch<String> name,
            Patch<String> description,
            Patch<UUID> parentId,
            Patch<String> type) {
        caller.require(Permission.LOCATIONS_WRITE);
        return core.database().together(() -> {
            var before = known(id);
            var after = new Location(
                    id,
                    required("name", name.over(before.name())),
                    description.over(before.description()),
                    parentId.over(before.parentId()),
                    required("location_type", type.over(before.type())));
            if (after.equals(before)) return before;
            checked(after);
            core.locations().update(after);
            core.trail().line(caller, "update", "location", id, before, after);
            core.announce(new PartsChanged());
            return after;
        });
    }

    private static String required(String field, @Nullable String text) {
        if (text == null) throw new AppError.InvalidInput(FieldError.body(field, null, new Rule.Required()));
        return text;
    }

    private void checked(Location location) {
        new Rules()
                .required("name", location.name(), LONGEST_NAME)
                .required("location_type", location.type(), LONGEST_TYPE)
                .atMost("description", location.description(), LONGEST_DESCRIPTION)
                .enforce();
        if (location.parentId() != null) refuseCircle(location, location.parentId());
        var other = core.locations().findByName(location.name(), location.parentId());
        if (other.isPresent() && !other.get().id().equals(location.id())) {
            throw new AppError.Conflict("Location '" + location.name() + "' already exists there");
        }
    }

    private void refuseCircle(Location location, UUID parentId) {
        var parents = parents();
        if (!parents.containsKey(parentId)) throw new AppError.NotFound("Location", parentId.toString());
        if (Ancestry.leadsTo(parentId, location.id(), parents)) {
            throw new AppError.InvalidInput(FieldError.body(
                    "parent_id", parentId, new Rule.Broken("cannot be the location itself or one below it")));
        }
    }

    private Map<UUID, @Nullable UUID> parents() {
        var parents = new HashMap<UUID, @Nullable UUID>();
        core.locations().list().forEach(each -> parents.put(each.id(), each.parentId()));
        return parents;
    }

    /// Changes nothing.
    public DeletePreview preview(Caller caller, UUID id) {
        caller.require(Permission.LOCATIONS_READ);
        var location = known(id);
        var all = new LocationTree(core.locations().list()).withBelow(location);
        return new DeletePreview(
                location,
                all,
                core.locations().partsAt(all.stream().map(Location::id).toList()));
    }

    /// @return what was deleted
    public DeletePreview delete(Caller caller, UUID id) {
        caller.require(Permission.LOCATIONS_WRITE);
        return core.database().together(() -> {
            var preview = preview(caller, id);
            remove(caller, preview.locations());
            return preview;
        });
    }

    private void remove(Caller caller, List<Location> locations) {
        if (locations.isEmpty()) return;
        var ids = locations.stream().map(Location::id).toList();
        for (var line : core.stock().at(ids)) {
            var from = line.location();
            if (from != null) stock.move(caller, line.partId(), from.id(), Location.NOWHERE, "location deleted");
        }
        core.locations().delete(ids);
        for (var location : locations) {
            core.trail().line(caller, "delete", "location", location.id(), location, null);
        }
        core.announce(new PartsChanged());
    }

    /// Deletes locations whose parent does not exist, with everything below them.
    ///
    /// @return how many
    public int cleanUp(Caller caller) {
        caller.require(Permission.LOCATIONS_WRITE);
        return core.database().together(() -> {
            var tree = new LocationTree(core.locations().list());
            var lost = new ArrayList<Location>();
            for (var orphan : tree.orphans()) lost.addAll(tree.withBelow(orphan));
            remove(caller, lost);
            return lost.size();
        });
    }

    /// What lies at the location and at all below it.
    public List<StockLine> contentsWithBelow(Caller caller, UUID id) {
        caller.require(Permission.LOCATIONS_READ);
        var all = new LocationTree(core.locations().list()).withBelow(known(id));
        return core.stock().at(all.stream().map(Location::id).toList());
    }

    /// What lies at the location itself, without those below it.
    public List<StockLine> contents(Caller caller, UUID id) {
        caller.require(Permission.LOCATIONS_READ);
        return core.stock().at(List.of(known(id).id()));
    }

    private Location known(UUID id) {
        return core.locations().find(id).orElseThrow(() -> new AppError.NotFound("Location", id.toString()));
    }
}
