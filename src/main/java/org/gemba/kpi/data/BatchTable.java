package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.kpi.Batch;
import org.gemba.kpi.BatchStatus;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.RowError;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Uploaded batches, their rows and what is wrong with them.
public final class BatchTable {
    private static final int LONGEST_CONTENT = 290;
    private static final int LONGEST_PROBLEM = 490;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private BatchTable() {}

    /// A row that waits to become an entry.
    ///
    /// @param content the entry as JSON
    public record Row(int line, String clientId, long orderId, String content) {}

    /// `BATCH-20251215-143500`, with `-02`, `-03` … for the others of the same second.
    public static String nextId(Handle handle, Instant now) {
        var first = "BATCH-" + SECOND.format(now.atOffset(ZoneOffset.UTC));
        for (int count = 1; ; count++) {
            var id = count == 1 ? first : first + "-" + (count < 10 ? "0" : "") + count;
            if (find(handle, id).isEmpty()) return id;
        }
    }

    public static Optional<Batch> find(Handle handle, String batchId) {
        return handle.createQuery("select * from kpi_batch where batch_id = :id")
                .bind("id", batchId)
                .map((row, context) -> batch(row))
                .findOne();
    }

    /// The newest first.
    public static List<Batch> list(Handle handle, int limit) {
        return handle.createQuery("select * from kpi_batch order by created_at desc, batch_id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> batch(row))
                .list();
    }

    public static List<Batch> processing(Handle handle) {
        return handle.createQuery("select * from kpi_batch where status = 'PROCESSING' order by created_at")
                .map((row, context) -> batch(row))
                .list();
    }

    /// An earlier batch with the very same content whose rows became entries.
    public static Optional<String> sameContent(Handle handle, String digest, String batchId) {
        return handle.createQuery("select batch_id from kpi_batch where digest = :digest and batch_id <> :id"
                        + " and processed > failed order by created_at desc limit 1")
                .bind("digest", digest)
                .bind("id", batchId)
                .mapTo(String.class)
                .findOne();
    }

    public static void insert(Handle handle, Batch batch) {
        handle.execute(
                "insert into kpi_batch (batch_id, client_id, file_name, digest, status, total_rows, valid_rows,"
                        + " invalid_rows, processed, failed, problem, created_at, created_by, created_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.batchId(),
                batch.clientId(),
                batch.fileName(),
                batch.digest(),
                batch.status().name(),
                batch.totalRows(),
                batch.validRows(),
                batch.invalidRows(),
                batch.processed(),
                batch.failed(),
                batch.problem(),
                batch.createdAt(),
                batch.createdBy(),
                batch.createdName());
    }

    /// Its rows are all there now.
    public static void validated(Handle handle, String batchId) {
        handle.execute("update kpi_batch set status = 'VALIDATED', problem = null where batch_id = ?", batchId);
    }

    public static void begun(Handle handle, String batchId, Instant at) {
        handle.execute(
                "update kpi_batch set status = 'PROCESSING', problem = null, finished_at = null,"
                        + " started_at = coalesce(started_at, ?) where batch_id = ?",
                at,
                batchId);
    }

    public static void inTask(Handle handle, String batchId, UUID task) {
        handle.execute("update kpi_batch set task_id = ? where batch_id = ?", task, batchId);
    }

    public static void advance(Handle handle, String batchId, int processed, int failed) {
        handle.execute(
                "update kpi_batch set processed = processed + ?, failed = failed + ? where batch_id = ?",
                processed,
                failed,
                batchId);
    }

    public static void ended(Handle handle, String batchId, BatchStatus status, @Nullable String problem, Instant at) {
        handle.execute(
                "update kpi_batch set status = ?, problem = ?, finished_at = ? where batch_id = ?",
                status.name(),
                problem,
                at,
                batchId);
    }

    public static void addRows(Handle handle, String batchId, List<Row> rows) {
        if (rows.isEmpty()) return;
        var batch = handle.prepareBatch("insert into kpi_batch_row (batch_id, line, client_id, order_id, content,"
                + " state) values (?, ?, ?, ?, ?, 'WAITING')");
        for (var row : rows) batch.add(batchId, row.line(), row.clientId(), row.orderId(), row.content());
        batch.execute();
    }

    /// Adds to what is wrong, after what is there already.
    public static void addErrors(Handle handle, String batchId, int firstPlace, List<RowError> errors) {
        if (errors.isEmpty()) return;
        var batch = handle.prepareBatch("insert into kpi_batch_error (batch_id, line, place, field, content, problem)"
                + " values (?, ?, ?, ?, ?, ?)");
        int place = firstPlace;
        for (var error : errors) {
            batch.add(
                    batchId,
                    error.line(),
                    place++,
                    error.field(),
                    cut(error.content(), LONGEST_CONTENT),
                    cut(error.problem(), LONGEST_PROBLEM));
        }
        batch.execute();
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /// Those that are no entries yet, in the order of the file.
    public static List<Row> waiting(Handle handle, String batchId, int limit) {
        return rows(handle, batchId, " and state = 'WAITING'", limit);
    }

    /// The first of its valid rows, whatever has become of them.
    public static List<Row> sample(Handle handle, String batchId, int limit) {
        return rows(handle, batchId, "", limit);
    }

    private static List<Row> rows(Handle handle, String batchId, String condition, int limit) {
        return handle.createQuery(
                        "select * from kpi_batch_row where batch_id = :id" + condition + " order by line limit :limit")
                .bind("id", batchId)
                .bind("limit", limit)
                .map((row, context) -> new Row(
                        row.getInt("line"),
                        row.getString("client_id"),
                        row.getLong("order_id"),
                        row.getString("content")))
                .list();
    }

    /// Rows that are entries now.
    public static void entered(Handle handle, String batchId, Map<Integer, EntryId> entries) {
        if (entries.isEmpty()) return;
        var batch = handle.prepareBatch(
                "update kpi_batch_row set state = 'ENTERED', entry_id = ? where batch_id = ? and line = ?");
        entries.forEach((line, id) -> batch.add(id.number(), batchId, line));
        batch.execute();
    }

    public static void failed(Handle handle, String batchId, int line) {
        handle.execute("update kpi_batch_row set state = 'FAILED' where batch_id = ? and line = ?", batchId, line);
    }

    /// By row, at most so many.
    public static List<RowError> errors(Handle handle, String batchId, int limit) {
        return handle.createQuery(
                        "select * from kpi_batch_error where batch_id = :id order by line, place limit :limit")
                .bind("id", batchId)
                .bind("limit", limit)
                .map((row, context) -> new RowError(
                        row.getInt("line"), row.getString("field"), row.getString("content"), row.getString("problem")))
                .list();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getString("batch_id"),
                row.getString("client_id"),
                row.getString("file_name"),
                row.getString("digest"),
                BatchStatus.valueOf(row.getString("status")),
                row.getInt("total_rows"),
                row.getInt("valid_rows"),
                row.getInt("invalid_rows"),
                row.getInt("processed"),
                row.getInt("failed"),
                row.getObject("task_id", UUID.class),
                row.getString("problem"),
                Cells.instant(row, "created_at"),
                row.getString("created_by"),
                row.getString("created_name"),
                Cells.instantOrNull(row, "started_at"),
                Cells.instantOrNull(row, "finished_at"));
    }
}
