package org.gemba.fx.task;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The background work of one screen, cancelled together when it hides. Used from the FX thread only.
public final class Jobs {
    private final Background background;
    private final Set<Job<?>> active = new LinkedHashSet<>();
    private final Map<String, Job<?>> latest = new HashMap<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    Jobs(Background background) {
        this.background = background;
    }

    /// Work that is described first and runs at {@link Job#start()}.
    public <T> Job<T> run(Job.Work<T> work) {
        return new Job<>(this, work);
    }

    /// As {@link #run}, and the earlier work of that name is cancelled: the answer to an older question never
    /// overwrites that to a newer one.
    public <T> Job<T> runLatest(String name, Job.Work<T> work) {
        var job = run(work);
        var earlier = latest.put(name, job);
        if (earlier != null) earlier.cancel();
        return job;
    }

    /// Whether anything is under way here.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public void cancelAll() {
        List.copyOf(active).forEach(Job::cancel);
        latest.clear();
    }

    void begin(Job<?> job, Duration pause) {
        active.add(job);
        busy.set(true);
        try {
            background.work(job, pause);
        } catch (RejectedExecutionException e) {
            job.refused(e);
        }
    }

    void ended(Job<?> job) {
        active.remove(job);
        busy.set(!active.isEmpty());
    }

    void onUi(Runnable action) {
        background.onUi(action);
    }

    void unhandled(Throwable error) {
        background.unhandled(error);
    }
}
