package org.gemba.fx.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a grid is asked to show: everything that a saved view keeps beside the columns.
///
/// @param sorts the first is the most important
/// @param filters by column id, as typed into the filter row
/// @param quick words that must all occur somewhere in the row
/// @param groupBy the id of the column to group by; empty for none
/// @param collapsed the titles of the groups whose rows are folded away
public record GridQuery(
        List<Sort> sorts, Map<String, String> filters, String quick, String groupBy, Set<String> collapsed) {
    public static final GridQuery ALL = new GridQuery(List.of(), Map.of(), "", "", Set.of());

    /// One column to sort by; empty cells come last either way.
    public record Sort(String columnId, boolean ascending) {}

    public GridQuery {
        sorts = List.copyOf(sorts);
        filters = Map.copyOf(filters);
        collapsed = Set.copyOf(collapsed);
    }

    public GridQuery sortedBy(List<Sort> newSorts) {
        return new GridQuery(newSorts, filters, quick, groupBy, collapsed);
    }

    public GridQuery filtered(String columnId, String text) {
        var changed = new HashMap<>(filters);
        if (text.isBlank()) changed.remove(columnId);
        else changed.put(columnId, text);
        return new GridQuery(sorts, changed, quick, groupBy, collapsed);
    }

    public GridQuery quickly(String text) {
        return new GridQuery(sorts, filters, text, groupBy, collapsed);
    }

    public GridQuery groupedBy(String columnId) {
        return new GridQuery(sorts, filters, quick, columnId, Set.of());
    }

    public GridQuery folding(String title) {
        var changed = new java.util.HashSet<>(collapsed);
        if (!changed.remove(title)) changed.add(title);
        return new GridQuery(sorts, filters, quick, groupBy, changed);
    }

    public boolean isFiltering() {
        return !filters.isEmpty() || !quick.isBlank();
    }
}
