package org.gemba.platform.db;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The database as one compressed SQL script, and what it must hold: small (without the space that a busy file has
/// not given back), and readable by later versions of the engine, which the file itself is not.
final class H2Script {
    private H2Script() {}

    /// What a script holds, counted in the transaction that wrote it.
    record Content(String installation, List<String> schema, Map<String, Long> rows) {}

    /// Writes the script. The handle is an administrator's, in a transaction that sees one state of all tables.
    static Content write(Handle handle, Path script) {
        var content = content(handle);
        handle.execute("script nopasswords nosettings to '" + quoted(script) + "' compression gzip charset 'UTF-8'");
        return content;
    }

    static void load(Handle handle, Path script) {
        handle.execute("runscript from '" + quoted(script) + "' compression gzip charset 'UTF-8'");
    }

    static Content content(Handle handle) {
        var rows = new TreeMap<String, Long>();
        handle.createQuery("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .mapTo(String.class)
                .forEach(table -> rows.put(table, count(handle, table)));
        var schema = handle.createQuery(
                        "select \"version\" from \"flyway_schema_history\" where \"version\" is not null"
                                + " order by \"installed_rank\"")
                .mapTo(String.class)
                .list();
        var installation = handle.createQuery("select cast(id as varchar) from installation")
                .mapTo(String.class)
                .one();
        return new Content(installation, schema, rows);
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from \"" + table + "\"")
                .mapTo(Long.class)
                .one();
    }

    private static String quoted(Path file) {
        return file.toAbsolutePath().toString().replace("'", "''");
    }
}
