package org.gemba.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.data.RoleTable;
import org.gemba.access.data.SessionTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;

/// Custom roles. The base roles are fixed and no rows.
public final class RoleService {
    private static final String NAME = "^[\\p{L}\\p{N} ._-]{2,50}$";
    private static final int LONGEST_DESCRIPTION = 500;
    /// What the documents call the base roles.
    private static final Set<String> BASE =
            Set.of("admin", "manager", "user", "viewer", "power_user", "mto_shared", "customer");

    private final RoleTable roles;
    private final SessionTable sessions;

    RoleService(RoleTable roles, SessionTable sessions) {
        this.roles = roles;
        this.sessions = sessions;
    }

    public List<CustomRole> list(Caller caller) {
        caller.require(Permission.USERS_READ);
        return roles.list();
    }

    /// @throws AppError.NotFound when there is none
    public CustomRole get(Caller caller, UUID id) {
        caller.require(Permission.USERS_READ);
        return roles.find(id).orElseThrow(() -> new AppError.NotFound("Role", id.toString()));
    }

    /// @throws AppError.InvalidInput naming every field that breaks a rule
    /// @throws AppError.Forbidden for rights that the caller does not have
    /// @throws AppError.Conflict when the name is taken
    public CustomRole add(Caller caller, String name, String description, Set<Permission> permissions) {
        caller.require(Permission.USERS_WRITE);
        var role = new CustomRole(UUID.randomUUID(), name.strip(), description.strip(), permissions, 1);
        check(caller, role);
        return roles.insert(role, UserRules.key(role.name()), caller.username());
    }

    /// Another set of rights ends the sessions of everybody who has the role.
    ///
    /// @param changed with the version that the caller saw
    public CustomRole change(Caller caller, CustomRole changed) {
        caller.require(Permission.USERS_WRITE);
        requireAll(caller, get(caller, changed.id()).permissions());
        check(caller, changed);
        var after = roles.update(changed, UserRules.key(changed.name()), caller.username());
        sessions.forget();
        return after;
    }

    /// Takes the role from everybody who has it, which ends their sessions.
    public void delete(Caller caller, UUID id) {
        caller.require(Permission.USERS_WRITE);
        requireAll(caller, get(caller, id).permissions());
        roles.delete(id, caller.username());
        sessions.forget();
    }

    private static void check(Caller caller, CustomRole role) {
        var faults = new ArrayList<FieldError>();
        if (!role.name().matches(NAME)) {
            faults.add(FieldError.body("name", role.name(), new Rule.Pattern(NAME, "2 to 50 letters or digits")));
        } else if (isBase(role.name())) {
            faults.add(FieldError.body("name", role.name(), new Rule.Broken("is the name of a fixed role")));
        }
        if (role.description().length() > LONGEST_DESCRIPTION) {
            faults.add(
                    FieldError.body("description", role.description().length(), new Rule.TooLong(LONGEST_DESCRIPTION)));
        }
        if (role.permissions().contains(Permission.TRACKING_OWN)) {
            faults.add(FieldError.body(
                    "permissions", Permission.TRACKING_OWN.value(), new Rule.Broken("is a right of customers only")));
        }
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        requireAll(caller, role.permissions());
    }

    private static boolean isBase(String name) {
        var key = UserRules.key(name);
        for (var role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(key)) return true;
        }
        return BASE.contains(key);
    }

    /// Who looks after users cannot so get, or give, more rights than they have.
    static void requireAll(Caller caller, Set<Permission> rights) {
        if (!caller.permissions().containsAll(rights)) {
            throw new AppError.Forbidden("Nobody can give or take rights that they do not have themselves");
        }
    }
}
