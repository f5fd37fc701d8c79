package org.gemba.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All locations at one moment, and who stands below whom. Walks end even if stored parents run in a circle.
public final class LocationTree {
    private final Map<UUID, Location> byId = new LinkedHashMap<>();
    private final Map<@Nullable UUID, List<Location>> byParent = new HashMap<>();

    LocationTree(List<Location> locations) {
        for (var location : locations) {
            byId.put(location.id(), location);
            byParent.computeIfAbsent(location.parentId(), id -> new ArrayList<>())
                    .add(location);
        }
    }

    public List<Location> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Location> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Location> roots() {
        return byParent.getOrDefault(null, List.of());
    }

    public List<Location> children(Location location) {
        return byParent.getOrDefault(location.id(), List.of());
    }

    public Optional<Location> parent(Location location) {
        return location.parentId() == null ? Optional.empty() : find(location.parentId());
    }

    /// Depth first, itself first.
    public List<Location> withBelow(Location location) {
        var found = new ArrayList<Location>();
        collect(location, found, new HashSet<>());
        return found;
    }

    private void collect(Location location, List<Location> found, Set<UUID> seen) {
        if (!seen.add(location.id())) return;
        found.add(location);
        for (var child : children(location)) collect(child, found, seen);
    }

    /// From itself up to the top.
    public List<Location> path(Location location) {
        var path = new ArrayList<Location>();
        var seen = new HashSet<UUID>();
        for (Location at = location;
                at != null && seen.add(at.id());
                at = parent(at).orElse(null)) path.add(at);
        return path;
    }

    /// The names from the top down to it: `Hall 2 / Rack B / Bin 4`.
    public String pathText(Location location) {
        var names = new ArrayList<String>();
        for (var each : path(location).reversed()) names.add(each.name());
        return String.join(" / ", names);
    }

    /// Those whose parent does not exist.
    List<Location> orphans() {
        return byId.values().stream()
                .filter(each -> each.parentId() != null && !byId.containsKey(each.parentId()))
                .toList();
    }
}
