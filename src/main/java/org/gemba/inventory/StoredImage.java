package org.gemba.inventory;

import java.time.Instant;
import java.util.UUID;

/// A picture that was decoded, checked and written again by us.
///
/// @param extension without a dot: `png`, `jpg` or `gif`
/// @param size in bytes
public record StoredImage(
        UUID id, String extension, long size, int width, int height, String createdBy, Instant createdAt) {
    /// Where the API serves it.
    public String url() {
        return "/utility/get_image/" + id + "." + extension;
    }
}
