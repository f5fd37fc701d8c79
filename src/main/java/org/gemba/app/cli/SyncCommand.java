package org.gemba.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.gemba.app.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "One synchronisation from the ERP, with its progress.")
final class SyncCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 365;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOption folder = new FolderOption();

    @Option(names = "--days-back", required = true, paramLabel = "N", description = "How many days, 1 to 365.")
    private int daysBack;

    @Option(names = "--force", description = "Fetches everything of these days again.")
    private boolean force;

    private final Faces faces;

    SyncCommand(Faces faces) {
        this.faces = faces;
    }

    @Override
    public Integer call() {
        if (daysBack < 1 || daysBack > MOST_DAYS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--days-back': " + daysBack + " is not within 1 to 365");
        }
        var arguments = Map.of("days_back", String.valueOf(daysBack), "force", String.valueOf(force));
        return faces.order(folder.data, new Order("sync", arguments));
    }
}
