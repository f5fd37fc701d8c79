package org.gemba.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A copy of the file while migrations change its schema, as H2 cannot take a half-done one back. The copy that lies
/// under the name of an upgrade in progress is the valid database, also after a kill; once the upgrade is done it is
/// kept under another name until the next one.
final class Upgrade {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final Path database;
    private final Path inProgress;
    private final Path kept;

    Upgrade(DatabaseSettings settings) {
        this.database = settings.file();
        this.inProgress = settings.folder().resolve("gemba.upgrade-in-progress.mv.db");
        this.kept = settings.folder().resolve("gemba.before-upgrade.mv.db");
    }

    /// The database is closed.
    void begin() {
        try {
            var part = inProgress.resolveSibling(inProgress.getFileName() + ".part");
            Files.copy(database, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(part, inProgress);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The database " + database + " cannot be copied before it is brought up to date (" + e.getMessage()
                            + "); is there room on the disk? It was left as it is.",
                    e);
        }
    }

    /// The migrations are on the disk.
    void done() {
        if (!Files.exists(inProgress)) return;
        try {
            move(inProgress, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts the copy of an upgrade that was not finished back into its place. The database is closed.
    void takeBack() {
        if (!Files.exists(inProgress)) return;
        LOG.warn("an upgrade of {} was not finished; it is taken back", database);
        try {
            move(inProgress, database);
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The unfinished upgrade " + inProgress + " cannot be taken back (" + e.getMessage() + ").", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
