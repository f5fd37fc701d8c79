package org.gemba.access.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.AccessService;
import org.gemba.access.ApiFamily;
import org.gemba.access.NewUser;
import org.gemba.access.Permission;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.access.UserChange;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/v1/users`, for administrators. A user of several clients has them in `client_id` with commas between, as the
/// peer writes it, and as a list in `client_ids`.
public final class KpiUserRoutes {
    private static final int MOST = 500;

    private final AccessService access;

    record NewPerson(
            String username,
            @Nullable String fullName,
            String password,
            Role role,
            @Nullable String clientId,
            @Nullable List<String> clientIds,
            @Nullable String email,
            @Nullable Boolean isActive) {}

    record Change(
            @Nullable String username,
            @Nullable String fullName,
            @Nullable String password,
            @Nullable Role role,
            @Nullable String clientId,
            @Nullable List<String> clientIds,
            @Nullable String email,
            @Nullable Boolean isActive) {}

    record Person(
            String userId,
            String username,
            String fullName,
            @Nullable String email,
            Role role,
            @Nullable String clientId,
            List<String> clientIds,
            boolean isActive,
            Instant createdAt,
            @Nullable Instant lastLogin) {
        static Person of(User user) {
            return new Person(
                    KpiAuthRoutes.userId(user),
                    user.username(),
                    user.fullName(),
                    user.email(),
                    user.role(),
                    user.clientIds().isEmpty() ? null : String.join(",", user.clientIds()),
                    user.clientIds(),
                    user.active(),
                    user.createdAt(),
                    user.lastLoginAt());
        }
    }

    public KpiUserRoutes(AccessService access) {
        this.access = access;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.KPI, "/api/v1/users", "Add a user")
                        .needs(Permission.USERS_WRITE)
                        .takes(NewPerson.class)
                        .status(201)
                        .answers(Person.class)
                        .handle(this::add),
                Route.get(ApiFamily.KPI, "/api/v1/users", "All users")
                        .needs(Permission.USERS_READ)
                        .query("page", "integer", "From 1")
                        .query("limit", "integer", "1 to 500, otherwise 100")
                        .answersPage(Person.class)
                        .handle(this::list),
                Route.get(ApiFamily.KPI, "/api/v1/users/{user_id}", "One user")
                        .needs(Permission.USERS_READ)
                        .answers(Person.class)
                        .handle(call -> Person.of(user(call))),
                Route.put(ApiFamily.KPI, "/api/v1/users/{user_id}", "Change a user; what is absent stays")
                        .needs(Permission.USERS_WRITE)
                        .takes(Change.class)
                        .answers(Person.class)
                        .handle(this::change));
    }

    private Answer add(Call call) {
        var wanted = call.body(NewPerson.class);
        var person = new NewUser(
                wanted.username(),
                wanted.email(),
                wanted.fullName() == null ? "" : wanted.fullName(),
                wanted.password(),
                wanted.role(),
                clients(wanted.clientId(), wanted.clientIds()));
        var added = access.add(call.caller(), person);
        if (Boolean.FALSE.equals(wanted.isActive())) {
            var change = UserChange.of(added).withActive(false);
            added = access.change(call.caller(), added.id(), added.version(), change);
        }
        return Answer.created(Person.of(added));
    }

    private static List<String> clients(@Nullable String one, @Nullable List<String> several) {
        if (several != null) return several;
        if (one == null) return List.of();
        return Arrays.stream(one.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Page<Person> list(Call call) {
        int page = call.queryInt("page", 1, 1, 1_000_000);
        int limit = call.queryInt("limit", 100, 1, MOST);
        call.checked();
        var all = access.users(call.caller());
        var some = all.stream()
                .skip((page - 1L) * limit)
                .limit(limit)
                .map(Person::of)
                .toList();
        return new Page<>("users", some, page, limit, all.size());
    }

    /// By `USR-002` or by the long id.
    private User user(Call call) {
        var id = call.path("user_id");
        return find(id).orElseThrow(() -> new AppError.NotFound("User", id));
    }

    private Optional<User> find(String id) {
        if (id.matches("USR-[0-9]{1,9}")) return access.find(Integer.parseInt(id.substring(4)));
        try {
            return access.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Person change(Call call) {
        var user = user(call);
        var sent = call.sent(Change.class);
        var given = sent.body();
        if (given.username() != null && !given.username().equalsIgnoreCase(user.username())) {
            throw new AppError.InvalidInput(
                    FieldError.body("username", given.username(), new Rule.Broken("cannot be changed")));
        }
        var change = UserChange.of(user);
        if (given.fullName() != null) change = change.withFullName(given.fullName());
        if (given.role() != null) change = change.withRole(given.role());
        if (sent.has("email")) change = change.withEmail(given.email());
        if (sent.has("client_id") || sent.has("client_ids")) {
            change = change.withClientIds(clients(given.clientId(), given.clientIds()));
        }
        if (given.isActive() != null) change = change.withActive(given.isActive());
        var changed = change.equals(UserChange.of(user))
                ? user
                : access.change(call.caller(), user.id(), user.version(), change);
        if (given.password() != null) access.setPassword(call.caller(), user.id(), given.password());
        return Person.of(changed);
    }
}
