package org.gemba.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--data`, which every command understands.
public final class FolderOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder: database, secrets, images, logs. Default: the operating system's"
                    + " application-data folder.")
    @Nullable
    Path data;
}
