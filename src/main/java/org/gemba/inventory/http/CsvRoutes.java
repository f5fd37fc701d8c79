package org.gemba.inventory.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.inventory.CsvConfig;
import org.gemba.inventory.CsvImport;
import org.gemba.inventory.ImportRun;
import org.gemba.inventory.OrderFile;
import org.gemba.inventory.OrderInfo;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.gemba.web.Upload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `/csv/*` in the family's envelope, and the same at `/api/csv/*` as bare objects, which is how older clients call it.
/// Files that are no text, such as Mouser's Excel files, are uploaded at `/csv/upload/*`.
public final class CsvRoutes {
    private static final long MOST_JSON = 10L << 20;
    private static final long MOST_FILE = 21L << 20;
    private static final int SHOWN = 10;

    private final CsvImport csv;

    record Preview(String csvContent, @Nullable String fileName) {}

    record Parse(String csvContent, @Nullable String parserType) {}

    record Import(
            String csvContent,
            String parserType,
            @Nullable JsonNode orderInfo,
            @Nullable String fileName) {}

    record FileNameBody(String filename) {}

    record ConfigBody(
            @Nullable Boolean downloadDatasheets,
            @Nullable Boolean downloadImages,
            @Nullable Boolean overwriteExistingFiles,
            @Nullable Integer downloadTimeoutSeconds,
            @Nullable Boolean showProgress,
            @Nullable Map<String, Object> additionalSettings) {}

    record FileBody(
            Upload file,
            @Nullable String parserType,
            @Nullable String orderNumber) {}

    /// Message and data of an answer.
    private record Said(String message, Object data) {}

    private CsvRoutes(CsvImport csv) {
        this.csv = csv;
    }

    public static List<Route> of(CsvImport csv) {
        var self = new CsvRoutes(csv);
        var routes = new ArrayList<Route>();
        for (var base : List.of("/csv", "/api/csv")) self.add(routes, base, base.startsWith("/api"));
        return routes;
    }

    private void add(List<Route> routes, String base, boolean bare) {
        routes.add(get(base + "/supported-types", "Which order files can be imported")
                .handle(call -> said(bare, types())));
        routes.add(get(base + "/parsers/{parser_type}/info", "How the files of one supplier look")
                .pathParameter("parser_type", "lcsc, digikey or mouser")
                .handle(call -> said(bare, type(call))));
        routes.add(post(base + "/preview", "Whose file it is and what it holds")
                .takes(Preview.class)
                .maxBody(MOST_JSON)
                .handle(call -> said(bare, preview(call))));
        routes.add(post(base + "/parse", "The order lines of a file")
                .takes(Parse.class)
                .maxBody(MOST_JSON)
                .handle(call -> said(bare, parse(call))));
        routes.add(imports(base + "/import", "Import an order file").handle(call -> said(bare, imported(call))));
        routes.add(imports(base + "/import/with-progress", "Import an order file; its progress can be asked for")
                .handle(call -> said(bare, imported(call))));
        routes.add(get(base + "/import/progress", "How far the caller's last import is")
                .handle(call -> said(bare, progress(call))));
        routes.add(post(base + "/import/{import_id}/undo", "Take a whole import back")
                .needs(Permission.CSV_IMPORT)
                .pathParameter("import_id", "as the import answered")
                .handle(call -> said(bare, undo(call))));
        routes.add(get(base + "/imports", "The imports of the last time").handle(call -> said(bare, list(call))));
        routes.add(post(base + "/extract-filename-info", "What a file's name says of its order")
                .takes(FileNameBody.class)
                .handle(call -> said(bare, nameInfo(call))));
        routes.add(get(base + "/config", "What happens after an import").handle(call -> said(bare, config(call))));
        routes.add(Route.put(ApiFamily.INVENTORY, base + "/config", "Set what happens after an import")
                .needs(Permission.CSV_IMPORT)
                .takes(ConfigBody.class)
                .handle(call -> said(bare, configure(call))));
        routes.add(upload(
                        base + "/upload/preview", "Whose uploaded file it is and what it holds", Permission.PARTS_READ)
                .handle(call -> said(bare, previewed(csv.read(call.caller(), uploaded(call))))));
        routes.add(upload(base + "/upload/import", "Import an uploaded order file", Permission.CSV_IMPORT)
                .handle(call -> said(bare, finished(csv.complete(call.caller(), uploaded(call))))));
    }

    private static Route.Builder get(String path, String summary) {
        return Route.get(ApiFamily.INVENTORY, path, summary).needs(Permission.PARTS_READ);
    }

    private static Route.Builder post(String path, String summary) {
        return Route.post(ApiFamily.INVENTORY, path, summary).needs(Permission.PARTS_READ);
    }

    private static Route.Builder imports(String path, String summary) {
        return Route.post(ApiFamily.INVENTORY, path, summary)
                .needs(Permission.CSV_IMPORT)
                .takes(Import.class)
                .maxBody(MOST_JSON);
    }

