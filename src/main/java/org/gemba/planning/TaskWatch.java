package org.gemba.planning;

import org.gemba.planning.schedule.SearchWatch;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;

/// Lets a task's cancellation end a search, and shows the search's progress with the task.
final class TaskWatch implements SearchWatch {
    private static final int LAST_PERCENT = 90;

    private final TaskContext context;
    private int percent = -1;

    TaskWatch(TaskContext context) {
        this.context = context;
    }

    @Override
    public boolean isOver() {
        try {
            context.checkCancelled();
            return false;
        } catch (TaskCancelled e) {
            return true;
        }
    }

    @Override
    public void progress(double share, double objective) {
        int now = (int) (share * LAST_PERCENT);
        if (now == percent) return;
        percent = now;
        context.progress(now, "search", "best so far " + Math.round(objective));
    }
}
