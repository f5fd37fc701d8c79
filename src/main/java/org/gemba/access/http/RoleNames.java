package org.gemba.access.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemba.access.Role;

/// What the inventory and the planning document call the base roles. Both are read whatever their case; the program's
/// own names are read too.
final class RoleNames {
    /// The roles that a stored user can have, the weakest first.
    static final List<Role> STORED =
            List.of(Role.VIEWER, Role.OPERATOR_DATAENTRY, Role.LEADER_DATACONFIG, Role.POWERUSER, Role.ADMIN);

    private RoleNames() {}

    static String inventory(Role role) {
        return switch (role) {
            case VIEWER -> "viewer";
            case OPERATOR_DATAENTRY -> "user";
            case LEADER_DATACONFIG -> "manager";
            case POWERUSER -> "power_user";
            case ADMIN -> "admin";
            case MTO_SHARED, CUSTOMER -> role.name().toLowerCase(Locale.ROOT);
        };
    }

    static Optional<Role> ofInventory(String name) {
        return STORED.stream()
                .filter(role ->
                        inventory(role).equalsIgnoreCase(name) || role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static String planning(Role role) {
        return switch (role) {
            case VIEWER, OPERATOR_DATAENTRY, MTO_SHARED, CUSTOMER -> "viewer";
            case LEADER_DATACONFIG, POWERUSER -> "manager";
            case ADMIN -> "admin";
        };
    }

    /// Two roles are managers; the name means the lesser one.
    static Optional<Role> ofPlanning(String name) {
        return STORED.stream()
                .filter(role ->
                        planning(role).equalsIgnoreCase(name) || role.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
