package org.gemba.inventory.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.Category;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Location;
import org.gemba.inventory.NewPart;
import org.gemba.inventory.Part;
import org.gemba.inventory.PartChange;
import org.gemba.inventory.StockBooking;
import org.gemba.platform.error.AppError;

/// All parts, narrowed by a category or to those that run low; quick stock, bulk changes.
final class PartsViewModel {
    /// What the tree on the left chooses.
    sealed interface Choice {
        record All() implements Choice {}

        record Low() implements Choice {}

        record Of(Category category) implements Choice {}
    }

    /// Everything at one moment.
    record Loaded(List<Part> parts, List<Category> categories, List<Location> locations) {}

    private static final int ALL = Integer.MAX_VALUE;

    private final Desk desk;
    private final InventoryFeature inventory;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Loaded> loaded =
            new ReadOnlyObjectWrapper<>(new Loaded(List.of(), List.of(), List.of()));
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(new Choice.All());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    PartsViewModel(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.inventory = inventory;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<Loaded> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest(
                        "load",
                        progress -> new Loaded(
                                inventory.parts().page(caller, ALL, 0),
                                inventory.categories().list(caller),
                                inventory.locations().tree(caller).all()))
                .onSuccess(loaded::set)
                .onError(AppError.class, this::fail)
                .start();
    }

    /// Soon after the last of several changes.
    void loadSoon() {
        jobs.runLatest("soon", progress -> progress)
                .onSuccess(ignored -> load())
                .startAfter(java.time.Duration.ofMillis(300));
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// The parts of the choice; a category brings those below it.
    List<Part> shown() {
        var all = loaded.get().parts();
        return switch (choice.get()) {
            case Choice.All every -> all;
            case Choice.Low low -> all.stream().filter(Part::isLow).toList();
            case Choice.Of of -> {
                var wanted = withBelow(of.category());
                yield all.stream()
                        .filter(part -> part.categories().stream().anyMatch(each -> wanted.contains(each.id())))
                        .toList();
            }
        };
    }

    private Set<UUID> withBelow(Category category) {
        var wanted = new HashSet<>(Set.of(category.id()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var each : loaded.get().categories()) {
                if (each.parentId() != null && wanted.contains(each.parentId())) grew |= wanted.add(each.id());
            }
        }
        return wanted;
    }

    long lowCount() {
        return loaded.get().parts().stream().filter(Part::isLow).count();
    }

    void open(Part part) {
        desk.navigator().open(InventoryScreens.PART, Map.of("part", part.id().toString()));
    }

    /// One more or less of each of them, at the part's own location.
    void quick(List<Part> parts, BigDecimal delta) {
        var caller = desk.caller().get();
        change(() -> {
            for (var part : parts) {
                var reason = desk.language().now("inventory.reason.quick");
                inventory
                        .stock()
                        .book(
                                caller,
                                delta.signum() > 0
                                        ? new StockBooking.Receive(
                                                part.id(), part.locationId(), delta, reason, null, null)
                                        : new StockBooking.Issue(
                                                part.id(), part.locationId(), delta.negate(), reason, null));
            }
            return parts.size();
        });
    }

    /// The same change to all of them, or to none when one refuses it.
    void changeAll(List<Part> parts, PartChange change, Runnable done, Consumer<AppError> refused) {
        var caller = desk.caller().get();
        var ids = new ArrayList<UUID>();
        parts.forEach(part -> ids.add(part.id()));
        jobs.run(progress -> inventory.parts().updateAll(caller, ids, change))
                .onSuccess(changed -> {
                    desk.notices().success(desk.language().now("inventory.parts.changed", changed.size()));
                    done.run();
                    load();
                })
                .onError(AppError.class, refused)
                .start();
    }

    void add(NewPart part, Runnable done, Consumer<AppError> refused) {
        var caller = desk.caller().get();
        jobs.run(progress -> inventory.parts().add(caller, part))
                .onSuccess(added -> {
                    done.run();
                    load();
                })
                .onError(AppError.class, refused)
                .start();
    }

    private void change(java.util.function.Supplier<Integer> work) {
        problem.set("");
        jobs.run(progress -> work.get())
                .onSuccess(count -> load())
                .onError(AppError.class, this::fail)
                .start();
    }

    private void fail(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
