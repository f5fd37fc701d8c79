package org.gemba.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.data.RoleTable;
import org.gemba.access.data.SessionTable;
import org.gemba.access.data.UserTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.security.PasswordHash;
import org.jspecify.annotations.Nullable;

/// Users and logins, for both faces. A change of role, tenant or activity, and of the password, ends the sessions that
/// it concerns at once.
public final class AccessService {
    public static final int SHORTEST_PASSWORD = UserRules.SHORTEST_PASSWORD;

    private static final String WRONG = "Incorrect username or password";
    private static final String SHARED = "the shared MTO password";

    private final UserTable users;
    private final RoleTable roles;
    private final SessionTable sessions;
    private final PasswordHash hashes;
    private final LoginThrottle throttle;
    private final Tokens tokens;
    private final SharedLogin shared;
    private final Duration sharedLife;
    private final Clock clock;

    AccessService(
            UserTable users,
            RoleTable roles,
            SessionTable sessions,
            PasswordHash hashes,
            LoginThrottle throttle,
            Tokens tokens,
            SharedLogin shared,
            Duration sharedLife,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.sessions = sessions;
        this.hashes = hashes;
        this.throttle = throttle;
        this.tokens = tokens;
        this.shared = shared;
        this.sharedLife = sharedLife;
        this.clock = clock;
    }

    /// The user behind a name, or an e-mail address, and a password. Unknown, disabled and wrong answer alike and take
    /// as long.
    ///
    /// @param address where the login comes from; `desktop` for the window
    /// @throws AppError.Unauthenticated with the sentence of the MTO document
    /// @throws AppError.RateLimited after too many failures
    public User login(String name, String password, String address) {
        var key = UserRules.key(name);
        throttle.check(key, address);
        var found = name.contains("@") ? users.findByEmail(key) : users.findByName(key);
        boolean matches = found.isPresent()
                ? hashes.matches(password, found.get().passwordHash())
                : hashes.matchesNobody(password);
        if (!matches || !found.get().user().active()) {
            throttle.failed(key, address);
            throw new AppError.Unauthenticated(WRONG);
        }
        throttle.succeeded(key, address);
        return found.get().user();
    }

    /// A token of the MTO API for whoever knows the shared password, under any name.
    public Tokens.Issued sharedLogin(String typedName, String password, String address) {
        throttle.check(SHARED, address);
        if (!shared.matches(password)) {
            throttle.failed(SHARED, address);
            throw new AppError.Unauthenticated(WRONG);
        }
        throttle.succeeded(SHARED, address);
        return tokens.issue(shared.caller(typedName), sharedLife);
    }

    public List<User> users(Caller caller) {
        caller.require(Permission.USERS_READ);
        return users.list();
    }

    /// Whether nobody at all has been added yet: the first-run page asks.
    public boolean isEmpty() {
        return users.list().isEmpty();
    }

    public Optional<User> find(UUID id) {
        return users.find(id);
    }

    /// By the small number that some documents use.
    public Optional<User> find(int number) {
        return users.find(number);
    }

    public Optional<User> findByEmail(String email) {
        return users.findByEmail(UserRules.key(email)).map(UserTable.Stored::user);
    }

    public Optional<User> findByName(String username) {
        return users.findByName(UserRules.key(username)).map(UserTable.Stored::user);
    }

    /// @throws AppError.InvalidInput naming every field that breaks a rule
    /// @throws AppError.Conflict when the username or the e-mail address is taken
    public User add(Caller caller, NewUser wanted) {
        caller.require(Permission.USERS_WRITE);
        return add(caller, wanted, Set.of());
    }

    /// @param customRoles ids of what the user may do beyond the base role
    public User add(Caller caller, NewUser wanted, Set<UUID> customRoles) {
        caller.require(Permission.USERS_WRITE);
        UserRules.check(wanted);
        RoleService.requireAll(caller, RolePermissions.of(wanted.role()));
        return insert(wanted, grantable(caller, customRoles), caller.username());
    }

