package org.gemba.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Data sheets of parts: PDF files, or only addresses when the file cannot be had.
public final class DatasheetService {
    private static final int MOST_BYTES = 20 << 20;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_ERROR = 500;
    private static final String PDF = ".pdf";

    private final InventoryCore core;
    private final KeptFiles files;

    DatasheetService(InventoryCore core, KeptFiles files) {
        this.core = core;
        this.files = files;
    }

    /// What is known of a data sheet beside its bytes.
    ///
    /// @param originalFilename only shown, never used as a path
    public record About(
            UUID partId,
            @Nullable String originalFilename,
            @Nullable String sourceUrl,
            @Nullable String supplier,
            @Nullable String manufacturer,
            @Nullable String title,
            @Nullable String description) {}

    /// Keeps a PDF.
    ///
    /// @throws AppError.InvalidInput when it is no PDF
    /// @throws AppError.TooLarge for more than 20 MB
    /// @throws AppError.NotFound for an unknown part
    public Datasheet store(Caller caller, About about, byte[] bytes) {
        caller.require(Permission.PARTS_UPDATE);
        if (bytes.length > MOST_BYTES) throw new AppError.TooLarge("A data sheet may have 20 MB");
        if (!isPdf(bytes)) {
            throw new AppError.InvalidInput(FieldError.body("file", null, new Rule.Broken("must be a PDF")));
        }
        checked(about);
        var sheet = sheet(about, (long) bytes.length, null);
        return files.keeping(sheet.fileName(), bytes, () -> core.database().together(() -> keep(caller, sheet)));
    }

    /// Keeps only the address of a data sheet that could not be had, and why.
    public Datasheet remember(Caller caller, About about, String error) {
        caller.require(Permission.PARTS_UPDATE);
        checked(about);
        return core.database()
                .together(() -> keep(
                        caller,
                        sheet(
                                about,
                                null,
                                error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)));
    }

    private Datasheet keep(Caller caller, Datasheet sheet) {
        if (core.parts().find(sheet.partId()).isEmpty()) {
            throw new AppError.NotFound("Part", sheet.partId().toString());
        }
        core.files().insert(sheet);
        core.trail().line(caller, "create", "datasheet", sheet.id(), null, sheet);
        core.announce(new PartsChanged());
        return sheet;
    }

    /// Readers look for the mark in the first kilobyte (ISO 32000, annex H).
    private static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static void checked(About about) {
        new Rules()
                .atMost("original_filename", about.originalFilename(), LONGEST_TITLE)
                .atMost("source_url", about.sourceUrl(), 2000)
                .atMost("supplier", about.supplier(), LONGEST_TEXT)
                .atMost("manufacturer", about.manufacturer(), LONGEST_TEXT)
                .atMost("title", about.title(), LONGEST_TITLE)
                .enforce();
    }

    private Datasheet sheet(About about, @Nullable Long size, @Nullable String error) {
        return new Datasheet(
                UUID.randomUUID(),
                about.partId(),
                UUID.randomUUID(),
                about.originalFilename(),
                PDF,
                size,
                about.sourceUrl(),
                about.supplier(),
                about.manufacturer(),
                about.title(),
                about.description(),
                size != null,
                error,
                core.now(),
                core.now());
    }

    public List<Datasheet> of(Caller caller, UUID part) {
        caller.require(Permission.PARTS_READ);
        return core.files().datasheetsOf(part);
    }

    /// The file; none when only its address is kept.
    public Optional<byte[]> load(Caller caller, UUID id) {
        caller.require(Permission.PARTS_READ);
        return core.files()
                .findDatasheet(id)
                .flatMap(sheet -> files.find(sheet.fileName()))
                .map(file -> {
                    try {
                        return Files.readAllBytes(file);
                    } catch (IOException e) {
                        throw new AppError.Unavailable("The data sheet cannot be read now", e);
                    }
                });
    }

    public void delete(Caller caller, UUID id) {
        caller.require(Permission.PARTS_UPDATE);
        var gone = core.database().together(() -> {
            var sheet =
                    core.files().findDatasheet(id).orElseThrow(() -> new AppError.NotFound("Datasheet", id.toString()));
            core.files().deleteDatasheet(id);
            core.trail().line(caller, "delete", "datasheet", id, sheet, null);
            core.announce(new PartsChanged());
            return sheet;
        });
        files.delete(gone.fileName());
    }
}
