package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.LabelTemplate.Layout;
import org.gemba.inventory.LabelTemplate.Subject;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.statement.StatementContext;

/// Label templates that people made.
public final class TemplateTable {
    private final Database database;
    private final Clock clock;

    public TemplateTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public List<LabelTemplate> list() {
        return database.read(handle -> handle.createQuery("select * from inv_label_template order by name")
                .map(TemplateTable::template)
                .list());
    }

    public Optional<LabelTemplate> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from inv_label_template where id = :id")
                .bind("id", id)
                .map(TemplateTable::template)
                .findOne());
    }

    /// Adds it, or replaces the one with its id.
    public void put(LabelTemplate template) {
        database.write(handle -> {
            handle.execute("delete from inv_label_template where id = ?", template.id());
            return handle.createUpdate("""
                            insert into inv_label_template (id, name, subject, size, layout, body, code, font_dots,
                                turned, changed_at)
                            values (:id, :name, :subject, :size, :layout, :text, :code, :fontDots, :turned, :now)""")
                    .bindMethods(template)
                    .bind("subject", template.subject().name())
                    .bind("layout", template.layout().name())
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    public void delete(UUID id) {
        database.write(handle -> handle.execute("delete from inv_label_template where id = ?", id));
    }

    private static LabelTemplate template(ResultSet row, StatementContext context) throws SQLException {
        return new LabelTemplate(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Subject.valueOf(row.getString("subject")),
                row.getString("size"),
                Layout.valueOf(row.getString("layout")),
                row.getString("body"),
                row.getString("code"),
                row.getInt("font_dots"),
                row.getBoolean("turned"),
                false);
    }
}
