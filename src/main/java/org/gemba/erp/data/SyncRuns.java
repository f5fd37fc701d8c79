package org.gemba.erp.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gemba.erp.SyncConfig;
import org.gemba.erp.SyncRun;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The history of synchronisations, their chunks, and the configuration.
public final class SyncRuns {
    private static final int LONGEST_ERROR = 3900;

    private final Database database;

    public SyncRuns(Database database) {
        this.database = database;
    }

    /// Inserts a run, or marks a stored one as running again.
    public void begin(SyncRun run) {
        database.write(handle -> {
            int known = handle.execute(
                    "update erp_sync_run set status = 'RUNNING', finished_at = null, error = null where id = ?",
                    run.id());
            if (known == 0) {
                handle.execute(
                        "insert into erp_sync_run (id, triggered_by, created_by, started_at, status, days_back,"
                                + " chunk_days, forced, from_day, to_day, mtos, documents)"
                                + " values (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, 0, 0)",
                        run.id(),
                        run.trigger(),
                        run.createdBy(),
                        run.startedAt(),
                        run.daysBack(),
                        run.chunkDays(),
                        run.forced(),
                        run.fromDay(),
                        run.toDay());
            }
            return 0;
        });
    }

    public void end(SyncRun run) {
        database.write(handle -> handle.execute(
                "update erp_sync_run set finished_at = ?, status = ?, mtos = ?, documents = ?, error = ? where id = ?",
                run.finishedAt(),
                run.status().name(),
                run.mtos(),
                run.documents(),
                shortened(run.error()),
                run.id()));
    }

    public void part(UUID run, SyncRun.Part part) {
        database.write(handle -> {
            handle.execute("delete from erp_sync_run_part where run_id = ? and chunk = ?", run, part.chunk());
            return handle.execute(
                    "insert into erp_sync_run_part (run_id, chunk, from_day, to_day, state, mtos, documents, error)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    run,
                    part.chunk(),
                    part.fromDay(),
                    part.toDay(),
                    part.state(),
                    part.mtos(),
                    part.documents(),
                    shortened(part.error()));
        });
    }

    public List<SyncRun.Part> parts(UUID run) {
        return database.read(handle -> handle.createQuery(
                        "select chunk, from_day, to_day, state, mtos, documents, error"
                                + " from erp_sync_run_part where run_id = :run order by chunk")
                .bind("run", run)
                .map((row, context) -> new SyncRun.Part(
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getString(7)))
                .list());
    }

    public Optional<SyncRun> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from erp_sync_run where id = :id")
                .bind("id", id)
                .map(SyncRuns::run)
                .findOne());
    }

    /// Newest first.
    public List<SyncRun> list(int limit) {
        return database.read(handle -> handle.createQuery(
                        "select * from erp_sync_run order by started_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map(SyncRuns::run)
                .list());
    }

    public Optional<Instant> lastGood() {
        return database.read(
                handle -> handle.createQuery("select max(finished_at) from erp_sync_run where status = 'COMPLETED'")
                        .mapTo(Instant.class)
                        .findOne());
    }

    public List<UUID> running() {
        return database.read(handle -> handle.createQuery("select id from erp_sync_run where status = 'RUNNING'")
                .mapTo(UUID.class)
                .list());
    }

    public void fail(UUID id, String why, Instant now) {
        database.write(handle -> handle.execute(
                "update erp_sync_run set status = 'FAILED', finished_at = ?, error = ? where id = ? and status = 'RUNNING'",
                now,
                why,
                id));
    }

    public SyncConfig config() {
        return database.read(SyncRuns::config);
    }

    public static SyncConfig config(Handle handle) {
        return handle.createQuery("select auto_enabled, schedule, auto_days, manual_days, chunk_days, parallel_chunks"
                        + " from erp_sync_config where id = 1")
                .map((row, context) -> new SyncConfig(
                        row.getBoolean(1),
                        times(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)))
                .one();
    }

    public static void store(Handle handle, SyncConfig config) {
        handle.execute(
                "update erp_sync_config set auto_enabled = ?, schedule = ?, auto_days = ?, manual_days = ? where id = 1",
                config.autoEnabled(),
                config.schedule().stream().map(LocalTime::toString).collect(Collectors.joining(",")),
                config.autoDays(),
                config.manualDays());
    }

    private static List<LocalTime> times(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(time -> !time.isBlank())
                .map(LocalTime::parse)
                .toList();
    }

    private static SyncRun run(ResultSet row, org.jdbi.v3.core.statement.StatementContext context) throws SQLException {
        return new SyncRun(
                row.getObject("id", UUID.class),
                row.getString("triggered_by"),
                row.getString("created_by"),
                java.util.Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "finished_at"),
                SyncRun.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("days_back"),
                row.getInt("chunk_days"),
                row.getBoolean("forced"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("mtos"),
                row.getLong("documents"),
                row.getString("error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR) + "…";
    }
}
