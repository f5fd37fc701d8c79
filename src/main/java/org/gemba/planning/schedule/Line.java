package org.gemba.planning.schedule;

import java.util.List;

/// A production line or machine: one job at a time.
///
/// @param open regular working time without maintenance, in order and apart; what is needed beyond the last window is
///     taken as open, so give enough of them
/// @param overtime time that may be opened besides, in order and apart from the regular time
/// @param overtimePerWeek how many minutes of it may be opened in each week of seven days from minute 0
public record Line(String id, List<Window> open, List<Window> overtime, int overtimePerWeek) {
    private static final int END_OF_TIME = 1 << 29;

    public Line {
        open = List.copyOf(open);
        overtime = List.copyOf(overtime);
    }

    /// A line that never stops.
    public static Line alwaysOpen(String id) {
        return new Line(id, List.of(new Window(0, END_OF_TIME)), List.of(), 0);
    }
}
