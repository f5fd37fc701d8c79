package org.gemba.erp.data;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gemba.erp.SyncConfig;
import org.gemba.erp.SyncRun;
import org.gemba.erp.SyncRun.Status;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The history of runs, and their configuration.
public final class SyncTables {
    private final Database database;
    private final Audit audit;

    public SyncTables(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// The run of a task: the one that a killed program left, or a new one.
    public long begin(UUID task, Instant at, int daysBack, int chunkDays, boolean forced, String who) {
        return database.write(handle -> handle.createQuery("select id from erp_sync_run where task_id = :task")
                .bind("task", task)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> handle.createUpdate("""
                        insert into erp_sync_run
                            (task_id, started_at, status, days_back, chunk_days, is_forced, started_by, documents, orders)
                        values (:task, :at, 'RUNNING', :days, :chunk, :forced, :who, 0, 0)""")
                        .bind("task", task)
                        .bind("at", Timestamp.from(at))
                        .bind("days", daysBack)
                        .bind("chunk", chunkDays)
                        .bind("forced", forced)
                        .bind("who", who)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one()));
    }

    public void end(long id, Instant at, Status status, long documents, long orders, @Nullable String problem) {
        database.write(handle -> handle.execute(
                "update erp_sync_run set finished_at = ?, status = ?, documents = ?, orders = ?, problem = ? where id = ?",
                Timestamp.from(at),
                status.name(),
                documents,
                orders,
                problem == null ? null : problem.substring(0, Math.min(4_000, problem.length())),
                id));
    }

    /// Ends runs whose task is over without having said so: the program was killed and nobody takes them up again.
    ///
    /// @param alive the tasks that are queued or running
    public void settle(Set<UUID> alive, Instant at) {
        database.write(handle -> {
            var left = handle.createQuery("select id, task_id from erp_sync_run where status = 'RUNNING'")
                    .map((row, context) -> Map.entry(row.getLong(1), row.getObject(2, UUID.class)))
                    .list();
            for (var run : left) {
                if (alive.contains(run.getValue())) continue;
                handle.execute(
                        "update erp_sync_run set finished_at = ?, status = 'FAILED', problem = ? where id = ?",
                        Timestamp.from(at),
                        "interrupted: the program ended while it was running",
                        run.getKey());
            }
            return left.size();
        });
    }

    /// Newest first.
    public List<SyncRun> history(int limit) {
        return database.read(handle -> handle.createQuery(
                        "select * from erp_sync_run order by started_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new SyncRun(
                        row.getLong("id"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row.getTimestamp("finished_at")),
                        Status.valueOf(row.getString("status")),
                        row.getInt("days_back"),
                        row.getInt("chunk_days"),
                        row.getBoolean("is_forced"),
                        row.getString("started_by"),
                        row.getLong("documents"),
                        row.getLong("orders"),
                        row.getString("problem")))
                .list());
    }

    public Optional<Instant> lastGood() {
        return database.read(
                handle -> handle.createQuery("select max(finished_at) from erp_sync_run where status = 'COMPLETED'")
                        .map((row, context) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                        .one());
    }

    public SyncConfig config() {
        return database.read(SyncTables::config);
    }

    public void save(SyncConfig config, String who) {
        database.write(handle -> {
            audit.record(handle, who, "update", "sync_config", "1", told(config(handle)), told(config));
            return handle.execute(
                    "update erp_sync_config set is_automatic = ?, schedule = ?, automatic_days = ?, manual_days = ?,"
                            + " version = version + 1 where id = 1",
                    config.automatic(),
                    times(config),
                    config.automaticDays(),
                    config.manualDays());
        });
    }

    private static SyncConfig config(Handle handle) {
        return handle.createQuery("select * from erp_sync_config where id = 1")
                .map((row, context) -> new SyncConfig(
                        row.getBoolean("is_automatic"),
                        Arrays.stream(row.getString("schedule").split(",", -1))
                                .filter(time -> !time.isBlank())
                                .map(LocalTime::parse)
                                .toList(),
                        row.getInt("automatic_days"),
                        row.getInt("manual_days")))
                .one();
    }

    private static Map<String, Object> told(SyncConfig config) {
        return Map.of(
                "automatic", config.automatic(),
                "schedule", times(config),
                "automatic_days", config.automaticDays(),
                "manual_days", config.manualDays());
    }

    private static String times(SyncConfig config) {
        return config.schedule().stream().map(LocalTime::toString).collect(Collectors.joining(","));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }
}
