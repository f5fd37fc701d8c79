package org.gemba.app;

import java.nio.file.Path;
import org.gemba.app.cli.ExitCode;
import org.gemba.app.cli.Faces;
import org.gemba.app.cli.StartOptions;
import org.gemba.app.cli.Terminal;
import org.gemba.app.control.Order;
import org.jspecify.annotations.Nullable;

final class Program implements Faces {
    private final Terminal terminal;

    Program(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int desktop(StartOptions options) {
        terminal.say(options.toString());
        return ExitCode.DONE;
    }

    @Override
    public int serve(StartOptions options) {
        terminal.say(options.toString());
        return ExitCode.DONE;
    }

    @Override
    public int order(@Nullable Path data, Order order) {
        terminal.say(order.toString());
        return ExitCode.DONE;
    }

    @Override
    public int restore(@Nullable Path data, Path file) {
        return ExitCode.DONE;
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }
}
