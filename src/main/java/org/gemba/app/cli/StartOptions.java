package org.gemba.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the program was asked to start.
///
/// @param data the data folder; null for the operating system's own place
public record StartOptions(@Nullable Path data, int port, String bind, boolean demo) {
    static StartOptions of(FolderOption folder, ServerOptions server) {
        return new StartOptions(folder.data, server.port, server.bind, server.demo);
    }
}
