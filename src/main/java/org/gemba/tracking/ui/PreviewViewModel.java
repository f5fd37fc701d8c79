package org.gemba.tracking.ui;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.FoundOrder;
import org.gemba.tracking.OrderPage;
import org.gemba.tracking.OrderQuery;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.TrackedOrder;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingCustomers.Invite;
import org.gemba.tracking.TrackingOrders;
import org.jspecify.annotations.Nullable;

/// What one customer sees: the same questions that the mini program asks, asked on the customer's behalf.
final class PreviewViewModel {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Desk desk;
    private final TrackingCustomers customers;
    private final TrackingOrders orders;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<Invite>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable OrderPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FoundOrder> order = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String customer;

    PreviewViewModel(Desk desk, TrackingCustomers customers, TrackingOrders orders, String customer) {
        this.desk = desk;
        this.customers = customers;
        this.orders = orders;
        this.jobs = desk.background().jobs();
        this.customer = customer;
    }

    ReadOnlyObjectProperty<List<Invite>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable OrderPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable FoundOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    /// The number of the customer whose eyes these are; empty for nobody yet.
    String customer() {
        return customer;
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("tracking.choices", progress -> customers.invites(caller))
                .onSuccess(found -> {
                    choices.set(found.stream()
                            .filter(invite -> invite.customer().active())
                            .toList());
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    void choose(String customerNumber) {
        customer = customerNumber;
        order.set(null);
        search("", null);
    }

    /// @param status null for any
    void search(String keyword, @Nullable OrderStatus status) {
        if (customer.isEmpty()) return;
        var caller = desk.caller().get();
        var query = new OrderQuery(keyword, status, 1, OrderQuery.MOST_ROWS);
        var asked = customer;
        problem.set("");
        jobs.runLatest("tracking.search", progress -> orders.preview(caller, asked, query))
                .onSuccess(page::set)
                .onError(AppError.class, this::tell)
                .startAfter(PAUSE);
    }

    void open(@Nullable TrackedOrder chosen) {
        if (chosen == null) return;
        var caller = desk.caller().get();
        var asked = customer;
        jobs.runLatest("tracking.order", progress -> orders.previewOrder(caller, asked, chosen.orderId()))
                .onSuccess(order::set)
                .onError(AppError.class, this::tell)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    private void tell(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
