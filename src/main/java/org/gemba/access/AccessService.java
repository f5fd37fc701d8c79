package org.gemba.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final SessionTable sessions;
    private final PasswordHash hashes;
    private final LoginThrottle throttle;
    private final Tokens tokens;
    private final SharedLogin shared;
    private final Duration sharedLife;
    private final Clock clock;

    AccessService(
            UserTable users,
            SessionTable sessions,
            PasswordHash hashes,
            LoginThrottle throttle,
            Tokens tokens,
            SharedLogin shared,
            Duration sharedLife,
            Clock clock) {
        this.users = users;
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

    public Optional<User> findByName(String username) {
        return users.findByName(UserRules.key(username)).map(UserTable.Stored::user);
    }

    /// @throws AppError.InvalidInput naming every field that breaks a rule
    /// @throws AppError.Conflict when the username or the e-mail address is taken
    public User add(Caller caller, NewUser wanted) {
        caller.require(Permission.USERS_WRITE);
        UserRules.check(wanted);
        return insert(wanted, caller.username());
    }

    User insert(NewUser wanted, String who) {
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
        var changed = new User(
                id,
                known.number(),
                known.username(),
                change.email(),
                change.fullName(),
                change.role(),
                change.clientIds(),
                change.active(),
                known.createdAt(),
                version);
        var after = users.update(changed, key(change.email()), caller.username());
        sessions.forget();
        return after;
    }

    /// @throws AppError.Conflict for the last active administrator
    public void disable(Caller caller, UUID id) {
        var known = known(id);
        change(caller, id, known.version(), UserChange.of(known).withActive(false));
    }

    /// @throws AppError.Conflict for the last active administrator
    public void delete(Caller caller, UUID id) {
        caller.require(Permission.USERS_WRITE);
        users.delete(id, caller.username());
        sessions.forget();
    }

    /// Sets anybody's password.
    public void setPassword(Caller caller, UUID id, String password) {
        caller.require(Permission.USERS_WRITE);
        store(known(id), password, caller.username());
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
