package org.gemba.access.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/users`, for administrators. Planning knows people by e-mail address and has no usernames; who is added here
/// gets one from the address.
public final class PlanningUserRoutes {
    private static final List<String> ROLES = List.of("viewer", "manager", "admin");
    private static final int LONGEST_NAME = 40;

    private final AccessService access;

    record NewPerson(
            String email,
            String password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String role,
            @Nullable String username) {}

    record Change(
            @Nullable Integer id,
            @Nullable String email,
            @Nullable String password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String role,
            @Nullable Boolean isActive) {}

    public PlanningUserRoutes(AccessService access) {
        this.access = access;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ApiFamily.PLANNING, "/api/users", "All users")
                        .needs(Permission.USERS_READ)
                        .query("page", "integer", "From 1")
                        .query("per_page", "integer", "1 to 100, otherwise 20")
                        .answersPage(PlanningUser.class)
                        .handle(this::list),
                Route.post(ApiFamily.PLANNING, "/api/users", "Add a user")
                        .needs(Permission.USERS_WRITE)
                        .takes(NewPerson.class)
                        .status(201)
                        .answers(PlanningUser.class)
                        .handle(this::add),
                Route.put(ApiFamily.PLANNING, "/api/users", "Change the user whose id the body names")
                        .needs(Permission.USERS_WRITE)
                        .takes(Change.class)
                        .answers(PlanningUser.class)
                        .handle(this::changeNamed),
                Route.put(ApiFamily.PLANNING, "/api/users/{user_id}", "Change a user; what is absent stays")
                        .needs(Permission.USERS_WRITE)
                        .takes(Change.class)
                        .answers(PlanningUser.class)
                        .handle(call -> change(call, user(call.path("user_id")), call.body(Change.class))));
    }

    private Page<PlanningUser> list(Call call) {
        int page = call.queryInt("page", 1, 1, 1_000_000);
        int size = call.queryInt("per_page", 20, 1, 100);
        call.checked();
        var all = access.users(call.caller());
        var some = all.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(PlanningUser::of)
                .toList();
        return new Page<>("users", some, page, size, all.size());
    }

    private Answer add(Call call) {
        var wanted = call.body(NewPerson.class);
        var person = new NewUser(
                wanted.username() == null ? freeName(wanted.email()) : wanted.username(),
                wanted.email(),
                fullName(wanted.firstName(), wanted.lastName()),
                wanted.password(),
                wanted.role() == null ? Role.VIEWER : role(wanted.role()),
                List.of());
        var added = access.add(call.caller(), person);
        return Answer.created(new Reply("User created", PlanningUser.of(added)));
    }

    private static String fullName(@Nullable String first, @Nullable String last) {
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }

    private String freeName(String email) {
        var local = email.substring(0, Math.max(0, email.indexOf('@')));
        var name = local.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
                .limit(LONGEST_NAME)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
        if (name.length() < 2) name = "user" + name;
        var free = name;
        for (int i = 2; access.findByName(free).isPresent(); i++) free = name + i;
        return free;
    }

    private static Role role(String name) {
        return RoleNames.ofPlanning(name)
                .orElseThrow(() -> new AppError.InvalidInput(FieldError.body("role", name, new Rule.OneOf(ROLES))));
    }

    private User user(String number) {
        if (!number.matches("[0-9]{1,9}")) throw new AppError.NotFound("User", number);
        return access.find(Integer.parseInt(number)).orElseThrow(() -> new AppError.NotFound("User", number));
    }

    private Object changeNamed(Call call) {
        var given = call.body(Change.class);
        if (given.id() == null) throw new AppError.InvalidInput(FieldError.body("id", null, new Rule.Required()));
        return change(call, user(given.id().toString()), given);
    }

    private Object change(Call call, User user, Change given) {
        var shown = PlanningUser.of(user);
        var change = UserChange.of(user);
        if (given.email() != null) change = change.withEmail(given.email());
        if (given.firstName() != null || given.lastName() != null) {
            change = change.withFullName(fullName(
                    given.firstName() == null ? shown.firstName() : given.firstName(),
                    given.lastName() == null ? shown.lastName() : given.lastName()));
        }
        // One name for two roles: who is a manager already stays what they are.
        if (given.role() != null && !given.role().equalsIgnoreCase(shown.role())) {
            change = change.withRole(role(given.role()));
        }
        if (given.isActive() != null) change = change.withActive(given.isActive());
        var changed = change.equals(UserChange.of(user))
                ? user
                : access.change(call.caller(), user.id(), user.version(), change);
        if (given.password() != null) access.setPassword(call.caller(), user.id(), given.password());
        return new Reply("User updated", PlanningUser.of(changed));
    }
}
