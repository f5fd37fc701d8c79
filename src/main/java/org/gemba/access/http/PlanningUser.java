package org.gemba.access.http;

import java.time.Instant;
import org.gemba.access.User;
import org.jspecify.annotations.Nullable;

/// A user as the planning document prints one, and a little more for administrators.
///
/// @param id the small number
record PlanningUser(
        int id,
        @Nullable String email,
        String firstName,
        String lastName,
        String role,
        String username,
        boolean isActive,
        Instant createdAt,
        @Nullable Instant lastLogin) {

    static PlanningUser of(User user) {
        var name = user.fullName().strip();
        int space = name.lastIndexOf(' ');
        return new PlanningUser(
                user.number(),
                user.email(),
                space < 0 ? name : name.substring(0, space).strip(),
                space < 0 ? "" : name.substring(space + 1),
                RoleNames.planning(user.role()),
                user.username(),
                user.active(),
                user.createdAt(),
                user.lastLoginAt());
    }
}
