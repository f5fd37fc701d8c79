package org.gemba.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `desktop` and `serve` have in common besides the data folder.
public final class ServerOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; default ${DEFAULT-VALUE}. Another one opens Gemba to the LAN.")
    String bind;

    @Option(
            names = "--demo",
            description = "Fills an empty data folder with the sample factory and starts its simulators; listens on"
                    + " loopback only.")
    boolean demo;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on; default ${DEFAULT-VALUE}; 0 takes a free one.")
    void setPort(int number) {
        if (number < 0 || number > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--port': " + number + " is not within 0 to 65535");
        }
        port = number;
    }
}
