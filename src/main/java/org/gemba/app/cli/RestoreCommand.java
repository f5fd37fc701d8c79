package org.gemba.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Brings a backup back; what is there now is kept aside. Gemba must not be running.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FILE", description = "The .zip file that `gemba backup` wrote.")
    private Path file;

    private final Faces faces;

    RestoreCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return faces.restore(folder.data, file.toAbsolutePath());
    }
}
