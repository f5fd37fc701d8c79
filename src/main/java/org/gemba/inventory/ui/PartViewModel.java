package org.gemba.inventory.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.Datasheet;
import org.gemba.inventory.ImageService;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Location;
import org.gemba.inventory.LocationTree;
import org.gemba.inventory.Movement;
import org.gemba.inventory.OrderService.PartOrder;
import org.gemba.inventory.OrderSummary;
import org.gemba.inventory.Part;
import org.gemba.inventory.StockBooking;
import org.gemba.inventory.StockLine;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// One part: where it lies, what happened to it, what it cost, its picture and data sheets.
final class PartViewModel {
    private static final int LEDGER_LINES = 1000;
    private static final String OWN_IMAGE = "/utility/get_image/";

    /// Everything at one moment.
    record Loaded(
            Part part,
            List<StockLine> stock,
            List<Movement> ledger,
            List<PartOrder> orders,
            Optional<OrderSummary> summary,
            List<Datasheet> datasheets,
            LocationTree locations,
            Optional<ImageService.Content> image) {}

    private final Desk desk;
    private final InventoryFeature inventory;
    private final UUID id;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable Loaded> loaded = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    PartViewModel(Desk desk, InventoryFeature inventory, String part) {
        this.desk = desk;
        this.inventory = inventory;
        this.id = id(part);
        this.jobs = desk.background().jobs();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return Location.NOWHERE;
        }
    }

    ReadOnlyObjectProperty<@Nullable Loaded> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("load", progress -> {
                    var part = inventory
                            .parts()
                            .find(caller, id)
                            .orElseThrow(() -> new AppError.NotFound("Part", id.toString()));
                    return new Loaded(
                            part,
                            inventory.stock().of(caller, id),
                            inventory.stock().ledger(caller, id, LEDGER_LINES, 0),
                            inventory.orders().ofPart(caller, id),
                            inventory.orders().summary(caller, id),
                            inventory.datasheets().of(caller, id),
                            inventory.locations().tree(caller),
                            image(part).flatMap(image -> inventory.images().load(caller, image)));
                })
                .onSuccess(loaded::set)
                .onError(AppError.class, this::fail)
                .start();
    }

    private static Optional<UUID> image(Part part) {
        var url = part.imageUrl();
        if (url == null || !url.startsWith(OWN_IMAGE) || url.length() < OWN_IMAGE.length() + 36) {
            return Optional.empty();
        }
        return Optional.of(id(url.substring(OWN_IMAGE.length(), OWN_IMAGE.length() + 36)));
    }

    void onHide() {
        jobs.cancelAll();
    }

    boolean isThis(UUID part) {
        return id.equals(part);
    }

    /// The location's way from the top; empty for none.
    String place(UUID location) {
        var now = loaded.get();
        if (now == null) return "";
        return now.locations().find(location).map(now.locations()::pathText).orElse("");
    }

    void adjust(BigDecimal delta, String reason) {
        book(part -> new StockBooking.Adjust(id, part.locationId(), delta, reason, null));
    }

    void count(BigDecimal counted) {
        var reason = desk.language().now("inventory.reason.count");
        book(part -> new StockBooking.Count(id, part.locationId(), counted, reason, null));
    }

    private void book(java.util.function.Function<Part, StockBooking> booking) {
        var now = loaded.get();
        if (now == null) return;
        var caller = desk.caller().get();
        change(() -> inventory.stock().book(caller, booking.apply(now.part())));
    }

    /// Takes a movement back by its opposite.
    void reverse(Movement movement) {
        var caller = desk.caller().get();
        change(() -> inventory.stock().reverse(caller, movement.groupId(), null));
    }

    private void change(Supplier<?> work) {
        problem.set("");
        jobs.run(progress -> work.get())
                .onSuccess(done -> load())
                .onError(AppError.class, this::fail)
                .start();
    }

    private void fail(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
