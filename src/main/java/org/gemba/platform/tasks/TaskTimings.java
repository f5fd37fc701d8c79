package org.gemba.platform.tasks;

import java.time.Duration;
import org.gemba.platform.events.Events;
import org.gemba.platform.metrics.Metrics;

/// Counts how long tasks of each kind take, by how they end.
public final class TaskTimings {
    private TaskTimings() {}

    public static Events.Subscription count(Events events, Metrics metrics) {
        return events.on(TaskChanged.class, change -> {
            var task = change.task();
            var started = task.startedAt();
            var finished = task.finishedAt();
            if (!task.state().isOver() || started == null || finished == null) return;
            metrics.record(Metrics.TASK, task.kind(), task.state().name(), Duration.between(started, finished));
        });
    }
}
