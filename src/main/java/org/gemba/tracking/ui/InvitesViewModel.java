package org.gemba.tracking.ui;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Job;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingCustomers.Invite;

/// Customers of the ERP and the codes by which their people come in.
final class InvitesViewModel {
    private final Desk desk;
    private final TrackingCustomers customers;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<Invite>> invites = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    InvitesViewModel(Desk desk, TrackingCustomers customers) {
        this.desk = desk;
        this.customers = customers;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<List<Invite>> invitesProperty() {
        return invites.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    Jobs jobs() {
        return jobs;
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("tracking.invites", progress -> customers.invites(caller))
                .onSuccess(invites::set)
                .onError(AppError.class, error -> problem.set(desk.language().sentence(error)))
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// Those that have a code.
    List<Invite> printable() {
        return invites.get().stream()
                .filter(invite -> !invite.inviteCode().isEmpty())
                .toList();
    }

    <T> Job<T> run(Job.Work<T> work) {
        return jobs.runLatest("tracking.print", work);
    }

    void preview(Invite invite) {
        desk.navigator()
                .open(
                        TrackingScreens.PREVIEW,
                        Map.of("customer", invite.customer().number()));
    }
}
