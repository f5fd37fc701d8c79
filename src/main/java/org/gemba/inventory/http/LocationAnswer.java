package org.gemba.inventory.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gemba.inventory.Location;
import org.gemba.inventory.LocationTree;
import org.jspecify.annotations.Nullable;

/// A location as the document prints it. Parent and children are there where a request shows them, and missing
/// otherwise.
record LocationAnswer(
        String id,
        String name,
        @Nullable String description,
        @Nullable String parentId,
        String locationType,
        @JsonInclude(JsonInclude.Include.NON_NULL) PartAnswer.@Nullable Place parent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LocationAnswer> children) {

    static LocationAnswer flat(Location location) {
        return new LocationAnswer(
                location.id().toString(),
                location.name(),
                location.description(),
                location.parentId() == null ? null : location.parentId().toString(),
                location.type(),
                null,
                null);
    }

    /// With its parent and, one level down, its children.
    static LocationAnswer near(Location location, LocationTree tree) {
        return with(
                location,
                tree,
                tree.children(location).stream().map(LocationAnswer::flat).toList());
    }

    /// With everything below it.
    static LocationAnswer deep(Location location, LocationTree tree) {
        return deep(location, tree, new HashSet<>());
    }

    private static LocationAnswer deep(Location location, LocationTree tree, Set<UUID> seen) {
        seen.add(location.id());
        return with(
                location,
                tree,
                tree.children(location).stream()
                        .filter(child -> !seen.contains(child.id()))
                        .map(child -> deep(child, tree, seen))
                        .toList());
    }

    private static LocationAnswer with(Location location, LocationTree tree, List<LocationAnswer> children) {
        var flat = flat(location);
        return new LocationAnswer(
                flat.id,
                flat.name,
                flat.description,
                flat.parentId,
                flat.locationType,
                tree.parent(location).map(PartAnswer.Place::of).orElse(null),
                children);
    }

    /// From the location up to the root.
    record Path(
            String id,
            String name,
            @Nullable String description,
            String locationType,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Path parent) {
        static Path of(List<Location> upwards) {
            Path path = null;
            for (var location : upwards.reversed()) {
                path = new Path(
                        location.id().toString(), location.name(), location.description(), location.type(), path);
            }
            if (path == null) throw new IllegalArgumentException("a path has at least one location");
            return path;
        }
    }

    /// A location in the preview of a deletion.
    record Doomed(String id, String name, @Nullable String description, List<Doomed> children) {
        static Doomed of(LocationAnswer deep) {
            var below = deep.children() == null ? List.<LocationAnswer>of() : deep.children();
            return new Doomed(
                    deep.id(),
                    deep.name(),
                    deep.description(),
                    below.stream().map(Doomed::of).toList());
        }
    }
}
