package org.gemba.inventory.ui.edge;

import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.platform.tasks.TaskRecord;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Tasks of the print and enrichment queues to the eye.
final class TaskStates {
    private TaskStates() {}

    static Status of(TaskRecord task) {
        return switch (task.state()) {
            case QUEUED -> new Status("queued", "inventory.task.queued", Tone.QUIET, MaterialDesignP.PROGRESS_CLOCK, 1);
            case RUNNING -> new Status("running", "inventory.task.running", Tone.RUNNING, MaterialDesignP.PLAY, 0);
            case RETRY -> new Status("retry", "inventory.task.retry", Tone.SHORT, MaterialDesignR.REFRESH, 2);
            case COMPLETED -> new Status("done", "inventory.task.done", Tone.DONE, MaterialDesignC.CHECK, 5);
            case FAILED -> new Status("failed", "inventory.task.failed", Tone.FAILED, MaterialDesignA.ALERT_OUTLINE, 3);
            case CANCELLED -> new Status("cancelled", "inventory.task.cancelled", Tone.QUIET, MaterialDesignS.STOP, 4);
        };
    }

    /// What came of it, or why it is not done yet.
    static String words(TaskRecord task) {
        if (task.error() != null) return task.error();
        return task.result() == null ? task.message() : task.result();
    }
}
