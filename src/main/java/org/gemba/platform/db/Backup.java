package org.gemba.platform.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gemba.platform.error.AppError;
import org.gemba.platform.security.PrivateFile;
import org.gemba.platform.security.RandomToken;
import tools.jackson.databind.json.JsonMapper;

/// A consistent copy of database, images and datasheets in one file, made while everything goes on. Secrets are not in
/// it: the
/// key file, the generated passwords and `gemba.properties` stay behind, and stored secrets are in it only sealed. It
/// does hold the users with their password hashes, so only its owner can read the file.
public final class Backup {
    /// The folders of the data folder that are kept beside the database.
    static final List<String> FOLDERS = List.of("images", "datasheets");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Path folder;
    private final String program;
    private final Clock clock;

    /// @param program the version of this program
    public Backup(Database database, Path folder, String program, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.program = program;
        this.clock = clock;
    }

    /// Replaces the target only when the backup is complete and on the disk.
    ///
    /// @throws AppError.Unavailable when it cannot be written
    public BackupManifest write(Path target) {
        var file = target.toAbsolutePath();
        var part = file.resolveSibling(
                file.getFileName() + "." + RandomToken.next().substring(0, 8) + ".part");
        try {
            var script = Files.createTempFile(folder, "backup", ".sql.gz");
            try {
                PrivateFile.write(part, "");
                var manifest = write(part, script);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return manifest;
            } finally {
                Files.deleteIfExists(script);
                Files.deleteIfExists(part);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new AppError.Unavailable("The backup " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private BackupManifest write(Path part, Path script) throws IOException {
        var content = database.script(script);
        var files = new TreeMap<String, String>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(part), StandardCharsets.UTF_8)) {
            files.put(BackupManifest.DATABASE, Archive.add(zip, BackupManifest.DATABASE, script));
            for (var name : kept()) files.put(name, Archive.add(zip, name, folder.resolve(name)));
            var manifest = new BackupManifest(
                    BackupManifest.FORMAT,
                    program,
                    clock.instant(),
                    content.installation(),
                    content.schema(),
                    content.rows(),
                    files);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            sync(part);
            return manifest;
        }
    }

    /// The names of the files beside the database, with slashes.
    private List<String> kept() throws IOException {
        var names = new java.util.ArrayList<String>();
        for (var name : FOLDERS) {
            var root = folder.resolve(name);
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
