package org.gemba.platform.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gemba.platform.security.PrivateFile;
import org.jspecify.annotations.Nullable;

/// The folder with everything that one installation keeps: database, secrets, images, logs. One running program holds
/// it by a lock of the operating system, which goes with the process however that ends.
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Where the operating system wants application data to be.
    public static Path standard() {
        return standard(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path standard(String system, Map<String, String> environment, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA")
                    .or(() -> folder(environment, "APPDATA"))
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("Gemba");
        }
        if (name.startsWith("mac")) return home.resolve("Library/Application Support/Gemba");
        return folder(environment, "XDG_DATA_HOME")
                .orElse(home.resolve(".local/share"))
                .resolve("gemba");
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /// Creates the folder when it is not there, for its owner only, and holds it until closed.
    ///
    /// @throws DataFolderRefused when another program holds it, or it cannot be written
    public static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            PrivateFile.createFolder(path);
            channel = FileChannel.open(path.resolve("gemba.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) != null) return new DataFolder(path, channel);
            channel.close();
        } catch (IOException e) {
            throw new DataFolderRefused(
                    "The data folder " + path + " cannot be used: " + e.getMessage() + " ("
                            + e.getClass().getSimpleName() + ").",
                    false);
        }
        var who = RunningProgram.in(path)
                .map(program -> " (process " + program.pid() + ", port " + program.port() + ")")
                .orElse("");
        throw new DataFolderRefused(
                "Another Gemba runs with the data folder " + path + who
                        + "; close it, or give this one another --data.",
                true);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    public Path propertiesFile() {
        return path.resolve("gemba.properties");
    }

    public Path keyFile() {
        return path.resolve("secrets.key");
    }

    public Path images() {
        return path.resolve("images");
    }

    public Path datasheets() {
        return path.resolve("datasheets");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /// True when nothing was ever kept here.
    public boolean isNew() {
        return !Files.exists(path.resolve("gemba.mv.db")) && !Files.exists(path.resolve("installation"));
    }

    /// Gives the folder free for another program.
    @Override
    public void close() {
        RunningProgram.forget(path);
        try {
            channel.close();
        } catch (IOException e) {
            // the lock goes with the process
        }
    }
}
