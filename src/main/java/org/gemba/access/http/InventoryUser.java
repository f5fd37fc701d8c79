package org.gemba.access.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gemba.access.User;
import org.jspecify.annotations.Nullable;

/// A user as the inventory document prints one.
record InventoryUser(
        UUID id,
        String username,
        @Nullable String email,
        boolean isActive,
        boolean passwordChangeRequired,
        Instant createdAt,
        @Nullable Instant lastLogin,
        List<InventoryRole> roles) {

    static InventoryUser of(User user) {
        var roles = new ArrayList<InventoryRole>();
        roles.add(InventoryRole.of(user.role()));
        user.customRoles().forEach(role -> roles.add(InventoryRole.of(role)));
        return new InventoryUser(
                user.id(),
                user.username(),
                user.email(),
                user.active(),
                user.passwordChangeRequired(),
                user.createdAt(),
                user.lastLoginAt(),
                roles);
    }
}
