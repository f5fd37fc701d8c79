package org.gemba.access.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.CustomRole;
import org.gemba.access.Permission;
import org.gemba.access.RoleService;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/roles`: the fixed roles beside the custom ones, which alone can be changed.
public final class RoleRoutes {
    /// Rights that the inventory document and its clients name otherwise.
    private static final Map<String, Set<Permission>> ALSO = Map.ofEntries(
            Map.entry("parts:write", Set.of(Permission.PARTS_CREATE, Permission.PARTS_UPDATE)),
            Map.entry("locations:create", Set.of(Permission.LOCATIONS_WRITE)),
            Map.entry("locations:update", Set.of(Permission.LOCATIONS_WRITE)),
            Map.entry("locations:delete", Set.of(Permission.LOCATIONS_WRITE)),
            Map.entry("categories:create", Set.of(Permission.CATEGORIES_WRITE)),
            Map.entry("categories:update", Set.of(Permission.CATEGORIES_WRITE)),
            Map.entry("categories:delete", Set.of(Permission.CATEGORIES_WRITE)),
            Map.entry("tasks:create", Set.of(Permission.TASKS_WRITE)),
            Map.entry("tasks:update", Set.of(Permission.TASKS_WRITE)),
            Map.entry("tasks:admin", Set.of(Permission.TASKS_WRITE)),
            Map.entry("users:create", Set.of(Permission.USERS_WRITE)),
            Map.entry("users:update", Set.of(Permission.USERS_WRITE)),
            Map.entry("users:delete", Set.of(Permission.USERS_WRITE)));

    private final RoleService roles;

    record NewRole(
            String name,
            @Nullable String description,
            @Nullable List<String> permissions) {}

    record Change(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> permissions) {}

    public RoleRoutes(RoleService roles) {
        this.roles = roles;
    }

    public List<Route> routes() {
        return List.of(
                add("/roles/add_role"),
                add("/roles/create"),
                Route.get(ApiFamily.INVENTORY, "/roles/all", "All roles")
                        .needs(Permission.USERS_READ)
                        .answersList(InventoryRole.class)
                        .handle(call -> {
                            var all = all(call.caller());
                            return new Reply(all.size() + " roles found", all);
                        }),
                Route.get(ApiFamily.INVENTORY, "/roles/by-name/{name}", "One role by name")
                        .needs(Permission.USERS_READ)
                        .answers(InventoryRole.class)
                        .handle(call -> one(call, call.path("name"))),
                Route.get(ApiFamily.INVENTORY, "/roles/{role_id}", "One role")
                        .needs(Permission.USERS_READ)
                        .answers(InventoryRole.class)
                        .handle(call -> one(call, call.path("role_id"))),
                Route.put(ApiFamily.INVENTORY, "/roles/{role_id}", "Change a custom role; ends its people's logins")
                        .needs(Permission.USERS_WRITE)
                        .takes(Change.class)
                        .answers(InventoryRole.class)
                        .handle(this::change),
                Route.delete(ApiFamily.INVENTORY, "/roles/{role_id}", "Remove a custom role")
                        .needs(Permission.USERS_WRITE)
                        .handle(this::delete));
    }

    private Route add(String path) {
        return Route.post(ApiFamily.INVENTORY, path, "Add a custom role")
                .needs(Permission.USERS_WRITE)
                .takes(NewRole.class)
                .answers(InventoryRole.class)
                .handle(call -> {
                    var wanted = call.body(NewRole.class);
                    var added = roles.add(
                            call.caller(), wanted.name(), text(wanted.description()), rights(wanted.permissions()));
                    return new Reply("Role added", InventoryRole.of(added));
                });
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static Set<Permission> rights(@Nullable List<String> names) {
        var rights = new HashSet<Permission>();
        var faults = new ArrayList<FieldError>();
        for (var name : names == null ? List.<String>of() : names) {
            var also = ALSO.get(name);
            var known = Permission.find(name);
            if (known.isPresent()) rights.add(known.get());
            else if (also != null) rights.addAll(also);
            else faults.add(FieldError.body("permissions", name, new Rule.Broken("has no right " + name)));
        }
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        return rights;
    }

    private List<InventoryRole> all(Caller caller) {
        var all = new ArrayList<InventoryRole>();
        RoleNames.STORED.reversed().forEach(role -> all.add(InventoryRole.of(role)));
        roles.list(caller).forEach(role -> all.add(InventoryRole.of(role)));
        return all;
    }

    /// By id or name.
    private Reply one(Call call, String wanted) {
        return all(call.caller()).stream()
                .filter(role ->
                        role.id().toString().equals(wanted) || role.name().equalsIgnoreCase(wanted))
                .findFirst()
                .map(role -> new Reply("Role found", role))
                .orElseThrow(() -> new AppError.NotFound("Role", wanted));
    }

    private CustomRole custom(Call call) {
        var id = call.path("role_id");
        boolean fixed = RoleNames.STORED.stream()
                .anyMatch(role -> InventoryRole.id(role).toString().equals(id));
        if (fixed) throw new AppError.Conflict("The fixed roles cannot be changed or removed");
        try {
            return roles.get(call.caller(), UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new AppError.NotFound("Role", id);
        }
    }

    private Reply change(Call call) {
        var known = custom(call);
        var change = call.body(Change.class);
        var changed = new CustomRole(
                known.id(),
                change.name() == null ? known.name() : change.name().strip(),
                change.description() == null ? known.description() : change.description(),
                change.permissions() == null ? known.permissions() : rights(change.permissions()),
                known.version());
        return new Reply("Role updated", InventoryRole.of(roles.change(call.caller(), changed)));
    }

    private Reply delete(Call call) {
        roles.delete(call.caller(), custom(call).id());
        return new Reply("Role deleted", null);
    }
}
