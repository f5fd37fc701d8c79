package org.gemba.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person with a name and a password of their own.
///
/// @param number a small whole number for the documents that want one, from 1
/// @param username unique whatever the case of its letters
/// @param email unique whatever the case of its letters; null for none
/// @param clientIds the KPI tenants of operators and leaders, the main one first; empty for none
/// @param lastLoginAt null for never
/// @param passwordChangeRequired a flag that clients show
/// @param customRoles what the user may do beyond the base role
/// @param version for changes that must not overwrite each other
public record User(
        UUID id,
        int number,
        String username,
        @Nullable String email,
        String fullName,
        Role role,
        List<String> clientIds,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        boolean passwordChangeRequired,
        List<CustomRole> customRoles,
        int version) {

    public User {
        clientIds = List.copyOf(clientIds);
        customRoles = List.copyOf(customRoles);
    }

    public @Nullable String clientId() {
        return clientIds.isEmpty() ? null : clientIds.getFirst();
    }

    /// The same person after a change.
    ///
    /// @param seen the version on which the change builds
    User after(UserChange change, List<CustomRole> roles, int seen) {
        return new User(
                id,
                number,
                username,
                change.email(),
                change.fullName(),
                change.role(),
                change.clientIds(),
                change.active(),
                createdAt,
                lastLoginAt,
                passwordChangeRequired,
                roles,
                seen);
    }

    public boolean isActiveAdministrator() {
        return active && role == Role.ADMIN;
    }

    /// Of the base role and of all custom ones.
    public Set<Permission> permissions() {
        var all = EnumSet.copyOf(RolePermissions.of(role));
        customRoles.forEach(custom -> all.addAll(custom.permissions()));
        return all;
    }

    /// As the caller of services on the desktop, and of every API but tracking, which knows customers only.
    public Caller caller() {
        return new Caller(id.toString(), username, role, permissions(), Tokens.USER_FAMILIES, clientIds, null);
    }
}
