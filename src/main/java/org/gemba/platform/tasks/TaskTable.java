package org.gemba.platform.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// The table `task`, the truth about every task.
final class TaskTable {
    private static final RowMapper<TaskRow> ROW = TaskTable::row;
    private static final String ACTIVE = "state in ('QUEUED', 'RETRY', 'RUNNING')";

    private TaskTable() {}

    static void insert(Handle handle, TaskRecord task, Instant due) {
        var details = task.details();
        handle.createUpdate("""
                        insert into task (id, kind, payload, state, created_by, created_at, due_at, attempts, title,
                            description, priority, timeout_seconds, most_retries, not_before, owner, related_type,
                            related_id, parent_id, depends_on)
                        values (:id, :kind, :payload, 'QUEUED', :by, :now, :due, :attempts, :title, :description,
                            :priority, :timeout, :mostRetries, :notBefore, :owner, :relatedType, :relatedId,
                            :parentId, :dependsOn)""")
                .bind("id", task.id())
                .bind("kind", task.kind())
                .bind("payload", task.payload())
                .bind("by", task.createdBy())
                .bind("now", task.createdAt())
                .bind("due", due)
                .bind("attempts", task.attempts())
                .bindMethods(details)
                .bind("priority", details.priority().rank())
                .bindByType("timeout", seconds(details), Integer.class)
                .bind("dependsOn", joined(details.dependsOn()))
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
        var direction = filter.isDescending() ? " desc nulls last" : " nulls first";
        var query = handle.createQuery("select * from task" + where(filter) + " order by "
                + filter.order().column() + direction + ", created_at desc, id limit :limit offset :offset");
        return bound(query, filter)
                .bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map(ROW)
                .list();
    }

    /// Without limit and offset.
    static long count(Handle handle, TaskFilter filter) {
        return bound(handle.createQuery("select count(*) from task" + where(filter)), filter)
                .mapTo(Long.class)
                .one();
    }

    private static String where(TaskFilter filter) {
        var conditions = new ArrayList<String>();
        if (!filter.kinds().isEmpty()) conditions.add("kind in (<kinds>)");
        if (!filter.states().isEmpty()) conditions.add("state in (<states>)");
        if (!filter.priorities().isEmpty()) conditions.add("priority in (<priorities>)");
        if (filter.owner() != null) conditions.add("owner = :owner");
        if (filter.since() != null) conditions.add("created_at >= :since");
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Query bound(Query query, TaskFilter filter) {
        if (!filter.kinds().isEmpty()) query.bindList("kinds", List.copyOf(filter.kinds()));
        if (!filter.states().isEmpty()) {
            query.bindList("states", filter.states().stream().map(State::name).toList());
        }
        if (!filter.priorities().isEmpty()) {
            query.bindList(
                    "priorities",
                    filter.priorities().stream().map(Priority::rank).toList());
        }
        if (filter.owner() != null) query.bind("owner", filter.owner());
        if (filter.since() != null) query.bind("since", filter.since());
        return query;
    }

    /// @param owner only this user's; null for everybody's
    static TaskStatistics statistics(Handle handle, @Nullable String owner, Instant completedSince) {
        var whose = owner == null ? "" : " where owner = :owner";
        var byState = counts(handle, "state", whose, owner, text -> State.valueOf(text));
        var byKind = counts(handle, "kind", whose, owner, text -> text);
        var byPriority = counts(handle, "priority", whose, owner, text -> Priority.ofRank(Integer.parseInt(text)));
        var completed = handle.createQuery("select count(*) from task where state = 'COMPLETED'"
                + " and finished_at >= :since" + (owner == null ? "" : " and owner = :owner"));
        if (owner != null) completed.bind("owner", owner);
        return new TaskStatistics(
                byState.values().stream().mapToLong(Long::longValue).sum(),
                byState,
                byKind,
                byPriority,
                completed.bind("since", completedSince).mapTo(Long.class).one());
    }

    private static <K> Map<K, Long> counts(
            Handle handle, String column, String whose, @Nullable String owner, Function<String, K> key) {
        var query = handle.createQuery("select " + column + ", count(*) from task" + whose + " group by " + column);
        if (owner != null) query.bind("owner", owner);
        return query.map((row, context) -> Map.entry(key.apply(row.getString(1)), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    /// Waiting tasks that wait for this one.
    static List<UUID> dependents(Handle handle, UUID id) {
        return handle.createQuery("select id from task where state = 'QUEUED' and depends_on like :id")
                .bind("id", "%" + id + "%")
                .mapTo(UUID.class)
                .list();
    }

    static Map<UUID, State> states(Handle handle, List<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return handle
                .createQuery("select id, state from task where id in (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(uuid(row, "id"), State.valueOf(row.getString("state"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void countRetry(Handle handle, UUID id) {
        handle.execute(
                "update task set retries = retries + 1, progress = 0, phase = '', message = '', started_at = null"
                        + " where id = ?",
                id);
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
        return handle.createQuery("select id, due_at, priority from task where state in ('QUEUED', 'RETRY')")
                .map((row, context) -> new Waiting(uuid(row, "id"), required(row, "due_at"), row.getInt("priority")))
                .list();
    }

    record Waiting(UUID id, Instant due, int priority) {}

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
                row.getString("error"),
                row.getString("payload"),
                details(row));
        return new TaskRow(
                task, row.getString("checkpoint"), row.getBoolean("cancel_asked"), row.getInt("interruptions"));
    }

    private static TaskDetails details(ResultSet row) throws SQLException {
        var timeout = row.getObject("timeout_seconds", Integer.class);
        return new TaskDetails(
                row.getString("title"),
                row.getString("description"),
                Priority.ofRank(row.getInt("priority")),
                timeout == null ? null : Duration.ofSeconds(timeout),
                row.getInt("most_retries"),
                row.getInt("retries"),
                instant(row, "not_before"),
                row.getString("owner"),
                row.getString("related_type"),
                row.getString("related_id"),
                row.getObject("parent_id", UUID.class),
                split(row.getString("depends_on")));
    }

    private static @Nullable Integer seconds(TaskDetails details) {
        var timeout = details.timeout();
        return timeout == null ? null : (int) timeout.toSeconds();
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<UUID> split(String text) {
        if (text.isEmpty()) return List.of();
        return Arrays.stream(text.split(",")).map(UUID::fromString).toList();
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
