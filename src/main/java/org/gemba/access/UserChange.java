package org.gemba.access;

import org.jspecify.annotations.Nullable;

/// What an administrator may change of a user at once.
///
/// @param email null for none
/// @param clientId null for none
public record UserChange(
        @Nullable String email,
        String fullName,
        Role role,
        @Nullable String clientId,
        boolean active) {

    public static UserChange of(User user) {
        return new UserChange(user.email(), user.fullName(), user.role(), user.clientId(), user.active());
    }

    public UserChange withRole(Role other) {
        return new UserChange(email, fullName, other, clientId, active);
    }

    public UserChange withActive(boolean state) {
        return new UserChange(email, fullName, role, clientId, state);
    }
}