    private static Route.Builder upload(String path, String summary, Permission right) {
        return Route.post(ApiFamily.INVENTORY, path, summary)
                .needs(right)
                .takesMultipart(FileBody.class)
                .maxBody(MOST_FILE);
    }

    private static Object said(boolean bare, Said said) {
        return bare ? new Answer.Bare(200, said.data(), Map.of()) : new Reply(said.message(), said.data());
    }

    private static Said types() {
        var types = CsvImport.types().stream().map(CsvRoutes::shown).toList();
        return new Said(types.size() + " file types can be imported", types);
    }

    private static Map<String, @Nullable Object> shown(CsvImport.FileType type) {
        return ordered(
                "type", type.type(),
                "name", type.name(),
                "description", type.description(),
                "required_columns", type.required(),
                "sample_columns", type.sample());
    }

    private static Said type(Call call) {
        var name = call.path("parser_type");
        var type = CsvImport.type(name).orElseThrow(() -> new AppError.NotFound("Parser", name));
        return new Said(type.name() + " order files", shown(type));
    }

    private Said preview(Call call) {
        var body = call.body(Preview.class);
        return previewed(csv.read(call.caller(), upload(body.csvContent(), null, body.fileName(), OrderInfo.none())));
    }

    private Said previewed(OrderFile file) {
        var type = CsvImport.type(file.type() == null ? "" : file.type());
        var errors = new ArrayList<>(file.problems());
        file.errors().forEach(error -> errors.add(error.toString()));
        var data = ordered(
                "detected_type", file.type(),
                "type_info", type.map(CsvImport.FileType::name).orElse("Unknown"),
                "headers", file.headers(),
                "preview_rows", file.rows().stream().limit(SHOWN).toList(),
                "parsed_preview",
                        file.lines().stream().limit(SHOWN).map(LineAnswer::of).toList(),
                "total_rows", file.rows().size(),
                "is_supported", file.isSupported(),
                "validation_errors", errors,
                "order_info", order(file.order()),
                "error", file.problems().isEmpty() ? null : file.problems().getFirst());
        return new Said(
                file.isSupported()
                        ? type.map(CsvImport.FileType::name).orElse("") + " file with "
                                + file.lines().size() + " lines"
                        : "The file is not supported",
                data);
    }

    private Said parse(Call call) {
        var body = call.body(Parse.class);
        var file = csv.read(call.caller(), upload(body.csvContent(), body.parserType(), null, OrderInfo.none()));
        var errors = new ArrayList<>(file.problems());
        file.errors().forEach(error -> errors.add(error.toString()));
        var warnings = new ArrayList<String>();
        file.lines()
                .forEach(line -> line.warnings().forEach(words -> warnings.add("Row " + line.row() + ": " + words)));
        var data = ordered(
                "parts_data",
                file.lines().stream().map(LineAnswer::of).toList(),
                "errors",
                errors,
                "warnings",
                warnings,
                "total_parts",
                file.lines().size());
        return new Said(file.lines().size() + " order lines", data);
    }

    /// What cannot be imported at all is an answer too, as the older clients expect it.
    private Said imported(Call call) {
        var body = call.body(Import.class);
        var upload = upload(body.csvContent(), body.parserType(), body.fileName(), orderInfo(body.orderInfo()));
        if (CsvImport.type(body.parserType()).isEmpty()) {
            return refused("Unsupported parser type: " + body.parserType());
        }
        var file = csv.read(call.caller(), upload);
        if (!file.isSupported()) return refused(String.join("; ", file.problems()));
        return finished(csv.complete(call.caller(), upload));
    }

    private static Said refused(String why) {
        var data =
                ordered("success_parts", List.of(), "failed_parts", List.of(why), "order_id", null, "import_id", null);
        return new Said("Nothing was imported: " + why, data);
    }

    private static Said finished(ImportRun run) {
        var outcome = run.outcome();
        var data = ordered(
                "success_parts",
                outcome == null ? List.of() : outcome.successes(),
                "failed_parts",
                outcome == null ? List.of() : outcome.failures(),
                "skipped_parts",
                outcome == null ? 0 : outcome.repeated(),
                "order_id",
                run.orderId(),
                "import_id",
                run.id(),
                "state",
                run.state().name().toLowerCase(Locale.ROOT));
        return new Said(message(run), data);
    }

    private static String message(ImportRun run) {
        var outcome = run.outcome();
        if (outcome == null) return "The import goes on; its progress can be asked for";
        if (run.state() == ImportRun.State.FAILED) return "The import failed; nothing was changed";
        var order = run.orderNumber() == null ? "" : " for order " + run.orderNumber();
        if (outcome.changedNothing() && outcome.repeated() > 0) {
            return "The file was imported already" + order + "; nothing was changed";
        }
        return outcome.successes().size() + " rows imported" + order + ", "
                + outcome.failures().size() + " failed"
                + (outcome.repeated() > 0 ? ", " + outcome.repeated() + " were there already" : "");
    }

