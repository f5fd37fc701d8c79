package org.gemba.tracking.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingCustomers.UserRow;

/// WeChat users and what can be done with one of them.
final class CustomersViewModel {
    private final Desk desk;
    private final TrackingCustomers customers;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<UserRow>> users = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    CustomersViewModel(Desk desk, TrackingCustomers customers) {
        this.desk = desk;
        this.customers = customers;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<List<UserRow>> usersProperty() {
        return users.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("tracking.users", progress -> customers.users(caller))
                .onSuccess(users::set)
                .onError(AppError.class, this::tell)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    long bound() {
        return users.get().stream().filter(row -> row.user().binding() != null).count();
    }

    void unbind(UserRow row) {
        change(caller -> customers.unbind(caller, row.user().id()), "tracking.customers.unbound", row);
    }

    void signOut(UserRow row) {
        change(caller -> customers.signOut(caller, row.user().id()), "tracking.customers.signedOut", row);
    }

    void toggleMessages(UserRow row) {
        boolean wanted = !row.user().wantsMessages();
        var said = wanted ? "tracking.customers.messagesOn" : "tracking.customers.messagesOff";
        change(caller -> customers.wantMessages(caller, row.user().id(), wanted), said, row);
    }

    void preview(UserRow row) {
        var binding = row.user().binding();
        if (binding == null) return;
        desk.navigator().open(TrackingScreens.PREVIEW, Map.of("customer", binding.customerNumber()));
    }

    private void change(Consumer<Caller> work, String said, UserRow row) {
        var caller = desk.caller().get();
        problem.set("");
        jobs.run(progress -> {
                    work.accept(caller);
                    return row;
                })
                .onSuccess(done -> {
                    desk.notices().success(desk.language().now(said, name(done)));
                    load();
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    static String name(UserRow row) {
        var nick = row.user().nickName();
        return nick.isEmpty() ? row.user().id().toString().substring(0, 8) : nick;
    }

    private void tell(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
