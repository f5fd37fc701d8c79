package org.gemba.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "desktop",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The desktop with the embedded server; where no display exists, the server alone.")
final class DesktopCommand implements Callable<Integer> {
    @Mixin
    private FolderOption folder = new FolderOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    private final Faces faces;

    DesktopCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Integer call() {
        return faces.desktop(StartOptions.of(folder, server));
    }
}
