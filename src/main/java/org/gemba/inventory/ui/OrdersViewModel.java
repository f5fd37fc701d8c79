package org.gemba.inventory.ui;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.OrderItem;
import org.gemba.inventory.SupplierOrder;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Supplier orders and what of them has come.
final class OrdersViewModel {
    private static final int MOST = 5000;

    /// @param names of the parts that the orders name
    record Loaded(List<SupplierOrder> orders, Map<UUID, String> names) {}

    private final Desk desk;
    private final InventoryFeature inventory;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Loaded> loaded = new ReadOnlyObjectWrapper<>(new Loaded(List.of(), Map.of()));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    OrdersViewModel(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.inventory = inventory;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<Loaded> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("load", progress -> {
                    var orders = inventory.orders().list(caller, MOST, 0);
                    var names = new HashMap<UUID, String>();
                    inventory
                            .parts()
                            .page(caller, Integer.MAX_VALUE, 0)
                            .forEach(part -> names.put(part.id(), part.name()));
                    return new Loaded(orders, names);
                })
                .onSuccess(loaded::set)
                .onError(AppError.class, this::fail)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    String name(OrderItem item) {
        var part = item.partId();
        var name = part == null ? null : loaded.get().names().get(part);
        return name != null ? name : item.manufacturerPartNumber() == null ? "" : item.manufacturerPartNumber();
    }

    static BigDecimal open(OrderItem item) {
        return item.quantityOrdered().subtract(item.quantityReceived()).max(BigDecimal.ZERO);
    }

    long openOrders() {
        return loaded.get().orders().stream()
                .filter(order -> order.status() != SupplierOrder.Status.DELIVERED
                        && order.status() != SupplierOrder.Status.CANCELLED)
                .count();
    }

    /// Books in what is still open of each line.
    void receive(List<OrderItem> items) {
        var caller = desk.caller().get();
        change(() -> {
            int count = 0;
            for (var item : items) {
                if (open(item).signum() == 0) continue;
                inventory.orders().receive(caller, item.id(), open(item), null);
                count++;
            }
            return count;
        });
    }

    void cancel(SupplierOrder order) {
        var caller = desk.caller().get();
        change(() -> {
            inventory
                    .orders()
                    .update(
                            caller,
                            order.id(),
                            SupplierOrder.Status.CANCELLED,
                            order.trackingNumber(),
                            order.version());
            return 1;
        });
    }

    private void change(Supplier<Integer> work) {
        problem.set("");
        jobs.run(progress -> work.get())
                .onSuccess(count -> {
                    desk.notices().success(desk.language().now("inventory.orders.done", count));
                    load();
                })
                .onError(AppError.class, this::fail)
                .start();
    }

    void openPart(@Nullable UUID part) {
        if (part != null) desk.navigator().open(InventoryScreens.PART, Map.of("part", part.toString()));
    }

    private void fail(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
