package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.Category;
import org.gemba.inventory.Location;
import org.gemba.inventory.Part;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Parts with their categories and location. Every change takes the next number of `inv_change`, by which the search
/// index learns what is new.
public final class PartTable {
    private static final String SELECT = """
            select p.*, l.name as location_name, l.description as location_description,
                l.parent_id as location_parent, l.location_type
            from inv_part p left join inv_location l on l.id = p.location_id""";
    private static final String CATEGORIES = """
            select pc.part_id, c.* from inv_part_category pc join inv_category c on c.id = pc.category_id
            where pc.part_id""";

    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};
    /// With longer lists H2 prefers to read the whole table and compare each row with the whole list.
    private static final int MOST_IN_LIST = 200;

    private final Database database;
    private final JsonMapper json = JsonMapper.builder().build();

    public PartTable(Database database) {
        this.database = database;
    }

    public Optional<Part> find(UUID id) {
        return database.read(handle -> one(handle, " where p.id = :value", id));
    }

    public Optional<Part> findByName(String name) {
        return database.read(handle -> one(handle, " where p.part_name = :value", name));
    }

    /// The part that was added first under that number.
    public Optional<Part> findByNumber(String number) {
        return database.read(
                handle -> one(handle, " where p.part_number = :value order by p.seq fetch first 1 rows only", number));
    }

    private Optional<Part> one(Handle handle, String where, Object value) {
        return withCategories(
                        handle,
                        handle.createQuery(SELECT + where)
                                .bind("value", value)
                                .map(this::part)
                                .list())
                .stream()
                .findFirst();
    }

    /// Every part whose name or number is one of these, in the order in which they were added.
    public List<Part> called(Collection<String> words) {
        return database.read(handle -> {
            var found = new LinkedHashMap<UUID, Part>();
            for (var some : slices(List.copyOf(words))) {
                for (var column : List.of("part_number", "part_name")) {
                    withCategories(
                                    handle,
                                    handle.createQuery(SELECT + " where p." + column + " in (<words>) order by p.seq")
                                            .bindList("words", some)
                                            .map(this::part)
                                            .list())
                            .forEach(part -> found.putIfAbsent(part.id(), part));
                }
            }
            return List.copyOf(found.values());
        });
    }

    /// In the order in which they were added.
    public List<Part> page(int limit, long offset) {
        return database.read(handle -> withCategories(
                handle,
                handle.createQuery(SELECT + " order by p.seq limit :limit offset :offset")
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map(this::part)
                        .list()));
    }

    /// In the order of the ids; unknown ones are left out.
    public List<Part> byIds(List<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return database.read(handle -> {
            var byId = new HashMap<UUID, Part>();
            for (var some : slices(ids)) {
                withCategories(
                                handle,
                                handle.createQuery(SELECT + " where p.id in (<ids>)")
                                        .bindList("ids", some)
                                        .map(this::part)
                                        .list())
                        .forEach(part -> byId.put(part.id(), part));
            }
            var found = new ArrayList<Part>();
            for (var id : ids) {
                var part = byId.get(id);
                if (part != null) found.add(part);
            }
            return found;
        });
    }

    /// Watched parts with less than their least, the emptiest in proportion first.
    public List<Part> low() {
        return database.read(handle -> withCategories(
                handle, handle.createQuery(SELECT + """
                         where p.min_quantity is not null and coalesce(p.quantity, 0) < p.min_quantity
                        order by coalesce(p.quantity, 0) / nullif(p.min_quantity, 0), p.part_name""").map(this::part).list()));
    }

    static <T> List<List<T>> slices(List<T> all) {
        var slices = new ArrayList<List<T>>();
        for (int i = 0; i < all.size(); i += MOST_IN_LIST) {
            slices.add(all.subList(i, Math.min(i + MOST_IN_LIST, all.size())));
        }
        return slices;
    }

    record Slice(List<Part> parts, long lastSeq) {}

    Slice after(Handle handle, long seq, int most) {
        var last = new long[] {seq};
        var parts = handle.createQuery(SELECT + " where p.seq > :seq order by p.seq limit :most")
                .bind("seq", seq)
                .bind("most", most)
                .map((row, context) -> {
                    last[0] = row.getLong("seq");
                    return part(row, context);
                })
                .list();
        return new Slice(withCategories(handle, parts), last[0]);
    }

    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from inv_part")
                .mapTo(Long.class)
                .one());
    }

    /// Adds parts whose names are free; their quantities stay empty until stock is booked.
    public void insert(Collection<Part> parts) {
        database.write(handle -> {
            var batch = handle.prepareBatch("""
                    insert into inv_part (id, part_name, part_number, description, min_quantity, unit, supplier,
                        supplier_url, location_id, image_url, properties, change_no, created_at, changed_at, version)
                    values (:id, :name, :number, :description, :minQuantity, :unit, :supplier, :supplierUrl,
                        :locationId, :imageUrl, :properties, nextval('inv_change'), :createdAt, :changedAt, 1)""");
            parts.forEach(part ->
                    fields(batch, part).bind("createdAt", part.createdAt()).add());
            batch.execute();
            linkAll(handle, parts);
            return parts.size();
        });
    }

    /// Stores every field but the quantity, which only stock changes; counts the version up.
    public void update(Part part) {
        database.write(handle -> {
            var update = handle.createUpdate("""
                    update inv_part set part_name = :name, part_number = :number, description = :description,
                        min_quantity = :minQuantity, unit = :unit, supplier = :supplier, supplier_url = :supplierUrl,
                        location_id = :locationId, image_url = :imageUrl, properties = :properties,
                        change_no = nextval('inv_change'), changed_at = :changedAt, version = version + 1
                    where id = :id""");
            fields(update, part).execute();
            handle.execute("delete from inv_part_category where part_id = ?", part.id());
            linkAll(handle, List.of(part));
            return part.id();
        });
    }

    private <S extends SqlStatement<S>> S fields(S statement, Part part) {
        return statement
                .bind("id", part.id())
                .bind("name", part.name())
                .bind("number", part.number())
                .bind("description", part.description())
                .bind("minQuantity", part.minQuantity())
                .bind("unit", part.unit())
                .bind("supplier", part.supplier())
                .bind("supplierUrl", part.supplierUrl())
                .bindByType("locationId", part.locationId(), UUID.class)
                .bind("imageUrl", part.imageUrl())
                .bind("properties", json.writeValueAsString(part.properties()))
                .bind("changedAt", part.changedAt());
    }

    private static void linkAll(Handle handle, Collection<Part> parts) {
        var batch = handle.prepareBatch("insert into inv_part_category (part_id, category_id) values (?, ?)");
        for (var part : parts) {
            for (var category : part.categories()) batch.add(part.id(), category.id());
        }
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) batch.execute();
    }

    /// Tells the index that these parts look different now.
    public void touch(String where, UUID id) {
        database.write(
                handle -> handle.execute("update inv_part set change_no = nextval('inv_change') where " + where, id));
    }

    /// Takes the part, its stock, ledger, summary and datasheet rows away; order lines stay without it.
    public void delete(UUID id) {
        database.write(handle -> {
            handle.execute("insert into inv_part_gone (part_id, change_no) values (?, nextval('inv_change'))", id);
            for (var table :
                    List.of("inv_part_category", "inv_stock", "inv_movement", "inv_order_summary", "inv_datasheet")) {
                handle.execute("delete from " + table + " where part_id = ?", id);
            }
            handle.execute("update inv_order_item set part_id = null where part_id = ?", id);
            return handle.execute("delete from inv_part where id = ?", id);
        });
    }

    /// @return how many there were
    public int clear() {
        return database.write(handle -> {
            handle.execute(
                    "insert into inv_part_gone (part_id, change_no) select id, nextval('inv_change') from inv_part");
            for (var table :
                    List.of("inv_part_category", "inv_stock", "inv_movement", "inv_order_summary", "inv_datasheet")) {
                handle.execute("delete from " + table);
            }
            handle.execute("update inv_order_item set part_id = null where part_id is not null");
            return handle.execute("delete from inv_part");
        });
    }

    private List<Part> withCategories(Handle handle, List<Part> parts) {
        if (parts.isEmpty()) return parts;
        var categories = new HashMap<UUID, List<Category>>();
        if (parts.size() == 1) {
            // A list of one would be another statement each time, and this one is asked for all the time.
            link(
                    handle.createQuery(CATEGORIES + " = :id order by c.seq")
                            .bind("id", parts.getFirst().id()),
                    categories);
        } else {
            for (var some : slices(parts.stream().map(Part::id).toList())) {
                link(
                        handle.createQuery(CATEGORIES + " in (<ids>) order by c.seq")
                                .bindList("ids", some),
                        categories);
            }
        }
        return parts.stream()
                .map(part -> part.withCategories(categories.getOrDefault(part.id(), List.of())))
                .toList();
    }

    private static void link(Query query, Map<UUID, List<Category>> categories) {
        query.map((row, context) ->
                        Map.entry(row.getObject("part_id", UUID.class), CategoryTable.category(row, context)))
                .forEach(link -> categories
                        .computeIfAbsent(link.getKey(), id -> new ArrayList<>())
                        .add(link.getValue()));
    }

    private Part part(ResultSet row, StatementContext context) throws SQLException {
        return new Part(
                row.getObject("id", UUID.class),
                row.getString("part_name"),
                row.getString("part_number"),
                row.getString("description"),
                Numbers.plain(row.getBigDecimal("quantity")),
                Numbers.plain(row.getBigDecimal("min_quantity")),
                row.getString("unit"),
                row.getString("supplier"),
                row.getString("supplier_url"),
                location(row),
                row.getString("image_url"),
                properties(row.getString("properties")),
                List.of(),
                Numbers.instant(row, "created_at"),
                Numbers.instant(row, "changed_at"),
                row.getInt("version"));
    }

    private Map<String, Object> properties(String text) {
        return text.equals("{}") ? Map.of() : json.readValue(text, PROPERTIES);
    }

    private static @Nullable Location location(ResultSet row) throws SQLException {
        var name = row.getString("location_name");
        if (name == null) return null;
        return new Location(
                row.getObject("location_id", UUID.class),
                name,
                row.getString("location_description"),
                row.getObject("location_parent", UUID.class),
                row.getString("location_type"));
    }
}
