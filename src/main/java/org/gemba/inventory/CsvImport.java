package org.gemba.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.csv.FileNames;
import org.gemba.inventory.csv.Format;
import org.gemba.inventory.csv.OrderFileReader;
import org.gemba.inventory.data.ImportTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Takes in order files of suppliers. A file is read at once and written by a task: all its good rows or none. Rows
/// that an order has already brought do nothing a second time, and a whole import can be taken back.
public final class CsvImport {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NUMBER = 120;
    private static final String CONFIG = "csv";

    private final InventoryCore core;
    private final ImportTable table;
    private final ImportWriter writer;
    private final Configs configs;
    private final Supplier<Tasks> tasks;
    private final TaskWatch watch;
    private final TaskKind<ImportTask> kind;

    /// What the task is about.
    public record ImportTask(UUID importId) {}

    /// A file that somebody gives.
    ///
    /// @param name as the person's machine calls it; only read, never used as a path
    /// @param type the supplier's type when the person says so
    /// @param columns header to meaning, where the person mapped columns by hand
    public record Upload(
            String name, byte[] content, @Nullable String type, Map<String, String> columns, OrderInfo order) {
        public static Upload text(String content, @Nullable String type) {
            return new Upload("", content.getBytes(StandardCharsets.UTF_8), type, Map.of(), OrderInfo.none());
        }
    }

    /// A known kind of file.
    public record FileType(String type, String name, String description, List<String> required, List<String> sample) {}

    CsvImport(InventoryCore core, ImportTable table, ImportWriter writer, Configs configs, Supplier<Tasks> tasks) {
        this.core = core;
        this.table = table;
        this.writer = writer;
        this.configs = configs;
        this.tasks = tasks;
        this.watch = new TaskWatch(tasks, core.events());
        this.kind = TaskKind.once("inventory.csv_import", ImportTask.class, TaskKind.Overlap.ALLOWED, writer::run);
    }

    TaskKind<ImportTask> kind() {
        return kind;
    }

    /// By name.
    public static List<FileType> types() {
        return List.of(Format.values()).stream().map(CsvImport::type).toList();
    }

    public static Optional<FileType> type(String type) {
        return Format.named(type).map(CsvImport::type);
    }

    private static FileType type(Format format) {
        return new FileType(format.type(), format.supplier(), format.description(), format.required(), format.sample());
    }

    /// What a column of a file can mean.
    public static List<String> meanings() {
        return Format.meanings();
    }

    /// What a file's name says of its order.
    public static Optional<OrderInfo> nameInfo(String fileName) {
        return FileNames.read(fileName);
    }

    /// Reads a file and changes nothing.
    ///
    /// @throws AppError.TooLarge when it exceeds a limit
    /// @throws AppError.InvalidInput when it is no table, or a hostile one
    public OrderFile read(Caller caller, Upload upload) {
        caller.require(Permission.PARTS_READ);
        var file = OrderFileReader.read(upload.content(), upload.type(), upload.columns());
        var order =
                upload.order().or(file.order()).or(FileNames.read(upload.name()).orElse(OrderInfo.none()));
        return new OrderFile(
                file.type(),
                file.headers(),
                file.columns(),
                file.rows(),
                file.lines(),
                file.errors(),
                file.problems(),
                order);
    }

    /// Begins an import; its task has a place in the queue when this returns.
    ///
    /// @throws AppError.InvalidInput when the file is of no known supplier or lacks a column
    public ImportRun start(Caller caller, Upload upload) {
        caller.require(Permission.CSV_IMPORT);
        var file = read(caller, upload);
        if (!file.isSupported()) {
            throw new AppError.InvalidInput(
                    FieldError.body("file", null, new Rule.Broken(": " + String.join("; ", file.problems()))));
        }
        var run = run(caller, upload, file);
        core.database().together(() -> {
            table.insert(run, file.lines());
            return run.id();
        });
        var task = tasks.get().submit(kind, new ImportTask(run.id()), caller.username());
        table.task(run.id(), task);
        return known(run.id());
    }

    /// Begins an import and waits for its end.
    public ImportRun complete(Caller caller, Upload upload) {
        var run = start(caller, upload);
        if (run.taskId() != null) watch.settled(run.taskId(), PATIENCE);
        return known(run.id());
    }

    private ImportRun run(Caller caller, Upload upload, OrderFile file) {
        var name = FileNames.bare(upload.name());
        var order = file.order();
        var hash = hash(upload.content());
        var supplier = Format.named(file.type()).orElseThrow().supplier();
        return new ImportRun(
                UUID.randomUUID(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                hash,
                String.valueOf(file.type()),
                supplier,
                checkedNumber(order.number()),
                order.date(),
                order.number() == null || order.number().isBlank()
                        ? hash
                        : supplier + "|" + order.number().strip(),
                ImportRun.State.WAITING,
                file.errors(),
                null,
                null,
                null,
                caller.username(),
                core.now(),
                null,
                null);
    }

    private static @Nullable String checkedNumber(@Nullable String number) {
        if (number == null || number.isBlank()) return null;
        if (number.strip().length() > LONGEST_NUMBER) {
            throw new AppError.InvalidInput(
                    FieldError.body("order_info.order_number", null, new Rule.TooLong(LONGEST_NUMBER)));
        }
        return number.strip();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Takes everything back that an import brought: its order with what was received, and the parts that it made and
    /// nobody used since.
    ///
    /// @throws AppError.Conflict when it is not done, or was taken back already
    public ImportRun undo(Caller caller, UUID id) {
        caller.require(Permission.CSV_IMPORT);
        writer.undo(caller, known(id));
        return known(id);
    }

    public ImportRun find(Caller caller, UUID id) {
        caller.require(Permission.PARTS_READ);
        return known(id);
    }

    /// Newest first.
    public List<ImportRun> list(Caller caller, int limit) {
        caller.require(Permission.PARTS_READ);
        return table.list(limit);
    }

    /// The caller's own last one, with its task.
    public Optional<ImportRun> latest(Caller caller) {
        caller.require(Permission.PARTS_READ);
        return table.latest(caller.username());
    }

    /// How far an import has come; none when its task is gone.
    public Optional<TaskRecord> progress(ImportRun run) {
        return Optional.ofNullable(run.taskId()).flatMap(task -> tasks.get().find(task));
    }

    /// How many lines an import has.
    public int lines(ImportRun run) {
        return table.lines(run.id()).size();
    }

    public CsvConfig config(Caller caller) {
        caller.require(Permission.PARTS_READ);
        return configs.read(CONFIG, CsvConfig.class, CsvConfig::standard);
    }

    /// @throws AppError.InvalidInput for a time-out outside 5 to 300 seconds
    public CsvConfig configure(Caller caller, CsvConfig config) {
        caller.require(Permission.CSV_IMPORT);
        new Rules()
                .check(
                        config.downloadTimeoutSeconds() >= CsvConfig.LEAST_SECONDS
                                && config.downloadTimeoutSeconds() <= CsvConfig.MOST_SECONDS,
                        "download_timeout_seconds",
                        config.downloadTimeoutSeconds(),
                        "must be 5 to 300")
                .enforce();
        configs.write(caller, CONFIG, config, config(caller), config);
        return config;
    }

    private ImportRun known(UUID id) {
        return table.find(id).orElseThrow(() -> new AppError.NotFound("Import", id.toString()));
    }
}
