package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.Category;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Categories.
public final class CategoryTable {
    private final Database database;
    private final Clock clock;

    public CategoryTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the order in which they were added.
    public List<Category> list() {
        return database.read(handle -> handle.createQuery("select * from inv_category order by seq")
                .map(CategoryTable::category)
                .list());
    }

    public Optional<Category> find(UUID id) {
        return database.read(handle -> find(handle, "id", id));
    }

    public Optional<Category> findByName(String name) {
        return database.read(handle -> find(handle, "name", name));
    }

    private static Optional<Category> find(Handle handle, String column, Object value) {
        return handle.createQuery("select * from inv_category where " + column + " = :value")
                .bind("value", value)
                .map(CategoryTable::category)
                .findOne();
    }

    public long count() {
        return database.read(handle -> handle.createQuery("select count(*) from inv_category")
                .mapTo(Long.class)
                .one());
    }

    public void insert(Category category) {
        database.write(handle -> handle.createUpdate("""
                        insert into inv_category (id, name, description, parent_id, changed_at)
                        values (:id, :name, :description, :parentId, :now)""")
                .bindMethods(category)
                .bind("now", clock.instant())
                .execute());
    }

    public void update(Category category) {
        database.write(handle -> handle.createUpdate("""
                        update inv_category set name = :name, description = :description, parent_id = :parentId,
                            changed_at = :now
                        where id = :id""")
                .bindMethods(category)
                .bind("now", clock.instant())
                .execute());
    }

    /// Takes it from every part, puts what is below it one up, and deletes it.
    public void delete(Category category) {
        database.write(handle -> {
            handle.execute(
                    "update inv_part set change_no = nextval('inv_change') where id in"
                            + " (select part_id from inv_part_category where category_id = ?)",
                    category.id());
            handle.execute("delete from inv_part_category where category_id = ?", category.id());
            handle.createUpdate("update inv_category set parent_id = :parent where parent_id = :id")
                    .bindByType("parent", category.parentId(), UUID.class)
                    .bind("id", category.id())
                    .execute();
            return handle.execute("delete from inv_category where id = ?", category.id());
        });
    }

    /// @return how many there were
    public int deleteAll() {
        return database.write(handle -> {
            handle.execute("update inv_part set change_no = nextval('inv_change') where id in"
                    + " (select part_id from inv_part_category)");
            handle.execute("delete from inv_part_category");
            return handle.execute("delete from inv_category");
        });
    }

    static Category category(ResultSet row, StatementContext context) throws SQLException {
        return new Category(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getObject("parent_id", UUID.class));
    }
}
