package org.gemba.inventory;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.data.TemplateTable;
import org.gemba.inventory.label.LabelRenderer;
import org.gemba.inventory.label.PrintFailed;
import org.gemba.inventory.label.Printers;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;

/// Draws and prints labels. Printing is a task: a printer that is off gets the label when it is on again.
public final class Labels {
    public static final String KIND = "inventory.print";
    private static final String CONFIG = "printer";
    private static final int MOST_LABELS = 500;
    private static final int MOST_COPIES = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_DOTS = 600;
    private static final int LEAST_DPI = 100;
    private static final int MOST_DPI = 1200;
    private static final int ATTEMPTS = 10;
    private static final Duration BACKOFF = Duration.ofSeconds(5);

    private final InventoryCore core;
    private final TemplateTable templates;
    private final Configs configs;
    private final Supplier<PrinterConfig> standard;
    private final Supplier<Tasks> tasks;
    private final Path folder;
    private final TaskWatch watch;
    private final LabelRenderer renderer = new LabelRenderer();
    private final TaskKind<Job> kind;

    /// Labels on their way to the printer. The printer is the one of the moment of printing, so that a job waits for
    /// whoever mends the address.
    ///
    /// @param labels the values of the template's fields, a map for each label
    public record Job(LabelTemplate template, List<Map<String, String>> labels, int copies) {
        public Job {
            labels = List.copyOf(labels);
        }
    }

    /// @param standard the printer until somebody configures one
    /// @param folder where PDF files go
    Labels(
            InventoryCore core,
            TemplateTable templates,
            Configs configs,
            Supplier<PrinterConfig> standard,
            Supplier<Tasks> tasks,
            Path folder) {
        this.core = core;
        this.templates = templates;
        this.configs = configs;
        this.standard = standard;
        this.tasks = tasks;
        this.folder = folder;
        this.watch = new TaskWatch(tasks, core.events());
        this.kind = new TaskKind<>(KIND, Job.class, this::work, ATTEMPTS, BACKOFF, TaskKind.Overlap.ALLOWED);
    }

    TaskKind<Job> kind() {
        return kind;
    }

    /// The built-in ones, then those that people made, by name.
    public List<LabelTemplate> templates(Caller caller) {
        caller.require(Permission.PARTS_READ);
        var all = new ArrayList<>(LabelTemplates.BUILT_IN);
        all.addAll(templates.list());
        return all;
    }

