package org.gemba.inventory.ui.edge;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.LabelTemplate.Subject;
import org.gemba.inventory.Labels;
import org.gemba.inventory.LocationService;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartSearch;
import org.gemba.inventory.PartService;
import org.gemba.inventory.PrinterConfig;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.jspecify.annotations.Nullable;

/// A label being designed: a template, the part or location that fills it, how that looks, what is on its way to the
/// printer.
final class LabelsViewModel {
    private static final Duration TYPING = Duration.ofMillis(150);
    private static final int QUEUE = 50;
    private static final Map<String, String> SAMPLE_PART = Map.of(
            "part_name", "Ball bearing 6204-2RS 轴承",
            "part_number", "SKF-6204-2RS1",
            "description", "20 × 47 × 14 mm",
            "quantity", "125",
            "unit", "pcs",
            "location", "A-03-07",
            "category", "Bearings",
            "supplier", "SKF",
            "part_id", "0b6f9c1e-5d0f-4a53-9d0c-9f6f8f7f2a11");
    private static final Map<String, String> SAMPLE_LOCATION = Map.of(
            "location_name", "A-03-07",
            "location_path", "仓库 / A / 03 / 07",
            "description", "",
            "location_type", "bin",
            "location_id", "0b6f9c1e-5d0f-4a53-9d0c-9f6f8f7f2a12");

    private final Desk desk;
    private final Labels labels;
    private final PartService parts;
    private final PartSearch search;
    private final LocationService locations;
    private final Jobs jobs;
    private final ObjectProperty<@Nullable LabelTemplate> template = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<LabelTemplate>> templates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable BufferedImage> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<TaskRecord>> queue = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PrinterConfig> printer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AppError> printerRefused = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Map<String, String> values = SAMPLE_PART;
    private boolean sample = true;
    private Events.@Nullable Subscription heard;

    LabelsViewModel(Desk desk, Labels labels, PartService parts, PartSearch search, LocationService locations) {
        this.desk = desk;
        this.labels = labels;
        this.parts = parts;
        this.search = search;
        this.locations = locations;
        this.jobs = desk.background().jobs();
        template.addListener((property, old, now) -> {
            if (now != null && sample) values = now.subject() == Subject.PART ? SAMPLE_PART : SAMPLE_LOCATION;
            draw();
        });
    }

    ObjectProperty<@Nullable LabelTemplate> templateProperty() {
        return template;
    }

    ReadOnlyObjectProperty<List<LabelTemplate>> templatesProperty() {
        return templates.getReadOnlyProperty();
    }

    /// As it will come out of the printer; null before the first one is drawn.
    ReadOnlyObjectProperty<@Nullable BufferedImage> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<TaskRecord>> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable PrinterConfig> printerProperty() {
        return printer.getReadOnlyProperty();
    }

    /// Why a printer was not taken.
    ReadOnlyObjectProperty<@Nullable AppError> printerRefusedProperty() {
        return printerRefused.getReadOnlyProperty();
    }

    void configure(PrinterConfig wanted) {
        jobs.run(progress -> labels.configure(desk.caller().get(), wanted))
                .onSuccess(stored -> {
                    printerRefused.set(null);
                    printer.set(stored);
                    desk.notices().success(desk.language().now("inventory.printer.saved"));
                })
                .onError(AppError.class, printerRefused::set)
                .start();
    }

    /// Whose label it is, for people; empty for the sample.
    ReadOnlyStringProperty subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void onShow() {
        heard = desk.events().on(TaskChanged.class, change -> {
            if (change.task().kind().equals(Labels.KIND)) desk.background().onUi(this::loadQueue);
        });
        var caller = desk.caller().get();
        jobs.runLatest("templates", progress -> Map.entry(labels.templates(caller), labels.config(caller)))
                .onSuccess(read -> {
                    templates.set(read.getKey());
                    printer.set(read.getValue());
                    if (template.get() == null) template.set(read.getKey().getFirst());
                })
                .onError(AppError.class, this::tell)
                .start();
        loadQueue();
    }

    void onHide() {
        if (heard != null) heard.close();
        heard = null;
        jobs.cancelAll();
    }

    private void loadQueue() {
        jobs.runLatest("queue", progress -> labels.queue(desk.caller().get(), QUEUE))
                .onSuccess(queue::set)
                .onError(AppError.class, this::tell)
                .start();
    }

    /// A part's name, number or id, or a location's id or name; as typed or scanned.
    void choose(String words) {
        if (words.isBlank()) return;
        var caller = desk.caller().get();
        jobs.runLatest("choose", progress -> {
                    var id = id(words);
                    var part = id == null
                            ? search.text(caller, words.strip(), 1, 1).parts().stream()
                                    .findFirst()
                            : parts.find(caller, id);
                    if (part.isPresent()) return of(part.get());
                    var place = id == null ? locations.findByName(caller, words.strip()) : locations.find(caller, id);
                    return place.map(found -> new Chosen(
                                    found.name(),
                                    Subject.LOCATION,
                                    Labels.values(found, locations.tree(caller).pathText(found))))
                            .orElseThrow(() -> new AppError.NotFound("Part", words));
                })
                .onSuccess(this::chosen)
                .onError(AppError.class, this::tell)
                .start();
    }

    private record Chosen(String name, Subject subject, Map<String, String> values) {}

    private static Chosen of(Part part) {
        return new Chosen(part.name(), Subject.PART, Labels.values(part));
    }

    private static @Nullable UUID id(String words) {
        return words.strip().matches("[0-9a-fA-F-]{36}") ? UUID.fromString(words.strip()) : null;
    }

    private void chosen(Chosen found) {
        problem.set("");
        subject.set(found.name());
        values = found.values();
        sample = false;
        var now = template.get();
        if (now != null && now.subject() != found.subject()) {
            templates.get().stream()
                    .filter(one -> one.subject() == found.subject())
                    .findFirst()
                    .ifPresent(template::set);
        }
        draw();
    }

    private void draw() {
        var now = template.get();
        if (now == null) return;
        var filled = values;
        jobs.runLatest("draw", progress -> labels.preview(now, filled))
                .onSuccess(image -> {
                    problem.set("");
                    picture.set(image);
                })
                .onError(AppError.class, this::tell)
                .startAfter(picture.get() == null ? Duration.ZERO : TYPING);
    }

    void print(int copies) {
        var now = template.get();
        if (now == null) return;
        var job = new Labels.Job(now, List.of(values), copies);
        jobs.run(progress -> labels.print(desk.caller().get(), job))
                .onSuccess(task -> {
                    desk.notices().information(desk.language().now("inventory.labels.queued"));
                    loadQueue();
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    /// Keeps the template under a name; a built-in one becomes a new one.
    void save(String name) {
        var now = template.get();
        if (now == null) return;
        var kept = new LabelTemplate(
                now.builtIn() ? UUID.randomUUID() : now.id(),
                name.strip(),
                now.subject(),
                now.size(),
                now.layout(),
                now.text(),
                now.code(),
                now.fontDots(),
                now.turned(),
                false);
        var caller = desk.caller().get();
        jobs.run(progress -> {
                    var saved = labels.save(caller, kept);
                    return Map.entry(saved, labels.templates(caller));
                })
                .onSuccess(saved -> {
                    templates.set(saved.getValue());
                    template.set(saved.getKey());
                    desk.notices()
                            .success(desk.language()
                                    .now(
                                            "inventory.labels.saved",
                                            saved.getKey().name()));
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    private void tell(AppError error) {
        problem.set(
                error instanceof AppError.InvalidInput
                        ? String.valueOf(error.getMessage())
                        : desk.language().sentence(error));
    }
}
