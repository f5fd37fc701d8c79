package org.gemba.access;

import org.jspecify.annotations.Nullable;

/// A user who does not exist yet.
///
/// @param fullName blank takes the username
/// @param email null for none
/// @param clientId null for none
public record NewUser(
        String username,
        @Nullable String email,
        String fullName,
        String password,
        Role role,
        @Nullable String clientId) {

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
