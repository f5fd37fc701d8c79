package org.gemba.platform.tasks;

import java.time.Instant;
import java.util.Set;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.jspecify.annotations.Nullable;

/// Which tasks a list shows, newest first unless said otherwise.
///
/// @param kinds none means every kind
/// @param states none means every state
/// @param priorities none means every priority
/// @param owner only this user's, by id; null for everybody's
/// @param since only those that were created then or later; null for all
public record TaskFilter(
        Set<String> kinds,
        Set<TaskRecord.State> states,
        Set<Priority> priorities,
        @Nullable String owner,
        @Nullable Instant since,
        Order order,
        boolean isDescending,
        int limit,
        int offset) {
    /// What a list is ordered by.
    public enum Order {
        CREATED("created_at"),
        STARTED("started_at"),
        FINISHED("finished_at"),
        PRIORITY("priority"),
        STATE("state"),
        KIND("kind"),
        TITLE("title"),
        PROGRESS("progress");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    public static TaskFilter newest(int limit) {
        return new TaskFilter(Set.of(), Set.of(), Set.of(), null, null, Order.CREATED, true, limit, 0);
    }

    public TaskFilter ofKind(String kind) {
        return ofKinds(Set.of(kind));
    }

    public TaskFilter ofKinds(Set<String> wanted) {
        return new TaskFilter(wanted, states, priorities, owner, since, order, isDescending, limit, offset);
    }

    public TaskFilter inStates(TaskRecord.State... wanted) {
        return inStates(Set.of(wanted));
    }

    public TaskFilter inStates(Set<TaskRecord.State> wanted) {
        return new TaskFilter(kinds, wanted, priorities, owner, since, order, isDescending, limit, offset);
    }

    public TaskFilter ofPriorities(Set<Priority> wanted) {
        return new TaskFilter(kinds, states, wanted, owner, since, order, isDescending, limit, offset);
    }

    public TaskFilter ownedBy(@Nullable String user) {
        return new TaskFilter(kinds, states, priorities, user, since, order, isDescending, limit, offset);
    }

    public TaskFilter createdSince(Instant at) {
        return new TaskFilter(kinds, states, priorities, owner, at, order, isDescending, limit, offset);
    }

    public TaskFilter orderedBy(Order by, boolean descending) {
        return new TaskFilter(kinds, states, priorities, owner, since, by, descending, limit, offset);
    }

    public TaskFilter from(int skipped) {
        return new TaskFilter(kinds, states, priorities, owner, since, order, isDescending, limit, skipped);
    }
}
