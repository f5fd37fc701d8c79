package org.gemba.platform.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gemba.platform.tasks.TaskRecord.State;
import org.jdbi.v3.core.Handle;

/// What becomes, at a start, of tasks that were running when the last program died. Nothing else runs yet, so whatever
/// the table calls running is not. A task goes on when it has attempts left or has kept a checkpoint; it is failed
/// when it has neither, or when it was interrupted again and again without getting any further.
final class Recovery {
    private static final int MOST_INTERRUPTIONS = 3;
    private static final String INTERRUPTED = "interrupted: the program ended while it was running";

    private Recovery() {}

    /// @return the tasks that were changed
    static List<TaskRecord> settle(Handle handle, Instant now) {
        handle.execute("delete from scheduled_tasks");
        var changed = new ArrayList<UUID>();
        for (var row : TaskTable.active(handle)) {
            if (row.task().state() != State.RUNNING) continue;
            settle(handle, row, now);
            changed.add(row.task().id());
        }
        return changed.stream()
                .flatMap(id -> TaskTable.find(handle, id).stream())
                .map(TaskRow::task)
                .toList();
    }

    private static void settle(Handle handle, TaskRow row, Instant now) {
        var task = row.task();
        int interruptions = row.interruptions() + 1;
        boolean attemptsLeft = task.attempt() < task.attempts();
        boolean canGoOn = (attemptsLeft || row.checkpoint() != null) && interruptions <= MOST_INTERRUPTIONS;
        if (row.cancelAsked()) {
            TaskTable.end(handle, TaskRecords.ended(task, State.CANCELLED, now, null));
        } else if (canGoOn) {
            int attempt = attemptsLeft ? task.attempt() : task.attempt() - 1;
            TaskTable.await(handle, task.id(), State.QUEUED, now, attempt, interruptions, INTERRUPTED);
        } else {
            TaskTable.end(handle, TaskRecords.ended(task, State.FAILED, now, INTERRUPTED));
        }
    }
}