    User insert(NewUser wanted, String who) {
        return insert(wanted, List.of(), who);
    }

    private User insert(NewUser wanted, List<CustomRole> customRoles, String who) {
        var fullName = wanted.fullName().isBlank()
                ? wanted.username()
                : wanted.fullName().strip();
        var user = new User(
                UUID.randomUUID(),
                0,
                wanted.username(),
                wanted.email(),
                fullName,
                wanted.role(),
                wanted.clientIds(),
                true,
                clock.instant(),
                null,
                false,
                customRoles,
                1);
        return users.insert(
                user, UserRules.key(user.username()), key(user.email()), hashes.hash(wanted.password()), who);
    }

    /// @param version the state that the caller saw
    /// @throws AppError.Conflict when somebody changed the user meanwhile, or the last active administrator would be
    /// demoted or disabled
    public User change(Caller caller, UUID id, int version, UserChange change) {
        caller.require(Permission.USERS_WRITE);
        UserRules.check(change);
        var known = known(id);
        RoleService.requireAll(caller, known.permissions());
        RoleService.requireAll(caller, RolePermissions.of(change.role()));
        var changed = known.after(change, grantable(caller, change.customRoles()), version);
        var after = users.update(changed, key(change.email()), caller.username());
        sessions.forget();
        return after;
    }

    private List<CustomRole> grantable(Caller caller, Set<UUID> ids) {
        var found = new ArrayList<CustomRole>();
        for (var id : ids) {
            var role = roles.find(id).orElseThrow(() -> new AppError.NotFound("Role", id.toString()));
            RoleService.requireAll(caller, role.permissions());
            found.add(role);
        }
        return found;
    }

    /// What people may change of themselves without anybody's leave.
    ///
    /// @throws AppError.Conflict when the address is taken
    public User changeOwnEmail(Caller caller, @Nullable String email) {
        var known = known(UUID.fromString(caller.subject()));
        var change = UserChange.of(known).withEmail(email);
        UserRules.check(change);
        var changed = known.after(change, known.customRoles(), known.version());
        return users.update(changed, key(email), caller.username());
    }

    /// @throws AppError.Conflict for the last active administrator
    public void disable(Caller caller, UUID id) {
        var known = known(id);
        change(caller, id, known.version(), UserChange.of(known).withActive(false));
    }

    /// @throws AppError.Conflict for the last active administrator
    public void delete(Caller caller, UUID id) {
        caller.require(Permission.USERS_WRITE);
        RoleService.requireAll(caller, known(id).permissions());
        users.delete(id, caller.username());
        sessions.forget();
    }

    /// Sets anybody's password.
    public void setPassword(Caller caller, UUID id, String password) {
        caller.require(Permission.USERS_WRITE);
        var user = known(id);
        RoleService.requireAll(caller, user.permissions());
        store(user, password, caller.username());
    }

    /// Changes one's own password.
    ///
    /// @throws AppError.InvalidInput when the old one is wrong or the new one breaks a rule
    public void changePassword(Caller caller, String old, String password, String address) {
        var known = findByName(caller.username())
                .orElseThrow(() -> new AppError.Forbidden("Only a user of one's own has a password to change"));
        try {
            login(known.username(), old, address);
        } catch (AppError.Unauthenticated e) {
            throw new AppError.InvalidInput(
                    FieldError.body("old_password", null, new FieldError.Rule.Broken("is not right")));
        }
        store(known, password, known.username());
    }

    private void store(User user, String password, String who) {
        UserRules.checkPassword(password, user.username());
        users.setPassword(user.id(), hashes.hash(password), who);
        sessions.forget();
    }

    private User known(UUID id) {
        return users.find(id).orElseThrow(() -> new AppError.NotFound("User", id.toString()));
    }

    private static @Nullable String key(@Nullable String email) {
        return email == null ? null : UserRules.key(email);
    }
}
