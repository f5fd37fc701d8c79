package org.gemba.access;

import java.util.Set;
import java.util.UUID;

/// A bundle of rights that administrators made themselves, given to users beside their base {@link Role}.
///
/// @param name unique whatever the case of its letters, and none of the base roles' names
/// @param version for changes that must not overwrite each other
public record CustomRole(UUID id, String name, String description, Set<Permission> permissions, int version) {
    public CustomRole {
        permissions = Set.copyOf(permissions);
    }
}
