package org.gemba.assistant.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gemba.platform.db.Database;

/// The views that questions may read, and their columns.
///
/// @param views the columns of each view, in order
public record ReportCatalog(Map<String, List<String>> views) {
    public ReportCatalog {
        views = Map.copyOf(views);
    }

    /// As the database has them.
    public static ReportCatalog read(Database database) {
        return database.read(handle -> {
            var views = new TreeMap<String, List<String>>();
            handle.createQuery("select table_name, column_name from information_schema.columns"
                            + " where table_schema = 'report' order by table_name, ordinal_position")
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(column -> views.computeIfAbsent(column.getKey(), view -> new ArrayList<>())
                            .add(column.getValue()));
            return new ReportCatalog(views);
        });
    }

    boolean hasView(String name) {
        return views.containsKey(name);
    }

    Set<String> columns() {
        return views.values().stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }
}
