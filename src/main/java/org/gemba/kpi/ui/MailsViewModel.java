package org.gemba.kpi.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Job;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.MailRun;
import org.gemba.kpi.MailSchedule;
import org.gemba.kpi.MailService;
import org.gemba.kpi.NewMailSchedule;
import org.gemba.kpi.SinkMail;
import org.gemba.kpi.mail.MailReader;
import org.gemba.kpi.mail.ReadMail;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Schedules of mails, what came of them, and in the demo the mails themselves.
final class MailsViewModel {
    private final Desk desk;
    private final MailService mails;
    private final Supplier<List<SinkMail>> sink;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown(List.of(), List.of(), List.of()));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// A schedule and when it sends next.
    record Planned(MailSchedule schedule, @Nullable Instant next) {}

    /// A mail and its schedule.
    record Sent(MailRun run, MailSchedule schedule) {}

    record Shown(List<Planned> schedules, List<Sent> runs, List<ReadMail> received) {}

    MailsViewModel(Desk desk, MailService mails, Supplier<List<SinkMail>> sink) {
        this.desk = desk;
        this.mails = mails;
        this.sink = sink;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        problem.set("");
        jobs.runLatest("mails", progress -> read())
                .onSuccess(shown::set)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private Shown read() {
        var caller = desk.caller().get();
        var planned = mails.list(caller).stream()
                .map(schedule -> new Planned(schedule, mails.next(schedule).orElse(null)))
                .toList();
        var runs = mails.runs(caller).stream()
                .flatMap(run -> mails.scheduleOf(run).map(schedule -> new Sent(run, schedule)).stream())
                .toList();
        var received = new ArrayList<ReadMail>();
        for (var mail : sink.get()) received.addFirst(MailReader.read(mail));
        return new Shown(planned, runs, received);
    }

    void create(NewMailSchedule wanted, Runnable done, Consumer<AppError> refused) {
        change(() -> mails.create(desk.caller().get(), wanted), done)
                .onError(AppError.class, refused)
                .start();
    }

    void remove(Planned planned) {
        change(
                        () -> {
                            mails.remove(desk.caller().get(), planned.schedule().id());
                            return planned;
                        },
                        () -> {})
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    void sendAgain(Sent sent) {
        change(
                        () -> {
                            mails.sendAgain(desk.caller().get(), sent.run().id());
                            return sent;
                        },
                        () -> {})
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private <T> Job<T> change(Supplier<T> work, Runnable done) {
        return jobs.run(progress -> work.get()).onSuccess(result -> {
            done.run();
            load();
        });
    }

    void onHide() {
        jobs.cancelAll();
    }
}
