package org.gemba.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gemba.platform.error.AppError;
import org.gemba.platform.security.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files of one folder whose names we make; a name that would lie elsewhere is not found.
final class KeptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);

    private final Path folder;

    KeptFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// Writes a file and then does what makes it known; when that fails the file goes again.
    ///
    /// @throws AppError.Unavailable when it cannot be written
    <T> T keeping(String name, byte[] bytes, Supplier<T> work) {
        write(name, bytes);
        try {
            return work.get();
        } catch (RuntimeException e) {
            delete(name);
            throw e;
        }
    }

    /// On the disk when this returns.
    private void write(String name, byte[] bytes) {
        var file = inside(name).orElseThrow(() -> new IllegalArgumentException("not a name of ours: " + name));
        try {
            PrivateFile.createFolder(folder);
            var part = folder.resolve(name + ".part");
            try (var channel = Files.newByteChannel(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var buffer = java.nio.ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) channel.write(buffer);
                if (channel instanceof java.nio.channels.FileChannel disk) disk.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AppError.Unavailable("The file cannot be stored now", e);
        }
    }

    Optional<Path> find(String name) {
        return inside(name).filter(Files::isRegularFile);
    }

    void delete(String name) {
        inside(name).ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("the file {} could not be deleted: {}", name, e.getMessage());
            }
        });
    }

    /// Deletes files of ours that no name stands for and that are older.
    ///
    /// @return how many
    int deleteUnknown(Set<String> known, Instant olderThan) {
        if (!Files.isDirectory(folder)) return 0;
        int deleted = 0;
        try (var all = Files.newDirectoryStream(folder)) {
            for (var file : all) {
                var name = file.getFileName().toString();
                if (inside(name).isEmpty() || known.contains(name)) continue;
                if (Files.getLastModifiedTime(file).toInstant().isAfter(olderThan)) continue;
                delete(name);
                deleted++;
            }
        } catch (IOException e) {
            throw new AppError.Unavailable("The files cannot be looked at now", e);
        }
        return deleted;
    }

    /// Does something with a folder that is made when it is not there.
    static <T> T inFolder(Path folder, Function<Path, T> work) {
        try {
            PrivateFile.createFolder(folder);
        } catch (IOException e) {
            throw new AppError.Unavailable("The folder " + folder.getFileName() + " cannot be made", e);
        }
        return work.apply(folder);
    }

    private Optional<Path> inside(String name) {
        if (!name.matches("[0-9a-f-]{36}\\.[a-z0-9]{1,9}")) return Optional.empty();
        return Optional.of(folder.resolve(name));
    }
}
