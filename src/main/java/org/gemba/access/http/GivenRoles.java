package org.gemba.access.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.CustomRole;
import org.gemba.access.Role;

/// A list of role names, sorted into the base role, of several the strongest, and the custom roles.
///
/// @param unknown the first name that nobody has; null when all are known
record GivenRoles(Role base, Set<UUID> custom, Optional<String> unknown) {
    static GivenRoles of(List<String> names, List<CustomRole> known) {
        var base = Role.VIEWER;
        var custom = new HashSet<UUID>();
        for (var name : names) {
            var fixed = RoleNames.ofInventory(name);
            var own = known.stream()
                    .filter(role -> role.name().equalsIgnoreCase(name.strip()))
                    .findFirst();
            if (fixed.isPresent()) {
                if (fixed.get().compareTo(base) > 0) base = fixed.get();
            } else if (own.isPresent()) {
                custom.add(own.get().id());
            } else {
                return new GivenRoles(base, custom, Optional.of(name));
            }
        }
        return new GivenRoles(base, custom, Optional.empty());
    }
}
