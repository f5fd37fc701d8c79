package org.gemba.tracking.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.platform.db.Database;
import org.gemba.tracking.TrackingMessage;
import org.gemba.tracking.TrackingMessage.Origin;
import org.gemba.tracking.TrackingMessage.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The log of messages.
public final class Messages {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final int LONGEST_ERROR = 1000;

    private final Database database;
    private final JsonMapper json = JsonMapper.builder().build();

    public Messages(Database database) {
        this.database = database;
    }

    public void insert(TrackingMessage message) {
        database.write(handle -> {
            insert(handle, message, null);
            return 0;
        });
    }

    /// @param occasion what it is about; when a message of the same occasion exists, nothing is added. Null for a
    /// message that may come any number of times
    /// @return whether it was added
    boolean insert(Handle handle, TrackingMessage message, @Nullable String occasion) {
        if (occasion != null && isKnown(handle, occasion)) return false;
        handle.execute(
                "insert into tracking_message (id, user_id, openid, template_id, fields, page, origin, order_no,"
                        + " occasion, state, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                message.userId(),
                message.openid(),
                message.templateId(),
                json.writeValueAsString(message.fields()),
                message.page(),
                message.origin().name(),
                message.orderNo(),
                occasion,
                message.state().name(),
                message.createdBy(),
                message.createdAt());
        return true;
    }

    private static boolean isKnown(Handle handle, String occasion) {
        return handle.createQuery("select count(*) from tracking_message where occasion = :occasion")
                        .bind("occasion", occasion)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public Optional<TrackingMessage> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from tracking_message where id = :id")
                .bind("id", id)
                .map(this::message)
                .findOne());
    }

    /// The newest first.
    public List<TrackingMessage> list(int limit) {
        return database.read(
                handle -> handle.createQuery("select * from tracking_message order by created_at desc, id limit :limit")
                        .bind("limit", limit)
                        .map(this::message)
                        .list());
    }

    /// Takes the oldest that waits, as being sent.
    public Optional<TrackingMessage> takeQueued() {
        return database.write(handle -> {
            var next = handle.createQuery(
                            "select * from tracking_message where state = 'QUEUED' order by created_at, id limit 1")
                    .map(this::message)
                    .findOne();
            next.ifPresent(message ->
                    handle.execute("update tracking_message set state = 'SENDING' where id = ?", message.id()));
            return next;
        });
    }

    public long queued() {
        return database.read(
                handle -> handle.createQuery("select count(*) from tracking_message where state = 'QUEUED'")
                        .mapTo(Long.class)
                        .one());
    }

    /// Back into the line: it was certainly not sent.
    public void putBack(UUID id) {
        database.write(handle -> handle.execute("update tracking_message set state = 'QUEUED' where id = ?", id));
    }

    public void end(
            UUID id,
            State state,
            @Nullable Integer errorCode,
            @Nullable String error,
            @Nullable String wechatId,
            Instant now) {
        var words = error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        database.write(handle -> handle.execute(
                "update tracking_message set state = ?, error_code = ?, error_text = ?, wechat_id = ?, ended_at = ?"
                        + " where id = ?",
                state.name(),
                errorCode,
                words,
                wechatId,
                now,
                id));
    }

    /// What a killed program was sending: nobody knows whether it left.
    public int settle(String words, Instant now) {
        return database.write(handle -> handle.execute(
                "update tracking_message set state = 'UNCLEAR', error_text = ?, ended_at = ? where state = 'SENDING'",
                words,
                now));
    }

    private TrackingMessage message(ResultSet row, StatementContext context) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new TrackingMessage(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("openid"),
                row.getString("template_id"),
                json.readValue(row.getString("fields"), FIELDS),
                row.getString("page"),
                Origin.valueOf(row.getString("origin")),
                row.getString("order_no"),
                State.valueOf(row.getString("state")),
                row.getObject("error_code", Integer.class),
                row.getString("error_text"),
                row.getString("wechat_id"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
