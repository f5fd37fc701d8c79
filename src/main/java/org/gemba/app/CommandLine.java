package org.gemba.app;

import org.gemba.app.cli.ExitCode;
import org.gemba.app.cli.Faces;
import org.gemba.app.cli.GembaCommand;
import org.gemba.app.cli.Terminal;
import picocli.CommandLine.IFactory;

/// What the words after `gemba` mean.
public final class CommandLine {
    private CommandLine() {}

    public static void main(String[] args) {
        System.exit(run(args, new Program(Terminal.ofProcess())));
    }

    /// @return the exit code
    static int run(String[] args, Faces faces) {
        IFactory factory = new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (var constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Faces.class) {
                        constructor.setAccessible(true);
                        return type.cast(constructor.newInstance(faces));
                    }
                }
                return picocli.CommandLine.defaultFactory().create(type);
            }
        };
        var commands = new picocli.CommandLine(new GembaCommand(faces), factory);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((problem, words) -> {
            faces.terminal().complain(problem.getMessage() + ". See --help.");
            return ExitCode.WRONG_USE;
        });
        return commands.execute(args);
    }
}
