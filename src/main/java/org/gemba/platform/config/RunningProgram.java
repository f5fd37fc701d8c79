package org.gemba.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gemba.platform.security.PrivateFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which program runs with a data folder, and where it listens: the file `running.json` in it, for the line that a
/// second program refuses to start with.
public record RunningProgram(long pid, int port) {
    private static final String FILE = "running.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Tells others that this process listens at the port on loopback; {@link DataFolder#close} takes it back.
    public static RunningProgram announce(Path folder, int port) {
        var program = new RunningProgram(ProcessHandle.current().pid(), port);
        PrivateFile.write(folder.resolve(FILE), JSON.writeValueAsString(program));
        return program;
    }

    /// The program that announced itself last; after a kill it may be gone.
    public static Optional<RunningProgram> in(Path folder) {
        try {
            return Optional.of(JSON.readValue(Files.readString(folder.resolve(FILE)), RunningProgram.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            // it is not believed without the lock
        }
    }
}
