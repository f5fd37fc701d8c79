package org.gemba.fx.grid;

import java.util.List;

/// What a user keeps of a grid: its columns in order and what it shows.
public record GridView(List<ShownColumn> columns, GridQuery query) {
    /// @param width in pixels at the font scale of the moment; 0 for the column's own
    public record ShownColumn(String id, boolean shown, double width) {}

    public GridView {
        columns = List.copyOf(columns);
    }
}
