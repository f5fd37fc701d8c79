package org.gemba.inventory.http;

import static org.gemba.inventory.http.CsvRoutes.ordered;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.LabelTemplate.Layout;
import org.gemba.inventory.LabelTemplate.Subject;
import org.gemba.inventory.Labels;
import org.gemba.inventory.Location;
import org.gemba.inventory.LocationService;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartService;
import org.gemba.inventory.PrinterConfig;
import org.gemba.inventory.PrinterConfig.Backend;
import org.gemba.inventory.PrinterConfig.Driver;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `/printer/*`: labels, the printer, templates, the queue.
public final class PrinterRoutes {
    private static final Duration MOMENT = Duration.ofSeconds(4);
    private static final String SIZE = "29x90";
    private static final long MOST_BODY = 256 * 1024;
    private static final int MOST_SHOWN = 500;

    private final Labels labels;
    private final PartService parts;
    private final LocationService locations;

    record PrintBody(
            @Nullable JsonNode part,
            @Nullable String partName,
            @Nullable String partNumber,
            @Nullable String locationId,
            @Nullable String labelSize,
            @Nullable String templateId,
            @Nullable Integer copies) {}

    record ConfigBody(
            String backend,
            @Nullable String driver,
            @Nullable String printerIdentifier,
            @Nullable Integer dpi,
            @Nullable String model,
            @Nullable BigDecimal scalingFactor,
            @Nullable Map<String, Object> additionalSettings) {}

    record TemplateBody(
            String name,
            @Nullable String subject,
            String size,
            @Nullable String layout,
            @Nullable String text,
            @Nullable String code,
            @Nullable Integer fontDots,
            @Nullable Boolean turned) {}

    private PrinterRoutes(Labels labels, PartService parts, LocationService locations) {
        this.labels = labels;
        this.parts = parts;
        this.locations = locations;
    }

    public static List<Route> of(Labels labels, PartService parts, LocationService locations) {
        var self = new PrinterRoutes(labels, parts, locations);
        return List.of(
                print("/printer/print_label", "Print a label of a part or location")
                        .handle(call -> self.print(call, null)),
                print("/printer/print_qr", "Print the QR code of a part or location")
                        .handle(call -> self.print(call, Layout.QR_ONLY)),
                print("/printer/preview", "How a label will look, as PNG in base64")
                        .handle(self::preview),
                Route.post(ApiFamily.INVENTORY, "/printer/config", "Choose the printer")
                        .needs(Permission.SETTINGS_WRITE)
                        .takes(ConfigBody.class)
                        .handle(self::configure),
                get("/printer/load_config", "Read the stored configuration again")
                        .handle(self::load),
                get("/printer/current_printer", "The printer that is used")
                        .handle(call -> new Reply(
                                "Current printer", ordered("current_printer", shown(labels.config(call.caller()))))),
                get("/printer/printers", "The printers of the operating system")
                        .handle(call -> new Reply("Printers", labels.systemPrinters())),
                get("/printer/sizes", "The label sizes").handle(call -> new Reply("Label sizes", LabelSize.ALL)),
                get("/printer/queue", "Labels that wait, print or are done").handle(self::queue),
                get("/printer/templates", "The label templates")
                        .handle(call -> new Reply("Label templates", labels.templates(call.caller()))),
                Route.post(ApiFamily.INVENTORY, "/printer/templates", "Add a label template")
                        .needs(Permission.PARTS_UPDATE)
                        .takes(TemplateBody.class)
                        .handle(call -> self.save(call, UUID.randomUUID())),
                Route.put(ApiFamily.INVENTORY, "/printer/templates/{template_id}", "Replace a label template")
                        .needs(Permission.PARTS_UPDATE)
                        .pathParameter("template_id", "as listed")
                        .takes(TemplateBody.class)
                        .handle(call -> self.save(call, self.known(call).id())),
                Route.delete(ApiFamily.INVENTORY, "/printer/templates/{template_id}", "Delete a label template")
                        .needs(Permission.PARTS_UPDATE)
                        .pathParameter("template_id", "as listed")
                        .handle(self::delete));
    }

