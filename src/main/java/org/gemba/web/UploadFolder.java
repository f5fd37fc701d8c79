package org.gemba.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the parts of large uploads lie while their request lasts: a temporary folder that only this user can enter.
record UploadFolder(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

    static UploadFolder make() {
        try {
            return new UploadFolder(Files.createTempDirectory("gemba-uploads"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var left = Files.list(path)) {
            for (var file : left.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{} was not removed: {}", path, e.getMessage());
        }
    }
}
