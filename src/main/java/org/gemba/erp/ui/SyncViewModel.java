package org.gemba.erp.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.ErpState;
import org.gemba.erp.ErpStateChanged;
import org.gemba.erp.SyncConfig;
import org.gemba.erp.SyncConfigChange;
import org.gemba.erp.SyncFinished;
import org.gemba.erp.SyncProgress;
import org.gemba.erp.SyncRun;
import org.gemba.erp.SyncService;
import org.gemba.erp.SyncStatus;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;

/// What the synchronisation does, did and will do, and how the ERP is.
final class SyncViewModel {
    /// All that the page shows, read together.
    record Page(
            SyncStatus status,
            List<SyncRun> history,
            SyncConfig config,
            ErpState erp,
            Optional<Instant> next,
            List<SyncRun.Part> parts) {}

    private final Desk desk;
    private final SyncService sync;
    private final ErpConnection erp;
    private final Jobs jobs;
    private final List<Events.Subscription> heard = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SyncProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ErpState> state;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    SyncViewModel(Desk desk, SyncService sync, ErpConnection erp) {
        this.desk = desk;
        this.sync = sync;
        this.erp = erp;
        this.jobs = desk.background().jobs();
        this.state = new ReadOnlyObjectWrapper<>(erp.state());
    }

    ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Null while nothing runs.
    ReadOnlyObjectProperty<@Nullable SyncProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ErpState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What the last command came to, in words.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void onShow() {
        var events = desk.events();
        var ui = desk.background();
        heard.add(events.on(
                SyncProgress.class,
                now -> ui.onUi(() -> progress.set(now.phase().equals("done") ? null : now))));
        heard.add(events.on(SyncFinished.class, finished -> ui.onUi(this::load)));
        heard.add(events.on(ErpStateChanged.class, changed -> ui.onUi(() -> state.set(changed.state()))));
        load();
    }

    void onHide() {
        heard.forEach(Events.Subscription::close);
        heard.clear();
        jobs.cancelAll();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("sync.load", working -> {
                    var status = sync.status(caller);
                    var last = status.last();
                    return new Page(
                            status,
                            sync.history(caller, 100),
                            sync.config(caller),
                            erp.state(),
                            sync.nextStart(),
                            last == null
                                    ? List.of()
                                    : sync.detail(caller, last.id()).parts());
                })
                .onSuccess(this::show)
                .onError(AppError.class, this::tell)
                .start();
    }

    private void show(Page read) {
        state.set(read.erp());
        progress.set(read.status().running() ? read.status().progress() : null);
        page.set(read);
    }

    /// @param days as typed, 1 to 365
    void start(String days, boolean force) {
        var caller = desk.caller().get();
        command(() -> {
            sync.trigger(caller, number("days_back", days), 7, force);
            return "erp.sync.started";
        });
    }

    void cancel() {
        var caller = desk.caller().get();
        command(() -> {
            sync.cancel(caller);
            return "erp.sync.cancelling";
        });
    }

    void test() {
        command(() -> {
            var now = erp.probe();
            return now.isOnline() ? "erp.sync.test.good" : "erp.sync.test.bad";
        });
    }

    /// @param times as typed: `07:00, 12:00`
    void configure(boolean enabled, String times, String days) {
        var caller = desk.caller().get();
        command(() -> {
            var auto = number("auto_sync_days", days);
            sync.updateConfig(caller, new SyncConfigChange(enabled, times(times), auto, null));
            return "erp.sync.saved";
        });
    }

    private void command(java.util.concurrent.Callable<String> work) {
        problem.set("");
        said.set("");
        jobs.runLatest("sync.command", working -> work.call())
                .onSuccess(key -> {
                    said.set(desk.language().now(key));
                    load();
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    private void tell(AppError error) {
        problem.set(desk.language().sentence(error));
    }

    private static int number(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new AppError.InvalidInput(FieldError.body(field, text, new FieldError.Rule.WrongType("integer")));
        }
    }

    private static List<LocalTime> times(String text) {
        try {
            return Arrays.stream(text.split("[,，;；\\s]+", -1))
                    .filter(part -> !part.isBlank())
                    .map(part -> LocalTime.parse(part.length() == 4 ? "0" + part : part))
                    .toList();
        } catch (DateTimeException e) {
            throw new AppError.InvalidInput(FieldError.body(
                    "auto_sync_schedule", text, new FieldError.Rule.Pattern("HH:MM", "times of day such as 07:00")));
        }
    }
}
