package org.gemba.tracking.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.MessageTemplate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Message templates.
public final class Templates {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String TYPE = "tracking_template";

    private final Database database;
    private final Audit audit;
    private final JsonMapper json = JsonMapper.builder().build();

    public Templates(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    public List<MessageTemplate> list() {
        return database.read(handle -> handle.createQuery("select * from tracking_template order by title, id")
                .map(this::template)
                .list());
    }

    /// Those that tell of changed orders.
    List<MessageTemplate> ofStatusChanges(Handle handle) {
        return handle.createQuery("select * from tracking_template where on_status_change order by id")
                .map(this::template)
                .list();
    }

    /// @throws AppError.Conflict when it was changed since its version
    public MessageTemplate save(MessageTemplate wanted, String who) {
        return database.write(handle -> {
            var before = find(handle, wanted.id());
            int version = before.map(MessageTemplate::version).orElse(0);
            if (version != wanted.version()) {
                throw new AppError.Conflict("The template " + wanted.id() + " was changed meanwhile");
            }
            var after = new MessageTemplate(
                    wanted.id(), wanted.title(), wanted.fields(), wanted.page(), wanted.onStatusChange(), version + 1);
            handle.execute("delete from tracking_template where id = ?", wanted.id());
            handle.execute(
                    "insert into tracking_template (id, title, fields, page, on_status_change, version)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    after.id(),
                    after.title(),
                    json.writeValueAsString(after.fields()),
                    after.page(),
                    after.onStatusChange(),
                    after.version());
            audit.record(
                    handle, who, before.isEmpty() ? "create" : "update", TYPE, after.id(), before.orElse(null), after);
            return after;
        });
    }

    public void delete(String id, String who) {
        database.write(handle -> {
            var before = find(handle, id).orElseThrow(() -> new AppError.NotFound("Template", id));
            handle.execute("delete from tracking_template where id = ?", id);
            audit.record(handle, who, "delete", TYPE, id, before, null);
            return 0;
        });
    }

    private Optional<MessageTemplate> find(Handle handle, String id) {
        return handle.createQuery("select * from tracking_template where id = :id")
                .bind("id", id)
                .map(this::template)
                .findOne();
    }

    private MessageTemplate template(ResultSet row, StatementContext context) throws SQLException {
        return new MessageTemplate(
                row.getString("id"),
                row.getString("title"),
                json.readValue(row.getString("fields"), FIELDS),
                row.getString("page"),
                row.getBoolean("on_status_change"),
                row.getInt("version"));
    }
}