    public LabelTemplate template(Caller caller, UUID id) {
        return templates(caller).stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppError.NotFound("Label template", id.toString()));
    }

    /// Adds a template, or replaces the one with its id. A built-in one cannot be replaced.
    ///
    /// @throws AppError.Conflict when the name is taken
    public LabelTemplate save(Caller caller, LabelTemplate template) {
        caller.require(Permission.PARTS_UPDATE);
        checked(template);
        return core.database().together(() -> {
            var before = templates.find(template.id()).orElse(null);
            for (var other : templates(caller)) {
                if (other.id().equals(template.id()) && other.builtIn()) {
                    throw new AppError.Conflict("A built-in template is not changed; save it under another name");
                }
                if (!other.id().equals(template.id()) && other.name().equals(template.name())) {
                    throw new AppError.Conflict("A template with the name '" + template.name() + "' already exists");
                }
            }
            templates.put(template);
            core.trail()
                    .line(
                            caller,
                            before == null ? "create" : "update",
                            "label template",
                            template.id(),
                            before,
                            template);
            return template;
        });
    }

    public void delete(Caller caller, UUID id) {
        caller.require(Permission.PARTS_UPDATE);
        core.database().together(() -> {
            var before = templates.find(id).orElseThrow(() -> new AppError.NotFound("Label template", id.toString()));
            templates.delete(id);
            core.trail().line(caller, "delete", "label template", id, before, null);
            return id;
        });
    }

    private static void checked(LabelTemplate template) {
        new Rules()
                .required("name", template.name(), LONGEST_NAME)
                .atMost("text", template.text(), LONGEST_TEXT)
                .atMost("code", template.code(), LONGEST_TEXT)
                .check(
                        template.fontDots() >= 0 && template.fontDots() <= MOST_DOTS,
                        "font_dots",
                        template.fontDots(),
                        "must be 0 to " + MOST_DOTS)
                .enforce();
        size(template.size());
    }

    /// @throws AppError.InvalidInput for a size that is not known
    public static LabelSize size(String id) {
        return LabelSize.named(id)
                .orElseThrow(() ->
                        new AppError.InvalidInput(FieldError.body("label_size", id, new Rule.OneOf(LabelSize.ids()))));
    }

    /// What the fields of a template are for this part.
    public static Map<String, String> values(Part part) {
        return LabelTemplates.values(part);
    }

    /// What the fields of a template are for this location.
    public static Map<String, String> values(Location location, String path) {
        return LabelTemplates.values(location, path);
    }

    /// How it will look: black dots on white.
    ///
    /// @throws AppError.InvalidInput when the code holds more than a QR code can
    public BufferedImage preview(LabelTemplate template, Map<String, String> values) {
        try {
            return renderer.render(template, size(template.size()), values);
        } catch (IllegalArgumentException e) {
            throw new AppError.InvalidInput(
                    FieldError.body("code", null, new Rule.Broken("is too long for a QR code")));
        }
    }

    /// Queues labels.
    ///
    /// @throws AppError.InvalidInput for an unknown size, too many labels or copies, or a code that is too long
    public UUID print(Caller caller, Job job) {
        caller.require(Permission.LABELS_PRINT);
        checked(job.template());
        new Rules()
                .check(!job.labels().isEmpty(), "labels", null, "must be at least one")
                .check(
                        job.labels().size() <= MOST_LABELS,
                        "labels",
                        job.labels().size(),
                        "may be " + MOST_LABELS)
                .check(
                        job.copies() >= 1 && job.copies() <= MOST_COPIES,
                        "copies",
                        job.copies(),
                        "must be 1 to " + MOST_COPIES)
                .enforce();
        preview(job.template(), job.labels().getFirst());
        return tasks.get().submit(kind, job, caller.username());
    }

    private String work(Job job, TaskContext context) {
        var size = size(job.template().size());
        var images = new ArrayList<BufferedImage>();
        for (var values : job.labels()) {
            context.checkCancelled();
            images.add(preview(job.template(), values));
        }
        context.progress(30, "print", "");
        var config = config();
        var file = folder.resolve("labels-" + context.taskId() + ".pdf");
        try {
            var where = Printers.of(config, file).print(images, size, job.copies());
            return images.size() * job.copies() + " labels: " + where;
        } catch (PrintFailed e) {
            var words = String.valueOf(e.getMessage());
            if (e.isPassing()) throw new AppError.UpstreamUnavailable("printer", words, e);
            throw new AppError.Unprocessable(words);
        }
    }

    /// Waits a moment for what comes of a job: done, failed, or waiting for the printer.
    public Optional<TaskRecord> settled(UUID job, Duration most) {
        return watch.settled(job, most);
    }

    /// Jobs that wait, run or are over, newest first.
    public List<TaskRecord> queue(Caller caller, int limit) {
        caller.require(Permission.PARTS_READ);
        return tasks.get().list(TaskFilter.newest(limit).ofKind(KIND));
    }

    private PrinterConfig config() {
        return configs.read(CONFIG, PrinterConfig.class, standard);
    }

    public PrinterConfig config(Caller caller) {
        caller.require(Permission.PARTS_READ);
        return config();
    }

    /// Whether somebody stored one.
    public boolean isConfigured(Caller caller) {
        caller.require(Permission.PARTS_READ);
        return configs.isStored(CONFIG);
    }

    /// Only for administrators, because a printer's address is one inside the network.
    ///
    /// @throws AppError.InvalidInput for an address that is none, an unknown model, a resolution or scale out of range
    public PrinterConfig configure(Caller caller, PrinterConfig config) {
        caller.require(Permission.SETTINGS_WRITE);
        var rules = new Rules()
                .atMost("printer_identifier", config.printerIdentifier(), LONGEST_NAME)
                .check(
                        config.dpi() >= LEAST_DPI && config.dpi() <= MOST_DPI,
                        "dpi",
                        config.dpi(),
                        "must be " + LEAST_DPI + " to " + MOST_DPI)
                .check(isScale(config.scalingFactor()), "scaling_factor", config.scalingFactor(), "must be 0.5 to 2")
                .check(
                        PrinterConfig.MODELS.contains(config.model()) || config.driver() == PrinterConfig.Driver.ZPL,
                        "model",
                        config.model(),
                        "must be one of " + String.join(", ", PrinterConfig.MODELS));
        rules.enforce();
        var faults = Printers.faults(config);
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        configs.write(caller, CONFIG, config, config(), config);
        return config;
    }

    private static boolean isScale(BigDecimal factor) {
        return factor.compareTo(new BigDecimal("0.5")) >= 0 && factor.compareTo(BigDecimal.TWO) <= 0;
    }

    /// Names of the operating system's printers.
    public List<String> systemPrinters() {
        return Printers.system();
    }
}
