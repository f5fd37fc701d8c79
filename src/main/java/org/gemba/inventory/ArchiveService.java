package org.gemba.inventory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.data.Export;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.db.Backup;
import org.gemba.platform.error.AppError;
import org.gemba.platform.security.RandomToken;

/// Takes everything out: counts, a backup that `gemba restore` reads, an export of one moment.
public final class ArchiveService {
    private final InventoryCore core;
    private final Export export;
    private final Backup backup;
    private final DataFolder folder;

    ArchiveService(InventoryCore core, Export export, Backup backup, DataFolder folder) {
        this.core = core;
        this.export = export;
        this.backup = backup;
        this.folder = folder;
    }

    public record Counts(long parts, long locations, long categories) {
        public long total() {
            return parts + locations + categories;
        }
    }

    /// @param databaseSize of the database's file in bytes
    /// @param lastModified when it was written last
    public record State(long databaseSize, Instant lastModified, Counts counts) {}

    /// Takes what an export brings, all of it as it was at one moment: locations and categories once, parts in several
    /// calls.
    public interface Sink {
        void begin(List<Location> locations, List<Category> categories);

        void parts(List<Part> parts, PartExtras extras);
    }

    /// Any signed-in caller.
    public Counts counts() {
        return new Counts(
                core.parts().count(),
                core.locations().count(),
                core.categories().count());
    }

    public State state(Caller caller) {
        caller.require(Permission.BACKUP);
        var file = folder.path().resolve("gemba.mv.db");
        try {
            boolean isThere = Files.exists(file);
            return new State(
                    isThere ? Files.size(file) : 0,
                    isThere ? Files.getLastModifiedTime(file).toInstant() : core.now(),
                    counts());
        } catch (IOException e) {
            throw new AppError.Unavailable("The database's file cannot be looked at now", e);
        }
    }

    /// Brings everything of one moment.
    public void export(Caller caller, Sink sink) {
        caller.require(Permission.BACKUP);
        core.trail().line(caller, "export", "inventory", "all", null, counts());
        export.all(new Export.Sink() {
            @Override
            public void begin(List<Location> locations, List<Category> categories) {
                sink.begin(locations, categories);
            }

            @Override
            public void parts(List<Part> parts, Export.Extras extras) {
                sink.parts(
                        parts,
                        new PartExtras(extras.summaries(), OrderService.seen(extras.orders()), extras.datasheets()));
            }
        });
    }

    /// Writes a consistent copy of database and files, made while everything goes on.
    ///
    /// @throws AppError.Unavailable when it cannot be written
    public Download backup(Caller caller) {
        caller.require(Permission.BACKUP);
        core.trail().line(caller, "backup", "inventory", "all", null, Map.of());
        var file = folder.path().resolve("download-" + RandomToken.next().substring(0, 8) + ".zip");
        backup.write(file);
        return new Download(file);
    }

    /// A file to be sent once.
    public static final class Download {
        private final Path file;

        private Download(Path file) {
            this.file = file;
        }

        /// Sends the file and deletes it.
        public void sendTo(OutputStream out) {
            try {
                Files.copy(file, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                discard();
            }
        }

        private void discard() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