    private static Route.Builder get(String path, String summary) {
        return Route.get(ApiFamily.INVENTORY, path, summary).needs(Permission.PARTS_READ);
    }

    private static Route.Builder print(String path, String summary) {
        return Route.post(ApiFamily.INVENTORY, path, summary)
                .needs(Permission.LABELS_PRINT)
                .takes(PrintBody.class)
                .maxBody(MOST_BODY);
    }

    private Object print(Call call, @Nullable Layout layout) {
        var body = call.body(PrintBody.class);
        var values = values(call.caller(), body);
        var template = template(call.caller(), body, layout);
        int copies = body.copies() == null ? 1 : body.copies();
        var task = labels.print(call.caller(), new Labels.Job(template, List.of(values), copies));
        var settled = labels.settled(task, MOMENT);
        return new Reply(message(settled), ordered("task_id", task, "state", state(settled)));
    }

    private static String state(Optional<TaskRecord> task) {
        return task.map(now -> now.state().name().toLowerCase(Locale.ROOT)).orElse("queued");
    }

    private static String message(Optional<TaskRecord> task) {
        if (task.isEmpty()) return "The label is queued";
        return switch (task.get().state()) {
            case COMPLETED -> "Label printed: " + task.get().result();
            case RETRY ->
                "The label waits in the queue and is tried again: " + task.get().error();
            case FAILED, CANCELLED -> "The label was not printed: " + task.get().error();
            case QUEUED, RUNNING -> "The label is on its way";
        };
    }

    private Object preview(Call call) {
        var body = call.body(PrintBody.class);
        var image = labels.preview(template(call.caller(), body, null), values(call.caller(), body));
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(
                "Preview",
                ordered(
                        "image_base64", Base64.getEncoder().encodeToString(out.toByteArray()),
                        "width", image.getWidth(),
                        "height", image.getHeight()));
    }

    private LabelTemplate template(Caller caller, PrintBody body, @Nullable Layout layout) {
        var subject = body.locationId() == null ? Subject.PART : Subject.LOCATION;
        var all = labels.templates(caller);
        var template = body.templateId() == null
                ? all.stream()
                        .filter(one -> one.subject() == subject)
                        .findFirst()
                        .orElseThrow()
                : labels.template(caller, id(body.templateId(), "Label template"));
        var size = body.labelSize() == null && body.templateId() == null && subject == Subject.PART
                ? SIZE
                : body.labelSize();
        var sized = size == null ? template : template.sized(Labels.size(size).id());
        return layout == null ? sized : sized.laidOut(layout);
    }

    /// The part or location as it is known, or else what the request says of it.
    private Map<String, String> values(Caller caller, PrintBody body) {
        if (body.locationId() != null) return location(caller, body.locationId());
        var given = body.part() == null || body.part().isNull() ? null : body.part();
        if (given != null && !given.isObject()) {
            throw new AppError.InvalidInput(FieldError.body("part", null, new Rule.WrongType("object")));
        }
        var name = first(text(given, "part_name"), body.partName());
        var number = first(text(given, "part_number"), body.partNumber());
        var id = text(given, "id");
        if (name == null && number == null && id == null) {
            throw new AppError.InvalidInput(FieldError.body("part_name", null, new Rule.Required()));
        }
        return part(caller, id, name, number).map(Labels::values).orElseGet(() -> said(given, name, number));
    }

    private Optional<Part> part(Caller caller, @Nullable String id, @Nullable String name, @Nullable String number) {
        Optional<Part> found = Optional.empty();
        if (id != null && id.matches("[0-9a-fA-F-]{36}")) found = parts.find(caller, id(id, "Part"));
        if (found.isEmpty() && name != null) found = parts.findByName(caller, name);
        if (found.isEmpty() && number != null) found = parts.findByNumber(caller, number);
        return found;
    }

    private static Map<String, String> said(@Nullable JsonNode given, @Nullable String name, @Nullable String number) {
        var values = new LinkedHashMap<String, String>();
        for (var field : LabelTemplate.PART_FIELDS) {
            var text = text(given, field);
            values.put(field, text == null ? "" : text);
        }
        values.put("part_name", name == null ? String.valueOf(number) : name);
        values.put("part_number", number == null ? "" : number);
        values.put("part_id", "PART:" + (number == null ? "" : number) + "|NAME:" + values.get("part_name"));
        return values;
    }

