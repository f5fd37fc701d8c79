package org.gemba.access.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.AccessService;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Permission;
import org.gemba.access.RoleService;
import org.gemba.access.User;
import org.gemba.access.UserChange;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/users` of the inventory document. Administrators look after everybody; others see and change themselves alone,
/// and of themselves neither role nor activity.
public final class InventoryUserRoutes {
    private final AccessService access;
    private final RoleService roles;

    record NewPerson(
            String username,
            String email,
            String password,
            @Nullable List<String> roles) {}

    record Change(
            @Nullable String username,
            @Nullable String email,
            @Nullable Boolean isActive,
            @Nullable List<String> roles) {}

    record Passwords(@Nullable String currentPassword, String newPassword) {}

    record Roles(List<String> roles) {}

    record Status(boolean isActive) {}

    record UnknownRole(String roleName) {}

    record Refused(String status, String message, UnknownRole data) {}

    public InventoryUserRoutes(AccessService access, RoleService roles) {
        this.access = access;
        this.roles = roles;
    }

    public List<Route> routes() {
        return List.of(
                register("/users/register"),
                register("/auth/register"),
                Route.get(ApiFamily.INVENTORY, "/users/all", "All users")
                        .needs(Permission.USERS_READ)
                        .answersList(InventoryUser.class)
                        .handle(this::all),
                Route.get(ApiFamily.INVENTORY, "/users/me", "The caller")
                        .answers(InventoryUser.class)
                        .handle(call -> found(own(call.caller()))),
                Route.get(ApiFamily.INVENTORY, "/users/by-username/{username}", "One user by name")
                        .answers(InventoryUser.class)
                        .handle(this::byName),
                Route.get(ApiFamily.INVENTORY, "/users/{user_id}", "One user")
                        .answers(InventoryUser.class)
                        .handle(call -> found(visible(call))),
                Route.put(ApiFamily.INVENTORY, "/users/{user_id}", "Change a user")
                        .takes(Change.class)
                        .faultsAreBad()
                        .answers(InventoryUser.class)
                        .handle(call -> change(call, visible(call), call.body(Change.class))),
                Route.put(ApiFamily.INVENTORY, "/users/{user_id}/roles", "Give a user these roles and no others")
                        .takes(Roles.class)
                        .answers(InventoryUser.class)
                        .handle(call -> change(
                                call,
                                visible(call),
                                new Change(
                                        null, null, null, call.body(Roles.class).roles()))),
                Route.put(ApiFamily.INVENTORY, "/users/{user_id}/status", "Let a user in, or no longer")
                        .takes(Status.class)
                        .answers(InventoryUser.class)
                        .handle(call -> change(
                                call,
                                visible(call),
                                new Change(null, null, call.body(Status.class).isActive(), null))),
                Route.put(ApiFamily.INVENTORY, "/users/{user_id}/password", "Change a password, which ends all logins")
                        .takes(Passwords.class)
                        .faultsAreBad()
                        .handle(this::password),
                Route.delete(ApiFamily.INVENTORY, "/users/{user_id}", "Remove a user")
                        .needs(Permission.USERS_WRITE)
                        .handle(this::delete));
    }

    private Route register(String path) {
        return Route.post(ApiFamily.INVENTORY, path, "Add a user; only administrators may")
                .needs(Permission.USERS_WRITE)
                .takes(NewPerson.class)
                .answers(InventoryUser.class)
                .handle(this::add);
    }

    private Object add(Call call) {
        var wanted = call.body(NewPerson.class);
        var given = GivenRoles.of(wanted.roles() == null ? List.of() : wanted.roles(), roles.list(call.caller()));
        if (given.unknown().isPresent()) return unknown(given.unknown().get());
        var person = new NewUser(wanted.username(), wanted.email(), "", wanted.password(), given.base(), List.of());
        var added = access.add(call.caller(), person, given.custom());
        return new Reply("User registered successfully", InventoryUser.of(added));
    }

    private static Answer unknown(String role) {
        var body = new Refused("error", "There is no role " + role, new UnknownRole(role));
        return new Answer.Bare(400, body, java.util.Map.of());
    }

    private Reply all(Call call) {
        var users = access.users(call.caller()).stream().map(InventoryUser::of).toList();
        return new Reply(users.size() + " users found", users);
    }

    private static Reply found(User user) {
        return new Reply("User found", InventoryUser.of(user));
    }

    private User own(Caller caller) {
        return find(caller.subject()).orElseThrow(() -> new AppError.NotFound("User", caller.username()));
    }

    private Optional<User> find(String id) {
        try {
            return access.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Who may not see others learns nothing of whether they exist.
    private User visible(Call call) {
        var id = call.path("user_id");
        if (!id.equals(call.caller().subject())) call.caller().require(Permission.USERS_READ);
        return find(id).orElseThrow(() -> new AppError.NotFound("User", id));
    }

    private Reply byName(Call call) {
        var name = call.path("username");
        if (!name.equalsIgnoreCase(call.caller().username())) call.caller().require(Permission.USERS_READ);
        return found(access.findByName(name).orElseThrow(() -> new AppError.NotFound("User", name)));
    }

    private Object change(Call call, User user, Change change) {
        var caller = call.caller();
        if (!caller.may(Permission.USERS_WRITE) && change.roles() == null && change.isActive() == null) {
            requireSelf(caller, user);
            var email = change.email() == null ? user.email() : change.email();
            return new Reply("User updated", InventoryUser.of(access.changeOwnEmail(caller, email)));
        }
        caller.require(Permission.USERS_WRITE);
        var wanted = UserChange.of(user);
        if (change.email() != null) wanted = wanted.withEmail(change.email());
        if (change.isActive() != null) wanted = wanted.withActive(change.isActive());
        if (change.roles() != null) {
            var given = GivenRoles.of(change.roles(), roles.list(caller));
            if (given.unknown().isPresent()) return unknown(given.unknown().get());
            wanted = wanted.withRole(given.base()).withCustomRoles(given.custom());
        }
        return new Reply("User updated", InventoryUser.of(access.change(caller, user.id(), user.version(), wanted)));
    }

    private static void requireSelf(Caller caller, User user) {
        if (!user.id().toString().equals(caller.subject())) caller.require(Permission.USERS_WRITE);
    }

    private Reply password(Call call) {
        var user = visible(call);
        var given = call.body(Passwords.class);
        if (user.id().toString().equals(call.caller().subject())) {
            if (given.currentPassword() == null) {
                throw new AppError.InvalidInput(FieldError.body("current_password", null, new Rule.Required()));
            }
            access.changePassword(call.caller(), given.currentPassword(), given.newPassword(), call.clientAddress());
        } else {
            access.setPassword(call.caller(), user.id(), given.newPassword());
        }
        return new Reply("Password updated", null);
    }

    private Reply delete(Call call) {
        var user = visible(call);
        if (user.id().toString().equals(call.caller().subject())) {
            throw new AppError.Conflict("Nobody can remove themselves");
        }
        access.delete(call.caller(), user.id());
        return new Reply("User deleted", null);
    }
}
