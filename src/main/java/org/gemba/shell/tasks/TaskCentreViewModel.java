package org.gemba.shell.tasks;

import java.util.Comparator;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// The tasks of the engine as they change, newest first.
final class TaskCentreViewModel {
    private static final int SHOWN = 500;

    /// Which tasks are listed.
    enum Show {
        ALL,
        ACTIVE,
        FAILED;

        boolean fits(TaskRecord task) {
            return switch (this) {
                case ALL -> true;
                case ACTIVE -> !task.state().isOver();
                case FAILED -> task.state() == State.FAILED;
            };
        }
    }

    private final Desk desk;
    private final Tasks tasks;
    private final Jobs jobs;
    private final ObservableList<TaskRecord> all = FXCollections.observableArrayList();
    private final FilteredList<TaskRecord> shown = new FilteredList<>(all);
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    private Events.@Nullable Subscription subscription;

    TaskCentreViewModel(Desk desk, Tasks tasks) {
        this.desk = desk;
        this.tasks = tasks;
        this.jobs = desk.background().jobs();
        show.addListener((property, old, now) -> shown.setPredicate(now::fits));
    }

    ObservableList<TaskRecord> shown() {
        return shown;
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    IntegerBinding count(Show which) {
        return Bindings.createIntegerBinding(
                () -> (int) all.stream().filter(which::fits).count(), all);
    }

    boolean mayChange() {
        return desk.caller().get().may(Permission.TASKS_WRITE);
    }

    void begin() {
        subscription =
                desk.events().on(TaskChanged.class, event -> desk.background().onUi(() -> merge(event.task())));
        jobs.runLatest("list", progress -> tasks.list(TaskFilter.newest(SHOWN)))
                .onSuccess(all::setAll)
                .start();
    }

    void end() {
        if (subscription != null) subscription.close();
        subscription = null;
        jobs.cancelAll();
    }

    void cancel(UUID id) {
        change(() -> tasks.cancel(id));
    }

    void retry(UUID id) {
        change(() -> tasks.retry(id));
    }

    private void change(Runnable work) {
        jobs.run(progress -> {
                    desk.caller().get().require(Permission.TASKS_WRITE);
                    work.run();
                    return true;
                })
                .onError(
                        AppError.class,
                        error -> desk.notices().warning(desk.language().sentence(error)))
                .start();
    }

    private void merge(TaskRecord task) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(task.id())) {
                all.set(i, task);
                return;
            }
        }
        all.add(task);
        all.sort(Comparator.comparing(TaskRecord::createdAt).reversed());
        if (all.size() > SHOWN) all.remove(SHOWN, all.size());
    }
}
