package org.gemba.mto.ui;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.task.Job;
import org.gemba.fx.task.Jobs;
import org.gemba.mto.MtoLine;
import org.gemba.mto.MtoService;
import org.gemba.mto.MtoStatus;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Where one order stands. What is at hand shows first; asking the ERP again never takes away what is on screen.
final class OrderViewModel {
    /// A line with what stands out about it.
    record Line(MtoLine of, Status state) {}

    private final Desk desk;
    private final MtoService service;
    private final String mtoNumber;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable MtoStatus> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper here = new ReadOnlyBooleanWrapper();

    OrderViewModel(Desk desk, MtoService service, String mtoNumber) {
        this.desk = desk;
        this.service = service;
        this.mtoNumber = mtoNumber;
        this.jobs = desk.background().jobs();
    }

    String mtoNumber() {
        return mtoNumber;
    }

    ReadOnlyObjectProperty<@Nullable MtoStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Why there is nothing, or nothing newer, and what still works; empty when all is well.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    /// Whether there is anything to print, copy or export.
    ReadOnlyBooleanProperty hereProperty() {
        return here.getReadOnlyProperty();
    }

    void onShow() {
        if (status.get() == null) ask(true);
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// Asks the ERP itself, past every cache.
    void refresh() {
        ask(false);
    }

    List<Line> lines() {
        var known = status.get();
        if (known == null) return List.of();
        var today = LocalDate.ofInstant(desk.clock().instant(), desk.zone());
        var due = known.parent().closed() ? null : known.parent().deliveryDate();
        return known.lines().stream()
                .map(line -> new Line(line, LineState.of(line, due, today)))
                .toList();
    }

    /// Work of the order's screen, cancelled with it.
    <T> Job<T> run(String name, Job.Work<T> work) {
        return jobs.runLatest(name, work)
                .onError(
                        AppError.class,
                        e -> desk.notices().failure(desk.language().sentence(e), null));
    }

    private void ask(boolean useCache) {
        var caller = desk.caller().get();
        problem.set("");
        jobs.runLatest("status", progress -> service.status(caller, mtoNumber, useCache))
                .onSuccess(this::show)
                .onError(AppError.UpstreamUnavailable.class, this::keep)
                .onError(AppError.NotConfigured.class, this::keep)
                .onError(
                        AppError.NotFound.class,
                        e -> problem.set(desk.language().now("mto.order.unknown", mtoNumber)))
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private void show(MtoStatus found) {
        status.set(found);
        here.set(true);
        if (found.source() == MtoStatus.Source.STALE) {
            problem.set(desk.language().now("mto.order.stale", asOf(found)));
        }
    }

    private void keep(AppError why) {
        var known = status.get();
        problem.set(desk.language().sentence(why) + " "
                + (known == null
                        ? desk.language().now("mto.order.nothing")
                        : desk.language().now("mto.order.kept", asOf(known))));
    }

    private String asOf(MtoStatus known) {
        return desk.formats().asOf(known.asOf(), desk.clock().instant());
    }
}
