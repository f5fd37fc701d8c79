package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gemba.inventory.ImportRun;
import org.gemba.inventory.OrderFile.RowError;
import org.gemba.inventory.OrderLine;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Imports of order files, and which rows each order has already brought.
public final class ImportTable {
    private static final TypeReference<List<OrderLine>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// A row that an import brought.
    public record Imported(UUID importId, String orderKey, String fingerprint, UUID partId, boolean isNew) {}

    public ImportTable(Database database) {
        this.database = database;
    }

    public void insert(ImportRun run, List<OrderLine> lines) {
        database.write(handle -> handle.createUpdate("""
                        insert into inv_import (id, file_name, file_hash, parser, supplier, order_number, order_date,
                            order_key, state, lines, row_errors, created_by, created_at)
                        values (:id, :fileName, :fileHash, :parser, :supplier, :orderNumber, :orderDate, :orderKey,
                            :state, :lines, :errors, :createdBy, :createdAt)""")
                .bindMethods(run)
                .bind("state", run.state().name())
                .bind("lines", json.writeValueAsString(lines))
                .bind("errors", json.writeValueAsString(run.errors()))
                .execute());
    }

    public void task(UUID id, UUID task) {
        database.write(handle -> handle.execute("update inv_import set task_id = ? where id = ?", task, id));
    }

    public void finish(UUID id, ImportRun.State state, ImportRun.Outcome outcome, @Nullable UUID order, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        update inv_import set state = :state, outcome = :outcome, order_id = :order, finished_at = :now
                        where id = :id""")
                .bind("state", state.name())
                .bind("outcome", json.writeValueAsString(outcome))
                .bindByType("order", order, UUID.class)
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    /// Marks it as taken back, and lets its rows be imported again.
    public void undo(UUID id, String who, Instant now) {
        database.write(handle -> {
            handle.execute("delete from inv_import_row where import_id = ?", id);
            return handle.execute(
                    "update inv_import set state = 'UNDONE', undone_by = ?, undone_at = ? where id = ?", who, now, id);
        });
    }

    public void remember(Collection<Imported> rows) {
        database.write(handle -> {
            var batch = handle.prepareBatch("""
                    insert into inv_import_row (import_id, order_key, fingerprint, part_id, is_new)
                    values (:importId, :orderKey, :fingerprint, :partId, :isNew)""");
            rows.forEach(row -> batch.bindMethods(row).add());
            if (!rows.isEmpty()) batch.execute();
            return rows.size();
        });
    }

    /// The rows that an order has already brought.
    public Set<String> brought(String orderKey) {
        return database.read(handle ->
                new HashSet<>(handle.createQuery("select fingerprint from inv_import_row where order_key = :key")
                        .bind("key", orderKey)
                        .mapTo(String.class)
                        .list()));
    }

    public List<Imported> rowsOf(UUID id) {
        return database.read(handle -> handle.createQuery("select * from inv_import_row where import_id = :id")
                .bind("id", id)
                .map((row, context) -> new Imported(
                        row.getObject("import_id", UUID.class),
                        row.getString("order_key"),
                        row.getString("fingerprint"),
                        row.getObject("part_id", UUID.class),
                        row.getBoolean("is_new")))
                .list());
    }

    public Optional<ImportRun> find(UUID id) {
        return database.read(handle -> one(handle, "id = :value", id));
    }

    /// The last one of somebody.
    public Optional<ImportRun> latest(String who) {
        return database.read(
                handle -> one(handle, "created_by = :value order by seq desc fetch first 1 rows only", who));
    }

    /// One that brought this very file and was not taken back.
    public Optional<ImportRun> done(String hash) {
        return database.read(handle ->
                one(handle, "file_hash = :value and state = 'DONE' order by seq desc fetch first 1 rows only", hash));
    }

    private Optional<ImportRun> one(Handle handle, String where, Object value) {
        return handle.createQuery("select * from inv_import where " + where)
                .bind("value", value)
                .map(this::run)
                .findOne();
    }

    /// Newest first.
    public List<ImportRun> list(int limit) {
        return database.read(handle -> handle.createQuery("select * from inv_import order by seq desc limit :limit")
                .bind("limit", limit)
                .map(this::run)
                .list());
    }

    public List<OrderLine> lines(UUID id) {
        return database.read(handle -> handle.createQuery("select lines from inv_import where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(text -> json.readValue(text, LINES))
                .orElse(List.of()));
    }

    private ImportRun run(ResultSet row, StatementContext context) throws SQLException {
        var outcome = row.getString("outcome");
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("file_hash"),
                row.getString("parser"),
                row.getString("supplier"),
                row.getString("order_number"),
                row.getObject("order_date", LocalDate.class),
                row.getString("order_key"),
                ImportRun.State.valueOf(row.getString("state")),
                json.readValue(row.getString("row_errors"), ERRORS),
                outcome == null ? null : json.readValue(outcome, ImportRun.Outcome.class),
                row.getObject("order_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getString("created_by"),
                Numbers.instant(row, "created_at"),
                row.getString("finished_at") == null ? null : Numbers.instant(row, "finished_at"),
                row.getString("undone_by"));
    }
}
