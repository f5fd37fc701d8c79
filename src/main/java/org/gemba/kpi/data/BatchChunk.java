package org.gemba.kpi.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.access.Role;
import org.gemba.kpi.Batch;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.KpiChange;
import org.gemba.kpi.NewEntry;
import org.gemba.kpi.ProductionEntry;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// Some rows of a batch become entries, in one write.
///
/// @param processed rows of the batch that are done with now, these included
/// @param isLast whether no row was left
/// @param changes the days that changed
public record BatchChunk(int processed, boolean isLast, Set<KpiChange.EntryChanged> changes) {
    public BatchChunk {
        changes = Set.copyOf(changes);
    }

    /// The rows are judged again, because an order may have ended since the upload.
    public static BatchChunk enter(Handle handle, Books books, JsonMapper json, Batch batch, int limit) {
        var rows = BatchTable.waiting(handle, batch.batchId(), limit);
        if (rows.isEmpty()) return new BatchChunk(batch.validRows(), true, Set.of());
        var owner = new Owner(batch, rows);
        var read = new LinkedHashMap<BatchTable.Row, NewEntry>();
        for (var row : rows) read.put(row, json.readValue(row.content(), NewEntry.class));
        var numbers = read.values().stream().map(NewEntry::workOrderId).collect(Collectors.toSet());
        var check = new BatchCheck(handle, books, owner.caller(), numbers);
        var now = books.now();
        long next = EntryTable.nextId(handle, now).number();
        var entries = new LinkedHashMap<Integer, ProductionEntry>();
        int failed = 0;
        for (var row : read.entrySet()) {
            int line = row.getKey().line();
            var judged = check.judge(line, row.getValue().of(row.getKey().clientId()));
            var place = judged.place();
            if (place == null || place.order().id() != row.getKey().orderId()) {
                failed++;
                BatchTable.failed(handle, batch.batchId(), line);
                BatchTable.addErrors(handle, batch.batchId(), 1_000_000, judged.errors());
                continue;
            }
            var entry = EntryRules.entry(
                    row.getValue(),
                    place,
                    new EntryId(next++),
                    now,
                    owner.caller(),
                    EntryMethod.CSV_UPLOAD,
                    batch.batchId());
            entries.put(line, entry);
            books.audit(
                    handle,
                    owner.caller(),
                    "create",
                    "kpi_entry",
                    entry.entryId().toString(),
                    null,
                    Map.of("batch_id", batch.batchId(), "row", line));
        }
        EntryTable.insertAll(handle, List.copyOf(entries.values()));
        var ids = new LinkedHashMap<Integer, EntryId>();
        entries.forEach((line, entry) -> ids.put(line, entry.entryId()));
        BatchTable.entered(handle, batch.batchId(), ids);
        BatchTable.advance(handle, batch.batchId(), rows.size(), failed);
        int processed = BatchTable.find(handle, batch.batchId()).orElseThrow().processed();
        var changes = entries.values().stream()
                .map(entry -> new KpiChange.EntryChanged(entry.clientId(), entry.shiftDate()))
                .collect(Collectors.toSet());
        return new BatchChunk(processed, false, changes);
    }

    /// Whoever uploaded the batch, with the clients of its rows: that they were the caller's was judged then.
    private record Owner(Batch batch, List<BatchTable.Row> rows) {
        Caller caller() {
            var clients = rows.stream().map(BatchTable.Row::clientId).distinct().toList();
            return new Caller(
                    batch.createdBy(),
                    batch.createdName(),
                    Role.OPERATOR_DATAENTRY,
                    Set.of(Permission.ENTRIES_CREATE),
                    Set.of(),
                    clients,
                    null);
        }
    }
}
