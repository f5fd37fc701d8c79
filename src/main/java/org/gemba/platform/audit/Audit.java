package org.gemba.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Who changed what. A service records its line in the same write as the change, so that neither exists alone.
public final class Audit {
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Audit(Clock clock) {
        this.clock = clock;
    }

    /// @param action a short stable verb, for example `create`, `update`, `delete`, `login`
    /// @param type what kind of thing, for example `user`
    /// @param before the record as it was, null when it did not exist; never with a secret in it
    /// @param after the record as it is now, null when it no longer exists
    public void record(
            Handle handle,
            String who,
            String action,
            String type,
            String id,
            @Nullable Object before,
            @Nullable Object after) {
        handle.execute(
                "insert into audit_line(at, who, action, type, entity_id, before_state, after_state)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                clock.instant(),
                who,
                action,
                type,
                id,
                text(before),
                text(after));
    }

    /// Newest first.
    public List<AuditLine> list(Handle handle, AuditFilter filter) {
        var conditions = new ArrayList<String>();
        if (filter.who() != null) conditions.add("who = :who");
        if (filter.type() != null) conditions.add("type = :type");
        if (filter.entityId() != null) conditions.add("entity_id = :entityId");
        if (filter.from() != null) conditions.add("at >= :from");
        if (filter.until() != null) conditions.add("at < :until");
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return handle.createQuery("select * from audit_line" + where + " order by id desc limit :limit offset :offset")
                .bindMethods(filter)
                .map(Audit::line)
                .list();
    }

    private static AuditLine line(ResultSet row, StatementContext context) throws SQLException {
        return new AuditLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("action"),
                row.getString("type"),
                row.getString("entity_id"),
                row.getString("before_state"),
                row.getString("after_state"));
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
