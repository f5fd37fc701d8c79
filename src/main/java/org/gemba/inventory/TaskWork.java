package org.gemba.inventory;

import java.util.Map;
import org.gemba.access.Caller;
import org.gemba.platform.tasks.TaskContext;

/// What a type of task does.
@FunctionalInterface
public interface TaskWork {
    /// @param caller who started it
    /// @param input as it was sent
    /// @return what came of it, for `result_data`
    Map<String, Object> run(Caller caller, Map<String, Object> input, TaskContext context) throws Exception;
}
