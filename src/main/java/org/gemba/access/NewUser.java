package org.gemba.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user who does not exist yet.
///
/// @param fullName blank takes the username
/// @param email null for none
/// @param clientIds the KPI tenants, the main one first
public record NewUser(
        String username, @Nullable String email, String fullName, String password, Role role, List<String> clientIds) {

    public NewUser {
        clientIds = List.copyOf(clientIds);
    }

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
