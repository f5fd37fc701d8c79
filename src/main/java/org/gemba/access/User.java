package org.gemba.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person with a name and a password of their own.
///
/// @param number a small whole number for the documents that want one, from 1
/// @param username unique whatever the case of its letters
/// @param email unique whatever the case of its letters; null for none
/// @param clientId the KPI tenant of operators and leaders; null for none
/// @param version for changes that must not overwrite each other
public record User(
        UUID id,
        int number,
        String username,
        @Nullable String email,
        String fullName,
        Role role,
        @Nullable String clientId,
        boolean active,
        Instant createdAt,
        int version) {

    public boolean isActiveAdministrator() {
        return active && role == Role.ADMIN;
    }

    /// As the caller of services on the desktop, and of every API but tracking, which knows customers only.
    public Caller caller() {
        return new Caller(
                id.toString(), username, role, RolePermissions.of(role), Tokens.USER_FAMILIES, clientId, null);
    }
}
