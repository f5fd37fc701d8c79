package org.gemba.platform.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The table `task`, the truth about every task.
final class TaskTable {
    private static final RowMapper<TaskRow> ROW = TaskTable::row;
    private static final String ACTIVE = "state in ('QUEUED', 'RETRY', 'RUNNING')";

    private TaskTable() {}

    static void insert(Handle handle, TaskRecord task, String payload) {
        handle.createUpdate("""
                        insert into task (id, kind, payload, state, created_by, created_at, due_at, attempts)
                        values (:id, :kind, :payload, 'QUEUED', :by, :now, :now, :attempts)""")
                .bind("id", task.id())
                .bind("kind", task.kind())
                .bind("payload", payload)
                .bind("by", task.createdBy())
                .bind("now", task.createdAt())
                .bind("attempts", task.attempts())
                .execute();
    }

    static boolean anyActive(Handle handle, String kind) {
        return handle.createQuery("select count(*) from task where kind = :kind and " + ACTIVE)
                        .bind("kind", kind)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static Optional<TaskRow> find(Handle handle, UUID id) {
        return handle.createQuery("select * from task where id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    static List<TaskRow> active(Handle handle) {
        return handle.createQuery("select * from task where " + ACTIVE + " order by priority desc, created_at")
                .map(ROW)
                .list();
    }

    static List<TaskRow> list(Handle handle, TaskFilter filter) {
        var conditions = new ArrayList<String>();
        if (!filter.kinds().isEmpty()) conditions.add("kind in (<kinds>)");
        if (!filter.states().isEmpty()) conditions.add("state in (<states>)");
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = handle.createQuery(
                "select * from task" + where + " order by created_at desc, id limit :limit offset :offset");
        if (!filter.kinds().isEmpty()) query.bindList("kinds", List.copyOf(filter.kinds()));
        if (!filter.states().isEmpty()) {
            query.bindList("states", filter.states().stream().map(State::name).toList());
        }
        return query.bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map(ROW)
                .list();
    }

    /// Takes a waiting task for running; false when it no longer waits.
    static boolean claim(Handle handle, UUID id, Instant now) {
        return handle.createUpdate("""
                                update task set state = 'RUNNING', attempt = attempt + 1, started_at = :now,
                                    finished_at = null, error = null, cancel_asked = false
                                where id = :id and state in ('QUEUED', 'RETRY')""").bind("id", id).bind("now", now).execute() == 1;
    }

    static void progress(Handle handle, TaskRecord task) {
        handle.createUpdate("""
                        update task set progress = :progress, phase = :phase, message = :message
                        where id = :id and state = 'RUNNING' and attempt = :attempt""")
                .bind("id", task.id())
                .bind("attempt", task.attempt())
                .bind("progress", task.progress())
                .bind("phase", task.phase())
                .bind("message", task.message())
                .execute();
    }

    static void checkpoint(Handle handle, UUID id, String checkpoint) {
        handle.createUpdate("update task set checkpoint = :checkpoint, interruptions = 0 where id = :id")
                .bind("id", id)
                .bind("checkpoint", checkpoint)
                .execute();
    }

    static void askToCancel(Handle handle, UUID id) {
        handle.execute("update task set cancel_asked = true where id = ?", id);
    }

    /// Ends a task for good.
    static void end(Handle handle, TaskRecord task) {
        handle.createUpdate("""
                        update task set state = :state, progress = :progress, phase = :phase, message = :message,
                            finished_at = :finished, result = :result, error = :error
                        where id = :id""")
                .bind("id", task.id())
                .bind("state", task.state().name())
                .bind("progress", task.progress())
                .bind("phase", task.phase())
                .bind("message", task.message())
                .bind("finished", task.finishedAt())
                .bind("result", task.result())
                .bind("error", task.error())
                .execute();
    }

    /// Lets a task wait for its (next) attempt.
    static void await(
            Handle handle, UUID id, State state, Instant due, int attempt, int interruptions, @Nullable String error) {
        handle.createUpdate("""
                        update task set state = :state, due_at = :due, attempt = :attempt, error = :error,
                            interruptions = :interruptions, cancel_asked = false, finished_at = null, result = null
                        where id = :id""")
                .bind("id", id)
                .bind("state", state.name())
                .bind("due", due)
                .bind("attempt", attempt)
                .bind("interruptions", interruptions)
                .bind("error", error)
                .execute();
    }

    static List<Waiting> waiting(Handle handle) {
        return handle.createQuery("select id, due_at from task where state in ('QUEUED', 'RETRY')")
                .map((row, context) -> new Waiting(uuid(row, "id"), required(row, "due_at")))
                .list();
    }

    record Waiting(UUID id, Instant due) {}

    static int prune(Handle handle, Instant before, int most) {
        return handle.createUpdate("""
                        delete from task where id in (
                            select id from task where state in ('COMPLETED', 'FAILED', 'CANCELLED')
                            and created_at < :before order by created_at limit :most)""")
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    private static TaskRow row(ResultSet row, StatementContext context) throws SQLException {
        var task = new TaskRecord(
                uuid(row, "id"),
                row.getString("kind"),
                State.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getString("phase"),
                row.getString("message"),
                row.getString("created_by"),
                required(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("attempt"),
                row.getInt("attempts"),
                row.getString("result"),
                row.getString("error"));
        return new TaskRow(
                task,
                row.getString("payload"),
                row.getString("checkpoint"),
                row.getBoolean("cancel_asked"),
                row.getInt("interruptions"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
