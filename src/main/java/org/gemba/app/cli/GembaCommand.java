package org.gemba.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gemba` without a command: the desktop with the embedded server.
@Command(
        name = "gemba",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "An operations workstation for factories: desktop, database, workers and five REST APIs.",
        footer = "Without a command: the desktop with the embedded server.",
        subcommands = {
            DesktopCommand.class,
            ServeCommand.class,
            UserCommand.class,
            SyncCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class GembaCommand implements Callable<Integer> {
    @Mixin
    private FolderOption folder = new FolderOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    private final Faces faces;

    public GembaCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return faces.desktop(StartOptions.of(folder, server));
    }
}
