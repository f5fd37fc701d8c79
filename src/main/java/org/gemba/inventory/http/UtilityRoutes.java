package org.gemba.inventory.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.ArchiveService;
import org.gemba.inventory.Category;
import org.gemba.inventory.ImageService;
import org.gemba.inventory.Location;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartExtras;
import org.gemba.platform.error.AppError;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.gemba.web.Upload;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// `/utility/*`: images, counts, backup and export.
public final class UtilityRoutes {
    private static final Pattern IMAGE = Pattern.compile("([0-9a-f-]{36})(\\.(png|jpe?g|gif|webp))?");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final long LARGEST_UPLOAD = (5 << 20) + (64 << 10);

    private final ArchiveService archive;
    private final ImageService images;
    private final JsonMapper json;
    private final Clock clock;

    /// @param json the family's own mapper
    public UtilityRoutes(ArchiveService archive, ImageService images, JsonMapper json, Clock clock) {
        this.archive = archive;
        this.images = images;
        this.json = json;
        this.clock = clock;
    }

    record ImageForm(Upload file) {}

    record ImageId(String imageId) {}

    record Counts(long parts, long locations, long categories) {}

    record State(
            long databaseSize,
            String lastModified,
            long totalRecords,
            long partsCount,
            long locationsCount,
            long categoriesCount) {}

    public List<Route> routes() {
        return List.of(
                Route.post(ApiFamily.INVENTORY, "/utility/upload_image", "Store a picture")
                        .needs(Permission.PARTS_UPDATE)
                        .maxBody(LARGEST_UPLOAD)
                        .oversizeIsBad()
                        .takesMultipart(ImageForm.class)
                        .answers(ImageId.class)
                        .handle(this::upload),
                Route.get(ApiFamily.INVENTORY, "/utility/get_image/{image_id}", "A stored picture")
                        .needs(Permission.PARTS_READ)
                        .pathParameter("image_id", "the id, with or without an extension")
                        .handle(this::image),
                Route.get(ApiFamily.INVENTORY, "/utility/get_counts", "How much there is")
                        .answers(Counts.class)
                        .handle(call -> {
                            var counts = archive.counts();
                            return new Reply(
                                    "Counts retrieved successfully",
                                    new Counts(counts.parts(), counts.locations(), counts.categories()));
                        }),
                Route.get(
                                ApiFamily.INVENTORY,
                                "/utility/backup/download",
                                "A consistent copy of database and files as a zip, which `gemba restore` reads")
                        .needs(Permission.BACKUP)
                        .handle(this::backup),
                Route.get(ApiFamily.INVENTORY, "/utility/backup/export", "Everything of one moment as JSON")
                        .needs(Permission.BACKUP)
                        .handle(this::export),
                Route.get(ApiFamily.INVENTORY, "/utility/backup/status", "Size and age of the database")
                        .needs(Permission.BACKUP)
                        .answers(State.class)
                        .handle(this::state));
    }

    private Object upload(Call call) throws IOException {
        var image = images.store(call.caller(), call.file("file").bytes());
        return Answer.bare(new ImageId(image.id().toString()));
    }

    private Object image(Call call) {
        var name = call.path("image_id");
        var match = IMAGE.matcher(name);
        if (!match.matches()) throw new AppError.NotFound("Image", name);
        var content = Wire.id(match.group(1))
                .flatMap(id -> images.load(call.caller(), id))
                .orElseThrow(() -> new AppError.NotFound("Image", name));
        return Answer.inline(content.mediaType(), match.group(1), content.bytes());
    }

    private Object state(Call call) {
        var state = archive.state(call.caller());
        var counts = state.counts();
        return new Reply(
                "Backup status retrieved successfully",
                new State(
                        state.databaseSize(),
                        Wire.time(state.lastModified()),
                        counts.total(),
                        counts.parts(),
                        counts.locations(),
                        counts.categories()));
    }

    private Object backup(Call call) {
        var download = archive.backup(call.caller());
        return Answer.download("gemba_backup_" + stamp() + ".zip", "application/octet-stream", download::sendTo);
    }

    private Object export(Call call) {
        call.caller().require(Permission.BACKUP);
        return Answer.download(
                "gemba_export_" + stamp() + ".json", "application/json", out -> write(call.caller(), out));
    }

    private String stamp() {
        return STAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private void write(Caller caller, OutputStream out) {
        try (var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("export_date", Wire.time(clock.instant()));
            archive.export(caller, new Writing(generator));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private record Writing(JsonGenerator generator) implements ArchiveService.Sink {
        @Override
        public void begin(List<Location> locations, List<Category> categories) {
            generator.writePOJOProperty(
                    "locations", locations.stream().map(LocationAnswer::flat).toList());
            generator.writePOJOProperty(
                    "categories",
                    categories.stream().map(CategoryRoutes.CategoryAnswer::of).toList());
            generator.writeArrayPropertyStart("parts");
        }

        @Override
        public void parts(List<Part> parts, PartExtras extras) {
            for (var part : parts) generator.writePOJO(PartAnswer.of(part, extras));
        }
    }
}
