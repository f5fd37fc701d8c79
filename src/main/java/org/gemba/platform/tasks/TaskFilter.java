package org.gemba.platform.tasks;

import java.util.Set;

/// Which tasks a list shows, newest first.
///
/// @param kinds none means every kind
/// @param states none means every state
public record TaskFilter(Set<String> kinds, Set<TaskRecord.State> states, int limit, int offset) {
    public static TaskFilter newest(int limit) {
        return new TaskFilter(Set.of(), Set.of(), limit, 0);
    }

    public TaskFilter ofKind(String kind) {
        return new TaskFilter(Set.of(kind), states, limit, offset);
    }

    public TaskFilter inStates(TaskRecord.State... wanted) {
        return new TaskFilter(kinds, Set.of(wanted), limit, offset);
    }
}
