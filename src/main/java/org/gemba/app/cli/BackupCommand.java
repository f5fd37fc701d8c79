package org.gemba.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gemba.app.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A consistent copy of database and files, also while Gemba runs.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FILE", description = "The .zip file to write; it must not exist yet.")
    private Path file;

    private final Faces faces;

    BackupCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return faces.order(
                folder.data,
                new Order("backup", Map.of("file", file.toAbsolutePath().toString())));
    }
}
