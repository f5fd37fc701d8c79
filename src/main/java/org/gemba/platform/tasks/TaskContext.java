package org.gemba.platform.tasks;

import java.util.Optional;
import java.util.UUID;

/// What running work may say to the engine and ask of it.
public interface TaskContext {
    UUID taskId();

    /// 1 for the first try.
    int attempt();

    /// @param percent 0 to 100
    /// @param phase a short stable word, for example `PRD_MO`
    /// @param message one sentence for people
    void progress(int percent, String phase, String message);

    /// Throws {@link TaskCancelled} when somebody has asked the task to stop.
    void checkCancelled();

    /// What {@link #checkpoint(String)} stored last for this task, also by an earlier attempt or process.
    Optional<String> lastCheckpoint();

    /// Durably keeps where the work has come to, so that it can go on from there.
    void checkpoint(String state);
}