    private Map<String, String> location(Caller caller, String id) {
        Location location =
                locations.find(caller, id(id, "Location")).orElseThrow(() -> new AppError.NotFound("Location", id));
        return Labels.values(location, locations.tree(caller).pathText(location));
    }

    private static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new AppError.NotFound(what, text);
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null && !one.isBlank() ? one : other == null || other.isBlank() ? null : other;
    }

    private static @Nullable String text(@Nullable JsonNode node, String name) {
        if (node == null) return null;
        var field = node.path(name);
        if (field.isNumber()) return field.decimalValue().toPlainString();
        return field.isString() ? field.stringValue() : null;
    }

    private Object configure(Call call) {
        var body = call.body(ConfigBody.class);
        var standard = PrinterConfig.standard();
        var config = labels.configure(
                call.caller(),
                new PrinterConfig(
                        one(Backend.class, "backend", body.backend()),
                        body.driver() == null ? standard.driver() : one(Driver.class, "driver", body.driver()),
                        body.printerIdentifier() == null
                                ? ""
                                : body.printerIdentifier().strip(),
                        body.dpi() == null ? standard.dpi() : body.dpi(),
                        body.model() == null ? standard.model() : body.model(),
                        body.scalingFactor() == null ? standard.scalingFactor() : body.scalingFactor(),
                        body.additionalSettings() == null ? Map.of() : body.additionalSettings()));
        return new Reply("Printer configured", shown(config));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String text) {
        var name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AppError.InvalidInput(FieldError.body(
                        field,
                        text,
                        new Rule.OneOf(Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .toList()))));
    }

    private Object load(Call call) {
        if (!labels.isConfigured(call.caller())) {
            throw new AppError.NotFound("Printer configuration", "", "No printer configuration is stored");
        }
        return new Reply("Printer configuration loaded", shown(labels.config(call.caller())));
    }

    private static Map<String, @Nullable Object> shown(PrinterConfig config) {
        return ordered(
                "backend", config.backend().name().toLowerCase(Locale.ROOT),
                "driver", config.driver().name().toLowerCase(Locale.ROOT),
                "printer_identifier", config.printerIdentifier(),
                "dpi", config.dpi(),
                "model", config.model(),
                "scaling_factor", config.scalingFactor(),
                "additional_settings", config.additionalSettings());
    }

    private Object queue(Call call) {
        int limit = call.queryInt("limit", 50, 1, MOST_SHOWN);
        call.checked();
        var jobs = labels.queue(call.caller(), limit).stream()
                .map(task -> ordered(
                        "task_id", task.id(),
                        "state", task.state().name().toLowerCase(Locale.ROOT),
                        "created_by", task.createdBy(),
                        "created_at", task.createdAt(),
                        "attempt", task.attempt(),
                        "result", task.result(),
                        "error", task.error()))
                .toList();
        return new Reply(jobs.size() + " print jobs", jobs);
    }

    private Object save(Call call, UUID id) {
        var body = call.body(TemplateBody.class);
        var subject = body.subject() == null ? Subject.PART : one(Subject.class, "subject", body.subject());
        var code = subject == Subject.PART ? "{part_id}" : "{location_id}";
        var template = new LabelTemplate(
                id,
                body.name(),
                subject,
                Labels.size(body.size()).id(),
                body.layout() == null ? Layout.QR_LEFT : one(Layout.class, "layout", body.layout()),
                body.text() == null ? "" : body.text(),
                body.code() == null ? code : body.code(),
                body.fontDots() == null ? 0 : body.fontDots(),
                body.turned() != null && body.turned(),
                false);
        return new Reply("Label template saved", labels.save(call.caller(), template));
    }

    private LabelTemplate known(Call call) {
        return labels.template(call.caller(), id(call.path("template_id"), "Label template"));
    }

    private Object delete(Call call) {
        var template = known(call);
        labels.delete(call.caller(), template.id());
        return new Reply("Label template deleted", template);
    }
}
