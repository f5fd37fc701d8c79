package org.gemba.planning.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gemba.planning.SyncRun;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;

/// What was read from shops and books, and up to when it is known.
public final class SyncTable {
    private SyncTable() {}

    public static Optional<SyncRun> find(Handle handle, UUID id) {
        return handle.createQuery("select * from planning_sync where sync_id = :id")
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne();
    }

    /// Newest first.
    public static List<SyncRun> of(Handle handle, String integration, int limit) {
        return handle.createQuery("select * from planning_sync where integration = :integration order by started_at"
                        + " desc, sync_id limit :limit")
                .bind("integration", integration)
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list();
    }

    public static void insert(Handle handle, SyncRun run) {
        handle.execute(
                "insert into planning_sync (sync_id, integration, sync_type, entities, status, lines, levels, listed,"
                        + " unmatched, problem, started_at, started_by, finished_at) values (?, ?, ?, ?, ?, 0, 0, 0,"
                        + " '[]', null, ?, ?, null)",
                run.id(),
                run.integration(),
                run.kind().name(),
                String.join(",", run.entities()),
                run.status().name(),
                run.startedAt(),
                run.startedBy());
    }

    public static void finish(Handle handle, SyncRun run) {
        handle.execute(
                "update planning_sync set status = ?, lines = ?, levels = ?, listed = ?, unmatched = ?, problem = ?,"
                        + " finished_at = ? where sync_id = ?",
                run.status().name(),
                run.lines(),
                run.levels(),
                run.listed(),
                Texts.of(run.unmatched()),
                run.problem(),
                run.finishedAt(),
                run.id());
    }

    /// Runs that the end of the program cut off.
    ///
    /// @return how many
    public static int failRunning(Handle handle, String problem, Instant now) {
        return handle.execute(
                "update planning_sync set status = 'FAILED', problem = ?, finished_at = ? where status = 'RUNNING'",
                problem,
                now);
    }

    public static Optional<Instant> reached(Handle handle, String integration, String store, String entity) {
        return handle.createQuery("select reached from planning_watermark where integration = :integration and store ="
                        + " :store and entity = :entity")
                .bind("integration", integration)
                .bind("store", store)
                .bind("entity", entity)
                .mapTo(Instant.class)
                .findOne();
    }

    public static void reach(Handle handle, String integration, String store, String entity, Instant at) {
        int changed = handle.execute(
                "update planning_watermark set reached = ? where integration = ? and store = ? and entity = ?",
                at,
                integration,
                store,
                entity);
        if (changed > 0) return;
        handle.execute(
                "insert into planning_watermark (integration, store, entity, reached) values (?, ?, ?, ?)",
                integration,
                store,
                entity,
                at);
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        return new SyncRun(
                row.getObject("sync_id", UUID.class),
                row.getString("integration"),
                SyncRun.Kind.valueOf(row.getString("sync_type")),
                List.of(row.getString("entities").toLowerCase(Locale.ROOT).split(",")),
                SyncRun.Status.valueOf(row.getString("status")),
                row.getInt("lines"),
                row.getInt("levels"),
                row.getInt("listed"),
                List.of(Texts.read(row.getString("unmatched"), String[].class)),
                row.getString("problem"),
                Cells.instant(row, "started_at"),
                row.getString("started_by"),
                Cells.instantOrNull(row, "finished_at"));
    }
}
