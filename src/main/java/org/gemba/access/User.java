package org.gemba.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person with a name and a password of their own.
///
/// @param number a small whole number for the documents that want one, from 1
/// @param username unique whatever the case of its letters
/// @param email unique whatever the case of its letters; null for none
/// @param clientIds the KPI tenants of operators and leaders, the main one first; empty for none
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
        int version) {

    public User {
        clientIds = List.copyOf(clientIds);
    }

    public @Nullable String clientId() {
        return clientIds.isEmpty() ? null : clientIds.getFirst();
    }

    public boolean isActiveAdministrator() {
        return active && role == Role.ADMIN;
    }

    /// As the caller of services on the desktop, and of every API but tracking, which knows customers only.
    public Caller caller() {
        return new Caller(
                id.toString(), username, role, RolePermissions.of(role), Tokens.USER_FAMILIES, clientIds, null);
    }
}
