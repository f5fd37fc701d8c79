package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.Location;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Locations.
public final class LocationTable {
    private final Database database;
    private final Clock clock;

    public LocationTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the order in which they were added.
    public List<Location> list() {
        return database.read(handle -> handle.createQuery("select * from inv_location order by seq")
                .map(LocationTable::location)
                .list());
    }

    public Optional<Location> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from inv_location where id = :id")
                .bind("id", id)
                .map(LocationTable::location)
                .findOne());
    }

    /// The one that was added first under that name.
    public Optional<Location> findByName(String name) {
        return database.read(handle -> handle.createQuery(
                        "select * from inv_location where name = :name order by seq fetch first 1 rows only")
                .bind("name", name)
                .map(LocationTable::location)
                .findOne());
    }

    /// @param parent null for the top
    public Optional<Location> findByName(String name, @Nullable UUID parent) {
        return database.read(
                handle -> handle.createQuery("select * from inv_location where name = :name and parent_key = :parent")
                        .bind("name", name)
                        .bind("parent", key(parent))
                        .map(LocationTable::location)
                        .findOne());
    }

    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from inv_location")
                .mapTo(Long.class)
                .one());
    }

    public void insert(Location location) {
        database.write(handle -> fields(handle.createUpdate("""
                        insert into inv_location (id, name, description, parent_id, parent_key, location_type, changed_at)
                        values (:id, :name, :description, :parentId, :parentKey, :type, :now)"""), location).execute());
    }

    public void update(Location location) {
        database.write(handle -> {
            touchParts(handle, List.of(location.id()));
            return fields(handle.createUpdate("""
                            update inv_location set name = :name, description = :description, parent_id = :parentId,
                                parent_key = :parentKey, location_type = :type, changed_at = :now
                            where id = :id"""), location).execute();
        });
    }

    private <S extends SqlStatement<S>> S fields(S statement, Location location) {
        return statement
                .bind("id", location.id())
                .bind("name", location.name())
                .bind("description", location.description())
                .bindByType("parentId", location.parentId(), UUID.class)
                .bind("parentKey", key(location.parentId()))
                .bind("type", location.type())
                .bind("now", clock.instant());
    }

    private static UUID key(@Nullable UUID parent) {
        return Objects.requireNonNullElse(parent, Location.NOWHERE);
    }

    /// Deletes them; parts that belong there belong nowhere afterwards. Their stock has to be moved before.
    public void delete(Collection<UUID> ids) {
        database.write(handle -> {
            touchParts(handle, ids);
            for (var some : PartTable.slices(List.copyOf(ids))) {
                handle.createUpdate("update inv_part set location_id = null where location_id in (<ids>)")
                        .bindList("ids", some)
                        .execute();
                handle.createUpdate("delete from inv_location where id in (<ids>)")
                        .bindList("ids", some)
                        .execute();
            }
            return ids.size();
        });
    }

    private static void touchParts(Handle handle, Collection<UUID> locations) {
        for (var some : PartTable.slices(List.copyOf(locations))) {
            handle.createUpdate("update inv_part set change_no = nextval('inv_change') where location_id in (<ids>)")
                    .bindList("ids", some)
                    .execute();
        }
    }

    /// How many parts belong to one of them.
    public int partsAt(Collection<UUID> ids) {
        return database.read(handle -> {
            int count = 0;
            for (var some : PartTable.slices(List.copyOf(ids))) {
                count += handle.createQuery("select count(*) from inv_part where location_id in (<ids>)")
                        .bindList("ids", some)
                        .mapTo(Integer.class)
                        .one();
            }
            return count;
        });
    }

    static Location location(ResultSet row, StatementContext context) throws SQLException {
        return new Location(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getObject("parent_id", UUID.class),
                row.getString("location_type"));
    }
}
