package org.gemba.platform.tasks;

/// Ends a task that was asked to stop; the engine records it as cancelled, not as failed.
public final class TaskCancelled extends RuntimeException {
    public TaskCancelled() {
        super("cancelled");
    }
}