    private Said progress(Call call) {
        var run = csv.latest(call.caller());
        var idle = "No import in progress";
        if (run.isEmpty()) return new Said(idle, Map.of("message", idle));
        var task = csv.progress(run.get());
        boolean over = task.isEmpty() || task.get().state().isOver();
        return new Said(over ? idle : "Import in progress", ProgressAnswer.of(run.get(), csv.lines(run.get()), task));
    }

    private Said undo(Call call) {
        var id = call.path("import_id");
        if (!id.matches("[0-9a-fA-F-]{36}")) throw new AppError.NotFound("Import", id);
        var run = csv.undo(call.caller(), UUID.fromString(id));
        return new Said("The import was taken back", ordered("import_id", run.id(), "state", "undone"));
    }

    private Said list(Call call) {
        var limit = call.queryInt("limit", 50, 1, 500);
        call.checked();
        var runs = csv.list(call.caller(), limit).stream()
                .map(run -> ordered(
                        "import_id", run.id(),
                        "file_name", run.fileName(),
                        "supplier", run.supplier(),
                        "order_number", run.orderNumber(),
                        "order_date", run.orderDate(),
                        "state", run.state().name().toLowerCase(Locale.ROOT),
                        "message", message(run),
                        "created_by", run.createdBy(),
                        "created_at", run.createdAt()))
                .toList();
        return new Said(runs.size() + " imports", runs);
    }

    private static Said nameInfo(Call call) {
        var found = CsvImport.nameInfo(call.body(FileNameBody.class).filename());
        if (found.isEmpty()) {
            var words = "The file name says nothing of an order";
            return new Said(words, ordered("success", false, "message", words));
        }
        return new Said("Order information found", ordered("success", true, "order_info", order(found.get())));
    }

    private static Map<String, @Nullable Object> order(OrderInfo info) {
        return ordered("order_date", info.date(), "order_number", info.number(), "supplier", info.supplier());
    }

    private Said config(Call call) {
        return new Said("CSV import configuration", csv.config(call.caller()));
    }

    /// A key that is missing goes back to its default.
    private Said configure(Call call) {
        var body = call.body(ConfigBody.class);
        var standard = CsvConfig.standard();
        var config = csv.configure(
                call.caller(),
                new CsvConfig(
                        body.downloadDatasheets() == null ? standard.downloadDatasheets() : body.downloadDatasheets(),
                        body.downloadImages() == null ? standard.downloadImages() : body.downloadImages(),
                        body.overwriteExistingFiles() == null
                                ? standard.overwriteExistingFiles()
                                : body.overwriteExistingFiles(),
                        body.downloadTimeoutSeconds() == null
                                ? standard.downloadTimeoutSeconds()
                                : body.downloadTimeoutSeconds(),
                        body.showProgress() == null ? standard.showProgress() : body.showProgress(),
                        body.additionalSettings() == null ? Map.of() : body.additionalSettings()));
        var message = "CSV import configuration updated";
        return new Said(message, ordered("message", message, "config", config));
    }

    private static CsvImport.Upload upload(
            String content, @Nullable String type, @Nullable String fileName, OrderInfo order) {
        return new CsvImport.Upload(
                fileName == null ? "" : fileName, content.getBytes(StandardCharsets.UTF_8), type, Map.of(), order);
    }

    private static CsvImport.Upload uploaded(Call call) {
        var file = call.file("file");
        var number = call.form("order_number").orElse(null);
        var type = call.form("parser_type").orElse(null);
        call.checked();
        try {
            return new CsvImport.Upload(
                    file.fileName(), file.bytes(), type, Map.of(), new OrderInfo(null, number, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrderInfo orderInfo(@Nullable JsonNode info) {
        if (info == null || info.isNull()) return OrderInfo.none();
        if (!info.isObject()) {
            throw new AppError.InvalidInput(FieldError.body("order_info", null, new Rule.WrongType("object")));
        }
        return new OrderInfo(text(info, "supplier"), text(info, "order_number"), day(text(info, "order_date")));
    }

    private static @Nullable String text(JsonNode info, String name) {
        var node = info.path(name);
        if (node.isMissingNode() || node.isNull()) return null;
        if (node.isNumber()) return node.decimalValue().toPlainString();
        if (node.isString()) return node.stringValue();
        throw new AppError.InvalidInput(FieldError.body("order_info." + name, null, new Rule.WrongType("string")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw new AppError.InvalidInput(FieldError.body("order_info.order_date", text, new Rule.WrongType("date")));
        }
    }

    static Map<String, @Nullable Object> ordered(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int index = 0; index < pairs.length; index += 2) map.put(String.valueOf(pairs[index]), pairs[index + 1]);
        return map;
    }
}
