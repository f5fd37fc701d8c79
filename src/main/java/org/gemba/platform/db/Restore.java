package org.gemba.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gemba.platform.security.PrivateFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts a backup in the place of what a data folder holds. Everything is checked first on a copy: hashes, that the
/// database opens, that every table has its rows, that this program knows its schema. Only then are the old files
/// moved aside, never deleted. The caller holds the data folder's lock, and no database is open.
public final class Restore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final List<String> rooms;
    private final Clock clock;

    /// What was put back, and where the old files are.
    public record Restored(BackupManifest manifest, Path oldFiles) {}

    public Restore(Path folder, List<String> rooms, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.rooms = List.copyOf(rooms);
        this.clock = clock;
    }

    /// @throws DatabaseRefused when the backup cannot be used; nothing was changed then
    public Restored from(Path backup) {
        var stamp = STAMP.format(clock.instant());
        var work = folder.resolve("restore-" + stamp);
        try {
            PrivateFile.createFolder(work);
            var manifest = takeOut(backup, work);
            load(backup, manifest, work);
            return new Restored(manifest, swap(work, folder.resolve("before-restore-" + stamp), manifest));
        } catch (IOException e) {
            throw new UncheckedIOException("The backup cannot be restored: " + e.getMessage(), e);
        } finally {
            delete(work);
        }
    }

    private BackupManifest takeOut(Path backup, Path work) throws IOException {
        try (var zip = new ZipFile(backup.toFile())) {
            var entry = zip.getEntry(BackupManifest.ENTRY);
            if (entry == null) throw foreign(backup);
            BackupManifest manifest;
            try (var in = zip.getInputStream(entry)) {
                manifest = JSON.readValue(in.readAllBytes(), BackupManifest.class);
            }
            if (manifest.format() != BackupManifest.FORMAT) throw newer(backup, manifest);
            for (var file : manifest.files().entrySet()) {
                Archive.take(zip, file.getKey(), file.getValue(), work);
            }
            return manifest;
        } catch (ZipException | JacksonException e) {
            throw foreign(backup);
        }
    }

    private static DatabaseRefused foreign(Path backup) {
        return new DatabaseRefused(backup + " is not a backup made by Gemba; nothing was changed.");
    }

    private static DatabaseRefused newer(Path backup, BackupManifest manifest) {
        return new DatabaseRefused("The backup " + backup + " was made by a newer Gemba (" + manifest.program()
                + "); nothing was changed.");
    }

    /// Loads the script into a database of its own and compares; migrations run on it, so that a schema of another
    /// version shows here and not at the next start.
    private void load(Path backup, BackupManifest manifest, Path work) {
        Map<String, Long> loaded;
        try (var copy = H2Copy.create(work)) {
            copy.load(work.resolve(BackupManifest.DATABASE));
            loaded = copy.content().rows();
        } catch (SQLException | RuntimeException e) {
            throw new DatabaseRefused(
                    "The backup " + backup + " does not load (" + e.getMessage() + "); nothing was changed.", e);
        }
        if (!loaded.equals(manifest.rows())) {
            throw new DatabaseRefused(
                    "The backup " + backup + " does not hold the rows that it says; nothing was changed.");
        }
        Database.open(DatabaseSettings.embedded(work), rooms).close();
    }

    private Path swap(Path work, Path aside, BackupManifest manifest) throws IOException {
        PrivateFile.createFolder(aside);
        for (var name : replaced()) moveIfThere(folder.resolve(name), aside.resolve(name));
        for (var name : replaced()) moveIfThere(work.resolve(name), folder.resolve(name));
        if (!Files.exists(folder.resolve("installation"))) {
            throw new IOException("the restored database " + manifest.installation() + " has no marker");
        }
        return aside;
    }

    /// The marker goes last: until it is there, the folder counts as one whose database is missing.
    private static List<String> replaced() {
        return Stream.concat(
                        Stream.of("gemba.mv.db", "gemba.acknowledged"),
                        Stream.concat(Backup.FOLDERS.stream(), Stream.of("installation")))
                .toList();
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) Files.move(from, to);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
