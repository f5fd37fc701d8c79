package org.gemba.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the program was asked to start.
///
/// @param data the data folder; null for the operating system's own place
public record StartOptions(@Nullable Path data, int port, String bind, boolean demo) {
    /// The same start with the sample factory, in its own folder and on loopback.
    public StartOptions forSample(Path folder) {
        return new StartOptions(folder, port, "127.0.0.1", true);
    }

    static StartOptions of(FolderOption folder, ServerOptions server) {
        return new StartOptions(folder.data, server.port, server.bind, server.demo);
    }
}
