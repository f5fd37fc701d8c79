package org.gemba.platform.db;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup says about itself.
///
/// @param format of the archive, 1
/// @param program the version that made it
/// @param schema the applied migrations, for example `1.001`
/// @param rows the number of rows of each table
/// @param files every other entry of the archive with its SHA-256 in hexadecimal
public record BackupManifest(
        int format,
        String program,
        Instant madeAt,
        String installation,
        List<String> schema,
        Map<String, Long> rows,
        Map<String, String> files) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String DATABASE = "database.sql.gz";

    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
