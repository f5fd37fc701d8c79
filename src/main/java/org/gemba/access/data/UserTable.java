package org.gemba.access.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.CustomRole;
import org.gemba.access.Role;
import org.gemba.access.User;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Users. Each change, its audit line and the end of the sessions that it concerns are one write.
public final class UserTable {
    private static final String COLUMNS =
            "id, user_no, username, email, full_name, role, client_ids, active, created_at,"
                    + " last_login_at, password_change_required,"
                    + " version, password_hash";

    private final Database database;
    private final SessionTable sessions;
    private final Audit audit;
    private final Clock clock;

    /// A user and what proves them.
    public record Stored(User user, String passwordHash) {
        @Override
        public String toString() {
            return user.toString();
        }
    }

    public UserTable(Database database, SessionTable sessions, Audit audit, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public List<User> list() {
        return database.read(handle -> {
            var roles = RoleTable.ofAll(handle);
            return handle.createQuery("select " + COLUMNS + " from app_user order by user_no")
                    .map((row, context) -> {
                        var own = roles.getOrDefault(row.getObject("id", UUID.class), List.of());
                        return stored(row, own).user();
                    })
                    .list();
        });
    }

    public Optional<User> find(UUID id) {
        return database.read(handle -> find(handle, "id", id)).map(Stored::user);
    }

    /// By the small number that some documents use.
    public Optional<User> find(int number) {
        return database.read(handle -> find(handle, "user_no", number)).map(Stored::user);
    }

    public Optional<Stored> findByName(String usernameKey) {
        return database.read(handle -> find(handle, "username_key", usernameKey));
    }

    public Optional<Stored> findByEmail(String emailKey) {
        return database.read(handle -> find(handle, "email_key", emailKey));
    }

    private static Optional<Stored> find(Handle handle, String column, Object value) {
        return handle.createQuery("select " + COLUMNS + " from app_user where " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> stored(row, RoleTable.of(handle, row.getObject("id", UUID.class))))
                .findOne();
    }

    /// @throws AppError.Conflict when the username or the e-mail address is taken
    public User insert(User user, String usernameKey, @Nullable String emailKey, String passwordHash, String who) {
        return database.write(handle -> {
            refuseTaken(handle, user.id(), usernameKey, emailKey);
            handle.execute(
                    "insert into app_user (id, username, username_key, email, email_key, full_name, password_hash,"
                            + " role, client_ids, active, created_at, changed_at, version)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    user.id(),
                    user.username(),
                    usernameKey,
                    user.email(),
                    emailKey,
                    user.fullName(),
                    passwordHash,
                    user.role().name(),
                    String.join(",", user.clientIds()),
                    user.active(),
                    user.createdAt(),
                    user.createdAt());
            RoleTable.give(handle, user.id(), user.customRoles());
            var added = known(handle, user.id()).user();
            audit.record(handle, who, "create", "user", user.id().toString(), null, Line.of(added));
            return added;
        });
    }

    /// Stores another state of a user whom nobody has changed meanwhile; a change of role, tenant or activity ends all
    /// their sessions.
    ///
    /// @throws AppError.Conflict when somebody changed the user meanwhile, the e-mail address is taken, or no active
    /// administrator would remain
    public User update(User changed, @Nullable String emailKey, String who) {
        return database.write(handle -> {
            var before = known(handle, changed.id()).user();
            if (before.version() != changed.version()) {
                throw new AppError.Conflict("User " + before.username() + " was changed by somebody else meanwhile");
            }
            if (before.isActiveAdministrator() && !changed.isActiveAdministrator()) {
                refuseWithoutAdministrator(handle, before);
            }
            refuseTaken(handle, changed.id(), "", emailKey);
            handle.execute(
                    "update app_user set email = ?, email_key = ?, full_name = ?, role = ?, client_ids = ?, active = ?,"
                            + " changed_at = ?, version = version + 1 where id = ?",
                    changed.email(),
                    emailKey,
                    changed.fullName(),
                    changed.role().name(),
                    String.join(",", changed.clientIds()),
                    changed.active(),
                    clock.instant(),
                    changed.id());
            RoleTable.give(handle, changed.id(), changed.customRoles());
            boolean concernsSessions = before.role() != changed.role()
                    || before.active() != changed.active()
                    || !before.permissions().equals(changed.permissions())
                    || !before.clientIds().equals(changed.clientIds());
            if (concernsSessions) sessions.revokeAll(handle, changed.id().toString());
            var after = known(handle, changed.id()).user();
            audit.record(handle, who, "update", "user", changed.id().toString(), Line.of(before), Line.of(after));
            return after;
        });
    }

    /// Sets another password and ends all sessions of the user.
    public void setPassword(UUID id, String passwordHash, String who) {
        database.write(handle -> {
            known(handle, id);
            handle.execute(
                    "update app_user set password_hash = ?, password_change_required = false, changed_at = ?, version = version + 1 where id = ?",
                    passwordHash,
                    clock.instant(),
                    id);
            sessions.revokeAll(handle, id.toString());
            audit.record(handle, who, "password", "user", id.toString(), null, null);
            return id;
        });
    }

    /// Notes the moment; this alone is no change that others could collide with.
    public User loggedIn(UUID id) {
        return database.write(handle -> {
            handle.execute("update app_user set last_login_at = ? where id = ?", clock.instant(), id);
            return known(handle, id).user();
        });
    }

    /// @throws AppError.Conflict for the last active administrator
    public void delete(UUID id, String who) {
        database.write(handle -> {
            var before = known(handle, id).user();
            if (before.isActiveAdministrator()) refuseWithoutAdministrator(handle, before);
            sessions.revokeAll(handle, id.toString());
            audit.record(handle, who, "delete", "user", id.toString(), Line.of(before), null);
            return handle.execute("delete from app_user where id = ?", id);
        });
    }

    private static Stored known(Handle handle, UUID id) {
        return find(handle, "id", id).orElseThrow(() -> new AppError.NotFound("User", id.toString()));
    }

    private static void refuseTaken(Handle handle, UUID own, String usernameKey, @Nullable String emailKey) {
        if (find(handle, "username_key", usernameKey)
                .filter(other -> !other.user().id().equals(own))
                .isPresent()) {
            throw new AppError.Conflict("The username is taken already");
        }
        if (emailKey == null) return;
        if (find(handle, "email_key", emailKey)
                .filter(other -> !other.user().id().equals(own))
                .isPresent()) {
            throw new AppError.Conflict("The e-mail address is taken already");
        }
    }

    private static void refuseWithoutAdministrator(Handle handle, User leaving) {
        int others = handle.createQuery(
                        "select count(*) from app_user where role = 'ADMIN' and active = true and id <> :id")
                .bind("id", leaving.id())
                .mapTo(int.class)
                .one();
        if (others == 0) {
            throw new AppError.Conflict(leaving.username() + " is the last active administrator and must remain one");
        }
    }

    private static Stored stored(ResultSet row, List<CustomRole> roles) throws SQLException {
        var user = new User(
                row.getObject("id", UUID.class),
                row.getInt("user_no"),
                row.getString("username"),
                row.getString("email"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                clients(row.getString("client_ids")),
                row.getBoolean("active"),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "last_login_at"),
                row.getBoolean("password_change_required"),
                roles,
                row.getInt("version"));
        return new Stored(user, row.getString("password_hash"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> clients(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /// What the audit keeps of a user.
    private record Line(
            String username,
            @Nullable String email,
            String fullName,
            Role role,
            List<String> clientIds,
            boolean active,
            List<String> customRoles,
            Instant createdAt) {
        static Line of(User user) {
            return new Line(
                    user.username(),
                    user.email(),
                    user.fullName(),
                    user.role(),
                    user.clientIds(),
                    user.active(),
                    user.customRoles().stream().map(CustomRole::name).toList(),
                    user.createdAt());
        }
    }
}
