package org.gemba.tracking.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.ServiceHealth;
import org.gemba.tracking.TrackingMonitor;
import org.gemba.tracking.TrackingMonitor.HourCalls;
import org.gemba.tracking.TrackingMonitor.PathCalls;
import org.gemba.tracking.TrackingMonitor.RouteCalls;
import org.jspecify.annotations.Nullable;

/// Health and load of the APIs.
final class MonitorViewModel {
    /// All that the page shows, read together.
    record Page(ServiceHealth health, List<HourCalls> hours, List<PathCalls> hour, List<RouteCalls> routes) {}

    private final Desk desk;
    private final TrackingMonitor monitor;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    MonitorViewModel(Desk desk, TrackingMonitor monitor) {
        this.desk = desk;
        this.monitor = monitor;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest(
                        "tracking.monitor",
                        progress ->
                                new Page(monitor.health(), monitor.hours(), monitor.lastHour(), monitor.routes(caller)))
                .onSuccess(page::set)
                .onError(AppError.class, error -> problem.set(desk.language().sentence(error)))
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }
}
