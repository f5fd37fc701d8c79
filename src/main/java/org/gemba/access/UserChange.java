package org.gemba.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an administrator may change of a user at once.
///
/// @param email null for none
/// @param customRoles ids of custom roles
/// @param clientIds the KPI tenants, the main one first
public record UserChange(
        @Nullable String email,
        String fullName,
        Role role,
        List<String> clientIds,
        boolean active,
        Set<UUID> customRoles) {

    public UserChange {
        clientIds = List.copyOf(clientIds);
        customRoles = Set.copyOf(customRoles);
    }

    public static UserChange of(User user) {
        return new UserChange(
                user.email(),
                user.fullName(),
                user.role(),
                user.clientIds(),
                user.active(),
                user.customRoles().stream().map(CustomRole::id).collect(Collectors.toSet()));
    }

    public UserChange withRole(Role other) {
        return new UserChange(email, fullName, other, clientIds, active, customRoles);
    }

    public UserChange withActive(boolean state) {
        return new UserChange(email, fullName, role, clientIds, state, customRoles);
    }

    public UserChange withEmail(@Nullable String other) {
        return new UserChange(other, fullName, role, clientIds, active, customRoles);
    }

    public UserChange withFullName(String other) {
        return new UserChange(email, other, role, clientIds, active, customRoles);
    }

    public UserChange withClientIds(List<String> others) {
        return new UserChange(email, fullName, role, others, active, customRoles);
    }

    public UserChange withCustomRoles(Set<UUID> others) {
        return new UserChange(email, fullName, role, clientIds, active, others);
    }
}
