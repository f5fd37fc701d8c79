package org.gemba.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The embedded server and the background workers, no desktop.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private FolderOption folder = new FolderOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    private final Faces faces;

    ServeCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return faces.serve(StartOptions.of(folder, server));
    }
}
