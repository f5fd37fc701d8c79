package org.gemba.inventory;

import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Walks up a tree that is told by parents.
final class Ancestry {
    private Ancestry() {}

    /// Whether `wanted` is `from` or above it. Ends also when the parents themselves run in a circle.
    static boolean leadsTo(UUID from, UUID wanted, Map<UUID, @Nullable UUID> parents) {
        var seen = new HashSet<UUID>();
        for (UUID at = from; at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(wanted)) return true;
        }
        return false;
    }
}
