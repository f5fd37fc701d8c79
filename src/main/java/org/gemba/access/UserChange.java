package org.gemba.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an administrator may change of a user at once.
///
/// @param email null for none
/// @param clientIds the KPI tenants, the main one first
public record UserChange(@Nullable String email, String fullName, Role role, List<String> clientIds, boolean active) {

    public UserChange {
        clientIds = List.copyOf(clientIds);
    }

    public static UserChange of(User user) {
        return new UserChange(user.email(), user.fullName(), user.role(), user.clientIds(), user.active());
    }

    public UserChange withRole(Role other) {
        return new UserChange(email, fullName, other, clientIds, active);
    }

    public UserChange withActive(boolean state) {
        return new UserChange(email, fullName, role, clientIds, state);
    }
}
