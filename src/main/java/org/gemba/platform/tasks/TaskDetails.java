package org.gemba.platform.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody may say of a task beside its kind and payload.
///
/// @param title what people call it; null for the title of its kind
/// @param priority of several tasks that are due, the more urgent run first
/// @param timeout how long one attempt may run before it is stopped and failed; null for as long as it takes
/// @param mostRetries how often people may run it again after it failed
/// @param retries how often they have
/// @param notBefore when it may begin; null for at once
/// @param owner the id of the user whose task it is; null for the program's own
/// @param relatedType what kind of thing it is about, for example `part`
/// @param parentId the task that made this one
/// @param dependsOn tasks that must be completed before; if one of them fails, so does this one
public record TaskDetails(
        @Nullable String title,
        @Nullable String description,
        Priority priority,
        @Nullable Duration timeout,
        int mostRetries,
        int retries,
        @Nullable Instant notBefore,
        @Nullable String owner,
        @Nullable String relatedType,
        @Nullable String relatedId,
        @Nullable UUID parentId,
        List<UUID> dependsOn) {
    private static final int STANDARD_RETRIES = 3;

    public TaskDetails {
        dependsOn = List.copyOf(dependsOn);
    }

    /// From the one that can wait to the one that cannot.
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT;

        /// As the database keeps it: 0 is normal.
        int rank() {
            return ordinal() - NORMAL.ordinal();
        }

        static Priority ofRank(int rank) {
            return values()[Math.clamp(rank + NORMAL.ordinal(), 0, URGENT.ordinal())];
        }
    }

    /// Nothing in particular.
    public static TaskDetails plain() {
        return new TaskDetails(
                null, null, Priority.NORMAL, null, STANDARD_RETRIES, 0, null, null, null, null, null, List.of());
    }
}
