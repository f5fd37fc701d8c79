package org.gemba.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemba.platform.security.PrivateFile;
import org.jdbi.v3.core.Handle;

/// Keeps a start from making an empty database over an old one. The data folder has the file `installation` with the
/// identity of its database, written after the first creation; the database has the same identity in a table.
final class Installation {
    private final Path marker;
    private final Path database;

    Installation(DatabaseSettings settings) {
        this.marker = settings.folder().resolve("installation");
        this.database = settings.file();
    }

    boolean exists() {
        return Files.exists(marker);
    }

    /// @throws DatabaseRefused when there ought to be a database and is none
    void checkFile() {
        if (!exists()) return;
        var size = size();
        if (size.isPresent() && size.get() > 0) return;
        throw new DatabaseRefused("The database " + database + (size.isPresent() ? " is empty" : " is missing")
                + ", although this data folder had one; put it back or restore a backup (or delete " + marker
                + " to begin anew with nothing).");
    }

    private Optional<Long> size() {
        try {
            return Files.exists(database) ? Optional.of(Files.size(database)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The database " + database + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// True when the program was killed while it made the database: it has no identity, and the folder no marker.
    boolean isUnfinished(Handle handle) {
        if (exists()) return false;
        var tables = tables(handle);
        return tables.contains("flyway_schema_history")
                && identity(handle, tables).isEmpty();
    }

    /// Before migrations.
    ///
    /// @throws DatabaseRefused when the open database is not the one of this folder, or none of ours
    void checkIdentity(Handle handle) {
        var tables = tables(handle);
        if (tables.isEmpty() && !exists()) return;
        var id = identity(handle, tables);
        if (id.isEmpty()) throw new DatabaseRefused("The database " + database + " is not one of Gemba's.");
        if (exists() && !id.get().toString().equals(marked())) {
            throw new DatabaseRefused(
                    "The database " + database + " belongs to another data folder; put the right one back"
                            + " or restore a backup (or delete " + marker + " to accept this one).");
        }
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("select table_name from information_schema.tables where table_schema = 'public'")
                .mapTo(String.class)
                .list();
    }

    private static Optional<UUID> identity(Handle handle, List<String> tables) {
        return tables.contains("installation") ? identity(handle) : Optional.empty();
    }

    private String marked() {
        try {
            return Files.readString(marker).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + marker + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// After migrations: gives a new database its identity, and the folder its marker.
    ///
    /// @return the identity
    UUID settle(Handle handle) {
        var id = identity(handle).orElseGet(() -> {
            var made = UUID.randomUUID();
            handle.execute("insert into installation (id, created_at) values (?, current_timestamp)", made);
            return made;
        });
        return id;
    }

    /// Once the identity is on the disk.
    void mark(UUID id) {
        if (!exists()) PrivateFile.write(marker, id + "\n");
    }

    private static Optional<UUID> identity(Handle handle) {
        return handle.createQuery("select id from installation order by created_at limit 1")
                .mapTo(UUID.class)
                .findOne();
    }
}
