package org.gemba.mto.ui;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.mto.MtoAlert;
import org.gemba.mto.MtoAlerts;
import org.gemba.mto.MtoService;
import org.gemba.platform.error.AppError;

/// What is out of order over all orders at hand.
final class AlertsViewModel {
    private final Desk desk;
    private final MtoService service;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<MtoAlerts> alerts = new ReadOnlyObjectWrapper<>(new MtoAlerts(List.of(), 0, 0));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    AlertsViewModel(Desk desk, MtoService service) {
        this.desk = desk;
        this.service = service;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<MtoAlerts> alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        problem.set("");
        jobs.runLatest("alerts", progress -> service.alerts(caller))
                .onSuccess(alerts::set)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    void open(MtoAlert alert) {
        desk.navigator().open(MtoScreens.ORDER, Map.of("mto", alert.mtoNumber()));
    }

    long count(MtoAlert.Kind kind) {
        return alerts.get().alerts().stream()
                .filter(alert -> alert.kind() == kind)
                .count();
    }
}
