package org.gemba.access.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gemba.access.CustomRole;
import org.gemba.access.Permission;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;

/// Custom roles and who has them. Another set of rights ends the sessions of everybody who has the role, in the same
/// write.
public final class RoleTable {
    private final Database database;
    private final SessionTable sessions;
    private final Audit audit;

    public RoleTable(Database database, SessionTable sessions, Audit audit) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
    }

    public List<CustomRole> list() {
        return database.read(handle -> handle.createQuery("select * from custom_role order by name_key")
                .map((row, context) -> role(row))
                .list());
    }

    public Optional<CustomRole> find(UUID id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<CustomRole> find(Handle handle, UUID id) {
        return handle.createQuery("select * from custom_role where id = :id")
                .bind("id", id)
                .map((row, context) -> role(row))
                .findOne();
    }

    /// @throws AppError.Conflict when the name is taken
    public CustomRole insert(CustomRole role, String nameKey, String who) {
        return database.write(handle -> {
            refuseTaken(handle, role.id(), nameKey);
            handle.execute(
                    "insert into custom_role (id, name, name_key, description, permissions, version)"
                            + " values (?, ?, ?, ?, ?, 1)",
                    role.id(),
                    role.name(),
                    nameKey,
                    role.description(),
                    text(role.permissions()));
            audit.record(handle, who, "create", "role", role.id().toString(), null, role);
            return known(handle, role.id());
        });
    }

    /// @throws AppError.Conflict when the name is taken or somebody changed the role meanwhile
    public CustomRole update(CustomRole role, String nameKey, String who) {
        return database.write(handle -> {
            var before = known(handle, role.id());
            if (before.version() != role.version()) {
                throw new AppError.Conflict("Role " + before.name() + " was changed by somebody else meanwhile");
            }
            refuseTaken(handle, role.id(), nameKey);
            handle.execute(
                    "update custom_role set name = ?, name_key = ?, description = ?, permissions = ?,"
                            + " version = version + 1 where id = ?",
                    role.name(),
                    nameKey,
                    role.description(),
                    text(role.permissions()),
                    role.id());
            if (!before.permissions().equals(role.permissions())) endSessions(handle, role.id());
            var after = known(handle, role.id());
            audit.record(handle, who, "update", "role", role.id().toString(), before, after);
            return after;
        });
    }

    /// Takes it from everybody who has it.
    public void delete(UUID id, String who) {
        database.write(handle -> {
            var before = known(handle, id);
            endSessions(handle, id);
            handle.execute("delete from app_user_role where role_id = ?", id);
            audit.record(handle, who, "delete", "role", id.toString(), before, null);
            return handle.execute("delete from custom_role where id = ?", id);
        });
    }

    private void endSessions(Handle handle, UUID role) {
        handle.createQuery("select user_id from app_user_role where role_id = :role")
                .bind("role", role)
                .mapTo(UUID.class)
                .list()
                .forEach(user -> sessions.revokeAll(handle, user.toString()));
    }

    /// Part of a larger write: from now on the user has these and no others.
    static void give(Handle handle, UUID user, List<CustomRole> roles) {
        handle.execute("delete from app_user_role where user_id = ?", user);
        for (var role : roles) {
            known(handle, role.id());
            handle.execute("insert into app_user_role (user_id, role_id) values (?, ?)", user, role.id());
        }
    }

    static List<CustomRole> of(Handle handle, UUID user) {
        return handle.createQuery("select r.* from custom_role r join app_user_role u on u.role_id = r.id"
                        + " where u.user_id = :user order by r.name_key")
                .bind("user", user)
                .map((row, context) -> role(row))
                .list();
    }

    /// Of every user who has any.
    static Map<UUID, List<CustomRole>> ofAll(Handle handle) {
        var roles = new HashMap<UUID, CustomRole>();
        handle.createQuery("select * from custom_role")
                .map((row, context) -> role(row))
                .forEach(role -> roles.put(role.id(), role));
        return handle
                .createQuery("select user_id, role_id from app_user_role")
                .map((row, context) ->
                        Map.entry(row.getObject("user_id", UUID.class), row.getObject("role_id", UUID.class)))
                .list()
                .stream()
                .filter(held -> roles.containsKey(held.getValue()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                held -> java.util.Objects.requireNonNull(roles.get(held.getValue())),
                                Collectors.toList())));
    }

    private static CustomRole known(Handle handle, UUID id) {
        return find(handle, id).orElseThrow(() -> new AppError.NotFound("Role", id.toString()));
    }

    private static void refuseTaken(Handle handle, UUID own, String nameKey) {
        int others = handle.createQuery("select count(*) from custom_role where name_key = :key and id <> :id")
                .bind("key", nameKey)
                .bind("id", own)
                .mapTo(int.class)
                .one();
        if (others > 0) throw new AppError.Conflict("The name of the role is taken already");
    }

    private static String text(Set<Permission> permissions) {
        return permissions.stream().map(Permission::value).sorted().collect(Collectors.joining(","));
    }

    private static CustomRole role(ResultSet row) throws SQLException {
        return new CustomRole(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                permissions(row.getString("permissions")),
                row.getInt("version"));
    }

    /// A right of another version of the program, which this one does not know, is no right here.
    private static Set<Permission> permissions(String text) {
        return Arrays.stream(text.split(","))
                .map(Permission::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
