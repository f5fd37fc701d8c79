package org.gemba.planning.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gemba.planning.Resource;
import org.gemba.planning.ResourceCalendar;
import org.gemba.platform.db.Cells;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The resources.
public final class ResourceTable {
    private ResourceTable() {}

    public static Optional<Resource> find(Handle handle, long id) {
        return handle.createQuery("select * from planning_resource where id = :id")
                .bind("id", id)
                .map((row, context) -> resource(row))
                .findOne();
    }

    /// @throws AppError.NotFound when there is none
    public static Resource get(Handle handle, long id) {
        return find(handle, id).orElseThrow(() -> new AppError.NotFound("Resource", String.valueOf(id)));
    }

    /// @param except the resource that may have it
    /// @throws AppError.Conflict when another has this name
    public static void refuseDouble(Handle handle, String name, long except) {
        var other = findByName(handle, name);
        if (other.isPresent() && other.get().id() != except) {
            throw new AppError.Conflict("Resource " + name + " already exists");
        }
    }

    public static Optional<Resource> findByName(Handle handle, String name) {
        return handle.createQuery("select * from planning_resource where name_folded = :name")
                .bind("name", folded(name))
                .map((row, context) -> resource(row))
                .findOne();
    }

    public static Set<Long> ids(Handle handle) {
        return Set.copyOf(handle.createQuery("select id from planning_resource")
                .mapTo(Long.class)
                .list());
    }

    /// @param kind null for every kind
    public static List<Resource> list(Handle handle, @Nullable String kind) {
        var query = handle.createQuery(
                "select * from planning_resource" + (kind == null ? "" : " where kind = :kind") + " order by name, id");
        if (kind != null) query.bind("kind", kind);
        return query.map((row, context) -> resource(row)).list();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public static long insert(Handle handle, Resource resource) {
        return handle.createUpdate("insert into planning_resource (name, name_folded, kind, capacity_per_hour,"
                        + " hourly_cost, is_available, capabilities, location, calendar, created_at, updated_at,"
                        + " version) values (:name, :folded, :kind, :capacity, :cost, :available, :able, :location,"
                        + " :calendar, :now, :now, 1)")
                .bind("name", resource.name())
                .bind("folded", folded(resource.name()))
                .bind("kind", resource.kind())
                .bind("capacity", resource.capacityPerHour())
                .bind("cost", resource.hourlyCost())
                .bind("available", resource.isAvailable())
                .bind("able", Texts.of(resource.capabilities()))
                .bind("location", resource.location())
                .bind("calendar", Texts.of(resource.calendar()))
                .bind("now", resource.createdAt())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public static void update(Handle handle, Resource resource) {
        handle.execute(
                "update planning_resource set name = ?, name_folded = ?, kind = ?, capacity_per_hour = ?,"
                        + " hourly_cost = ?, is_available = ?, capabilities = ?, location = ?, calendar = ?,"
                        + " updated_at = ?, version = ? where id = ?",
                resource.name(),
                folded(resource.name()),
                resource.kind(),
                resource.capacityPerHour(),
                resource.hourlyCost(),
                resource.isAvailable(),
                Texts.of(resource.capabilities()),
                resource.location(),
                Texts.of(resource.calendar()),
                resource.updatedAt(),
                resource.version(),
                resource.id());
    }

    private static Resource resource(ResultSet row) throws SQLException {
        return new Resource(
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind"),
                Cells.number(row, "capacity_per_hour"),
                Cells.number(row, "hourly_cost"),
                row.getBoolean("is_available"),
                List.of(Texts.read(row.getString("capabilities"), String[].class)),
                row.getString("location"),
                Texts.read(row.getString("calendar"), ResourceCalendar.class),
                Cells.instant(row, "created_at"),
                Cells.instant(row, "updated_at"),
                row.getInt("version"));
    }
}
