package org.gemba.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document of a part, kept as a file under an id of ours, or only by its address when it could not be fetched.
///
/// @param fileId the file's name in the data folder, without its extension
/// @param extension with the dot, for example `.pdf`
/// @param size in bytes; null while there is no file
/// @param downloadError why there is no file; null when nothing went wrong
public record Datasheet(
        UUID id,
        UUID partId,
        UUID fileId,
        @Nullable String originalFilename,
        String extension,
        @Nullable Long size,
        @Nullable String sourceUrl,
        @Nullable String supplier,
        @Nullable String manufacturer,
        @Nullable String title,
        @Nullable String description,
        boolean isDownloaded,
        @Nullable String downloadError,
        Instant createdAt,
        Instant updatedAt) {
    public String fileName() {
        return fileId + extension;
    }
}
