package org.gemba.kpi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.data.BatchCheck;
import org.gemba.kpi.data.BatchTable;
import org.gemba.kpi.data.Books;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Entries by file: checked row by row, entered in the background, each row once whatever happens meanwhile.
public final class BatchService {
    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);
    private static final int MOST_ERRORS_TOLD = 1_000;
    private static final int MOST_ERRORS_IN_FILE = 1_000_000;
    private static final int ROWS_IN_ONE_WRITE = 500;
    private static final int SAMPLE = 5;
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_NAME = 200;

    /// What the task works on.
    public record Order(String batchId) {}

    private final Books books;
    private final Supplier<Tasks> tasks;
    private final BatchWork work;
    private final TaskKind<Order> kind;
    private final JsonMapper json = JsonMapper.builder().build();

    BatchService(Books books, Supplier<Tasks> tasks) {
        this.books = books;
        this.tasks = tasks;
        this.work = new BatchWork(books, json, ATTEMPTS);
        this.kind = new TaskKind<>(
                "kpi.batch", Order.class, work::run, ATTEMPTS, Duration.ofSeconds(2), TaskKind.Overlap.ALLOWED);
    }

    TaskKind<Order> kind() {
        return kind;
    }

    /// What is wrong with a file, row by row; keeps nothing.
    ///
    /// @throws AppError.InvalidInput for a file that is no table, has no rows or lacks columns
    public List<RowError> check(Caller caller, byte[] content) {
        caller.require(Permission.ENTRIES_CREATE);
        return judge(caller, BatchReader.read(content)).stream()
                .flatMap(line -> line.errors().stream())
                .toList();
    }

    private List<Judged> judge(Caller caller, List<BatchReader.Line> lines) {
        return books.database().read(handle -> {
            var numbers = lines.stream()
                    .map(BatchReader.Line::entry)
                    .filter(Objects::nonNull)
                    .map(NewEntry::workOrderId)
                    .collect(Collectors.toSet());
            var check = new BatchCheck(handle, books, caller, numbers);
            return lines.stream().map(line -> judged(line, check)).toList();
        });
    }

    /// Checks a file and keeps its valid rows.
    ///
    /// @param content CSV or XLSX with a header line; see {@link BatchColumns}
    /// @param waits whether the valid rows wait for {@link #confirm}; otherwise they are entered at once
    /// @throws AppError.InvalidInput for a file that is no table, has no rows or lacks columns
    /// @throws AppError.TooLarge for one that is too large
    public BatchReceipt upload(Caller caller, String fileName, byte[] content, boolean waits) {
        caller.require(Permission.ENTRIES_CREATE);
        var lines = BatchReader.read(content);
        var judged = judge(caller, lines);
        var rows = judged.stream().flatMap(line -> line.row().stream()).toList();
        var errors = judged.stream().flatMap(line -> line.errors().stream()).toList();
        var batch = store(caller, fileName, content, lines.size(), rows, errors);
        var sameAs = books.database().read(handle -> BatchTable.sameContent(handle, batch.digest(), batch.batchId()));
        if (!waits) begin(batch.batchId());
        var told = errors.subList(0, Math.min(errors.size(), MOST_ERRORS_TOLD));
        return new BatchReceipt(find(batch.batchId()), told, sample(rows), sameAs.orElse(null));
    }

    private record Judged(Optional<BatchTable.Row> row, List<RowError> errors) {}

    private Judged judged(BatchReader.Line line, BatchCheck check) {
        var entry = line.entry();
        if (entry == null) return new Judged(Optional.empty(), line.errors());
        var judged = check.judge(line.line(), entry);
        var place = judged.place();
        if (place == null) return new Judged(Optional.empty(), judged.errors());
        var row = new BatchTable.Row(
                line.line(), place.client().clientId(), place.order().id(), json.writeValueAsString(entry));
        return new Judged(Optional.of(row), List.of());
    }

    private List<NewEntry> sample(List<BatchTable.Row> rows) {
        return rows.stream()
                .limit(SAMPLE)
                .map(row -> json.readValue(row.content(), NewEntry.class))
                .toList();
    }

    /// Until all rows are there the batch says that the upload was not finished, which is true of one that a kill cut
    /// off.
    private Batch store(
            Caller caller,
            String fileName,
            byte[] content,
            int total,
            List<BatchTable.Row> rows,
            List<RowError> errors) {
        var batch = books.database().write(handle -> {
            var made = batch(BatchTable.nextId(handle, books.now()), caller, fileName, content, total, rows);
            BatchTable.insert(handle, made);
            return made;
        });
        for (int from = 0; from < rows.size(); from += ROWS_IN_ONE_WRITE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_IN_ONE_WRITE));
            books.database().writeBulk(handle -> {
                BatchTable.addRows(handle, batch.batchId(), some);
                return some;
            });
        }
        for (int from = 0; from < errors.size(); from += ROWS_IN_ONE_WRITE) {
            int first = from;
            var some = errors.subList(from, Math.min(errors.size(), from + ROWS_IN_ONE_WRITE));
            books.database().writeBulk(handle -> {
                BatchTable.addErrors(handle, batch.batchId(), first, some);
                return some;
            });
        }
        books.database().write(handle -> {
            BatchTable.validated(handle, batch.batchId());
            books.audit(handle, caller, "upload", "kpi_batch", batch.batchId(), null, form(batch));
            return batch;
        });
        return batch;
    }

    private Batch batch(
            String id, Caller caller, String fileName, byte[] content, int total, List<BatchTable.Row> rows) {
        var clients = rows.stream().map(BatchTable.Row::clientId).distinct().toList();
        var own = ClientScope.of(caller).clients();
        var client = clients.size() == 1
                ? clients.getFirst()
                : clients.isEmpty() && own != null && own.size() == 1 ? own.getFirst() : null;
        return new Batch(
                id,
                client,
                fileName.length() <= LONGEST_NAME ? fileName : fileName.substring(0, LONGEST_NAME),
                digest(content),
                BatchStatus.FAILED,
                total,
                rows.size(),
                total - rows.size(),
                0,
                0,
                null,
                "The upload was not finished.",
                books.now(),
                caller.subject(),
                caller.username(),
                null,
                null);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, @Nullable Object> form(Batch batch) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("file_name", batch.fileName());
        form.put("total_rows", batch.totalRows());
        form.put("valid_rows", batch.validRows());
        form.put("invalid_rows", batch.invalidRows());
        return form;
    }

    /// Lets the valid rows of a checked batch be entered. Confirming one that is entered already, or being entered,
    /// changes nothing.
    ///
    /// @throws AppError.NotFound for an unknown or a foreign batch
    /// @throws AppError.Conflict for one whose upload failed
    public Batch confirm(Caller caller, String batchId) {
        caller.require(Permission.ENTRIES_CREATE);
        var batch = visible(caller, batchId);
        if (batch.status() == BatchStatus.FAILED && batch.startedAt() == null) {
            throw new AppError.Conflict("Batch " + batchId + " was not received in full; upload the file again");
        }
        if (batch.status() == BatchStatus.VALIDATED || batch.status() == BatchStatus.FAILED) {
            books.database().write(handle -> {
                books.audit(handle, caller, "confirm", "kpi_batch", batchId, null, form(batch));
                return batch;
            });
            begin(batchId);
        }
        return find(batchId);
    }

    private void begin(String batchId) {
        boolean starts = books.database().write(handle -> {
            var batch = BatchTable.find(handle, batchId).orElseThrow();
            if (batch.status() == BatchStatus.PROCESSING || batch.status() == BatchStatus.COMPLETED) return false;
            var now = books.now();
            BatchTable.begun(handle, batchId, now);
            if (batch.validRows() == 0) BatchTable.ended(handle, batchId, BatchStatus.COMPLETED, null, now);
            return batch.validRows() > 0;
        });
        if (starts) submit(find(batchId));
    }

    private void submit(Batch batch) {
        tasks.get().submit(kind, new Order(batch.batchId()), batch.createdName());
    }

    /// Goes on with batches whose task a kill took away before it was stored.
    void start() {
        for (var batch : books.database().read(BatchTable::processing)) {
            boolean alive = batch.taskId() != null
                    && tasks.get()
                            .find(batch.taskId())
                            .filter(task -> !task.state().isOver())
                            .isPresent();
            if (alive) continue;
            LOG.info("batch {} goes on", batch.batchId());
            submit(batch);
        }
    }

    /// @throws AppError.NotFound for an unknown or a foreign batch
    public Batch status(Caller caller, String batchId) {
        caller.require(Permission.KPI_READ);
        return visible(caller, batchId);
    }

    /// When a batch that is being entered will be done, by how fast it has gone so far.
    public Optional<Instant> estimatedEnd(Batch batch) {
        if (batch.finishedAt() != null) return Optional.of(batch.finishedAt());
        var started = batch.startedAt();
        if (batch.status() != BatchStatus.PROCESSING || started == null) return Optional.empty();
        var now = books.now();
        int left = batch.validRows() - batch.processed();
        if (batch.processed() == 0) return Optional.of(now.plusMillis(left));
        long spent = Math.max(1, Duration.between(started, now).toMillis());
        return Optional.of(now.plusMillis(spent * left / batch.processed()));
    }

    /// Everything that is wrong, by row.
    public List<RowError> errors(Caller caller, String batchId) {
        caller.require(Permission.KPI_READ);
        visible(caller, batchId);
        return books.database().read(handle -> BatchTable.errors(handle, batchId, MOST_ERRORS_IN_FILE));
    }

    /// The caller's batches, the newest first.
    public List<Batch> list(Caller caller, int limit) {
        caller.require(Permission.KPI_READ);
        return books.database().read(handle -> BatchTable.list(handle, 1_000)).stream()
                .filter(batch -> isVisible(caller, batch))
                .limit(limit)
                .toList();
    }

    private Batch find(String batchId) {
        return books.database().read(handle -> BatchTable.find(handle, batchId)).orElseThrow();
    }

    private Batch visible(Caller caller, String batchId) {
        return books.database()
                .read(handle -> BatchTable.find(handle, batchId))
                .filter(batch -> isVisible(caller, batch))
                .orElseThrow(() -> new AppError.NotFound("Batch", batchId));
    }

    /// A batch of several clients is its owner's, and those who see every client.
    private static boolean isVisible(Caller caller, Batch batch) {
        if (batch.createdBy().equals(caller.subject())) return true;
        var client = batch.clientId();
        return client == null
                ? caller.may(Permission.CLIENTS_ALL)
                : ClientScope.of(caller).contains(client);
    }
}
