package org.gemba.platform.tasks;

import java.util.Map;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.gemba.platform.tasks.TaskRecord.State;

/// How many tasks there are; of each kind, state and priority only those that occur.
///
/// @param completedSince completed since the time that was asked for
public record TaskStatistics(
        long total,
        Map<State, Long> byState,
        Map<String, Long> byKind,
        Map<Priority, Long> byPriority,
        long completedSince) {
    public TaskStatistics {
        byState = Map.copyOf(byState);
        byKind = Map.copyOf(byKind);
        byPriority = Map.copyOf(byPriority);
    }
}
