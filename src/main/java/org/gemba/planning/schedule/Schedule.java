package org.gemba.planning.schedule;

import java.util.Comparator;
import java.util.List;

/// A complete schedule.
///
/// @param placements one a job, in the order of the jobs
/// @param openedOvertime for each line the minutes of overtime that are opened in each week
public record Schedule(List<Placement> placements, List<List<Integer>> openedOvertime, Figures figures) {
    public Schedule {
        placements = List.copyOf(placements);
        openedOvertime = List.copyOf(openedOvertime);
    }

    /// What runs on a line, in its order.
    public List<Placement> on(int line) {
        return placements.stream()
                .filter(placement -> placement.line() == line)
                .sorted(Comparator.comparingInt(Placement::start).thenComparingInt(Placement::end))
                .toList();
    }
}
