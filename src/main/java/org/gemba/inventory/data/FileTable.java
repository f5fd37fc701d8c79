package org.gemba.inventory.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.Datasheet;
import org.gemba.inventory.StoredImage;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// What is known of datasheets and images; the files themselves lie in the data folder.
public final class FileTable {
    private final Database database;

    public FileTable(Database database) {
        this.database = database;
    }

    public void insert(Datasheet sheet) {
        database.write(handle -> handle.createUpdate("""
                        insert into inv_datasheet (id, part_id, file_uuid, original_filename, file_extension, file_size,
                            source_url, supplier, manufacturer, title, description, is_downloaded, download_error,
                            created_at, updated_at)
                        values (:id, :partId, :fileId, :originalFilename, :extension, :size, :sourceUrl, :supplier,
                            :manufacturer, :title, :description, :isDownloaded, :downloadError, :createdAt,
                            :updatedAt)""").bindMethods(sheet).execute());
    }

    /// Replaces a row under the same id.
    public void update(Datasheet sheet) {
        database.together(() -> {
            deleteDatasheet(sheet.id());
            insert(sheet);
            return sheet.id();
        });
    }

    public void deleteDatasheet(UUID id) {
        database.write(handle -> handle.execute("delete from inv_datasheet where id = ?", id));
    }

    public Optional<Datasheet> findDatasheet(UUID id) {
        return database.read(handle -> handle.createQuery("select * from inv_datasheet where id = :id")
                .bind("id", id)
                .map(FileTable::datasheet)
                .findOne());
    }

    public List<Datasheet> datasheetsOf(UUID part) {
        return datasheetsOf(List.of(part)).getOrDefault(part, List.of());
    }

    public Map<UUID, List<Datasheet>> datasheetsOf(List<UUID> parts) {
        return database.read(handle -> datasheetsOf(handle, parts));
    }

    static Map<UUID, List<Datasheet>> datasheetsOf(Handle handle, List<UUID> parts) {
        var found = new HashMap<UUID, List<Datasheet>>();
        for (var some : PartTable.slices(parts)) {
            handle.createQuery("select * from inv_datasheet where part_id in (<ids>) order by created_at, id")
                    .bindList("ids", some)
                    .map(FileTable::datasheet)
                    .forEach(sheet -> found.computeIfAbsent(sheet.partId(), id -> new ArrayList<>())
                            .add(sheet));
        }
        return found;
    }

    public void insert(StoredImage image) {
        database.write(handle -> handle.createUpdate("""
                        insert into inv_image (id, extension, size, width, height, created_by, created_at)
                        values (:id, :extension, :size, :width, :height, :createdBy, :createdAt)""").bindMethods(image).execute());
    }

    public Optional<StoredImage> findImage(UUID id) {
        return database.read(handle -> handle.createQuery("select * from inv_image where id = :id")
                .bind("id", id)
                .map(FileTable::image)
                .findOne());
    }

    /// How many bytes of images somebody has put here.
    public long imageBytesOf(String owner) {
        return database.read(
                handle -> handle.createQuery("select coalesce(sum(size), 0) from inv_image where created_by = :owner")
                        .bind("owner", owner)
                        .mapTo(Long.class)
                        .one());
    }

    private static Datasheet datasheet(ResultSet row, StatementContext context) throws SQLException {
        return new Datasheet(
                row.getObject("id", UUID.class),
                row.getObject("part_id", UUID.class),
                row.getObject("file_uuid", UUID.class),
                row.getString("original_filename"),
                row.getString("file_extension"),
                row.getObject("file_size", Long.class),
                row.getString("source_url"),
                row.getString("supplier"),
                row.getString("manufacturer"),
                row.getString("title"),
                row.getString("description"),
                row.getBoolean("is_downloaded"),
                row.getString("download_error"),
                Numbers.instant(row, "created_at"),
                Numbers.instant(row, "updated_at"));
    }

    private static StoredImage image(ResultSet row, StatementContext context) throws SQLException {
        return new StoredImage(
                row.getObject("id", UUID.class),
                row.getString("extension"),
                row.getLong("size"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("created_by"),
                Numbers.instant(row, "created_at"));
    }
}
