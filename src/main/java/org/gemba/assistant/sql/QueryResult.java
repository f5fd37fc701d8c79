package org.gemba.assistant.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query brought.
///
/// @param rows in the order of the columns: numbers, booleans, and everything else as text
/// @param complete false when the rest was cut off for its size
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows, boolean complete) {
    public QueryResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
