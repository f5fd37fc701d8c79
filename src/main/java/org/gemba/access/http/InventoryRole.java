package org.gemba.access.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.CustomRole;
import org.gemba.access.Permission;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;

/// A role as the inventory document prints one: the fixed ones, whose ids follow from their names, and the custom ones.
record InventoryRole(UUID id, String name, String description, List<String> permissions) {
    static InventoryRole of(Role role) {
        var permissions = new ArrayList<>(printed(RolePermissions.of(role)));
        if (role == Role.ADMIN) permissions.addFirst("admin");
        return new InventoryRole(id(role), RoleNames.inventory(role), description(role), permissions);
    }

    static InventoryRole of(CustomRole role) {
        return new InventoryRole(role.id(), role.name(), role.description(), printed(role.permissions()));
    }

    static UUID id(Role role) {
        return UUID.nameUUIDFromBytes(("gemba role " + role.name()).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> printed(Set<Permission> permissions) {
        return permissions.stream().map(Permission::value).sorted().toList();
    }

    private static String description(Role role) {
        return switch (role) {
            case VIEWER -> "Looks up and changes nothing";
            case OPERATOR_DATAENTRY -> "Enters production, prints labels, follows tasks";
            case LEADER_DATACONFIG -> "Looks after a line: parts, orders, targets, plans";
            case POWERUSER -> "Works for every client, exports, connects other systems";
            case ADMIN -> "Everything, also users and settings";
            case MTO_SHARED, CUSTOMER -> "";
        };
    }
}
