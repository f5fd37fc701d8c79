package org.gemba.inventory.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Location;
import org.gemba.inventory.LocationTree;
import org.gemba.inventory.Part;
import org.gemba.inventory.Patch;
import org.gemba.inventory.StockBooking;
import org.gemba.inventory.StockLine;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// The tree of locations, what lies at the chosen one and below it, and moving both.
final class LocationsViewModel {
    /// What lies somewhere.
    record Content(Part part, StockLine line) {}

    private final Desk desk;
    private final InventoryFeature inventory;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable LocationTree> tree = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Content>> contents = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable Location> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    LocationsViewModel(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.inventory = inventory;
        this.jobs = desk.background().jobs();
        chosen.addListener((property, old, now) -> loadContents());
    }

    ReadOnlyObjectProperty<@Nullable LocationTree> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Content>> contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Location> chosenProperty() {
        return chosen;
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("tree", progress -> inventory.locations().tree(caller))
                .onSuccess(now -> {
                    tree.set(now);
                    loadContents();
                })
                .onError(AppError.class, this::fail)
                .start();
    }

    private void loadContents() {
        var at = chosen.get();
        var now = tree.get();
        if (at == null || now == null) {
            contents.set(List.of());
            return;
        }
        var caller = desk.caller().get();
        jobs.runLatest("contents", progress -> {
                    var lines = inventory.locations().contentsWithBelow(caller, at.id());
                    var parts = new HashMap<UUID, Part>();
                    var ids = new HashSet<UUID>();
                    lines.forEach(line -> ids.add(line.partId()));
                    inventory.parts().byIds(caller, List.copyOf(ids)).forEach(part -> parts.put(part.id(), part));
                    var found = new ArrayList<Content>();
                    for (var line : lines) {
                        var part = parts.get(line.partId());
                        if (part != null) found.add(new Content(part, line));
                    }
                    return List.copyOf(found);
                })
                .onSuccess(contents::set)
                .onError(AppError.class, this::fail)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    String path(@Nullable Location location) {
        var now = tree.get();
        return location == null || now == null ? "" : now.pathText(location);
    }

    /// Puts all of these stocks to another location.
    void moveStock(List<Content> moved, Location to) {
        var caller = desk.caller().get();
        var reason = desk.language().now("inventory.reason.moved");
        change(() -> {
            for (var content : moved) {
                var from = content.line().location();
                if (from != null && from.id().equals(to.id())) continue;
                inventory
                        .stock()
                        .book(
                                caller,
                                new StockBooking.Move(
                                        content.part().id(),
                                        from == null ? null : from.id(),
                                        to.id(),
                                        content.line().quantity(),
                                        reason,
                                        null));
            }
            return moved.size();
        });
    }

    /// Puts a location with all below it under another.
    void moveLocation(UUID id, @Nullable Location below) {
        var caller = desk.caller().get();
        change(() -> {
            inventory
                    .locations()
                    .update(
                            caller,
                            id,
                            Patch.keep(),
                            Patch.keep(),
                            Patch.to(below == null ? null : below.id()),
                            Patch.keep());
            return 1;
        });
    }

    void add(String name) {
        var caller = desk.caller().get();
        var parent = chosen.get();
        change(() -> {
            inventory.locations().add(caller, name, null, parent == null ? null : parent.id(), null);
            return 1;
        });
    }

    /// What a deletion would take along, in words.
    void previewDelete(java.util.function.Consumer<String> words) {
        var at = chosen.get();
        if (at == null) return;
        var caller = desk.caller().get();
        jobs.run(progress -> inventory.locations().preview(caller, at.id()))
                .onSuccess(preview -> words.accept(desk.language()
                        .now(
                                "inventory.locations.delete.words",
                                at.name(),
                                preview.locations().size() - 1,
                                preview.affectedParts())))
                .onError(AppError.class, this::fail)
                .start();
    }

    void delete() {
        var at = chosen.get();
        if (at == null) return;
        var caller = desk.caller().get();
        chosen.set(null);
        change(() -> {
            inventory.locations().delete(caller, at.id());
            return 1;
        });
    }

    void open(Content content) {
        desk.navigator()
                .open(InventoryScreens.PART, Map.of("part", content.part().id().toString()));
    }

    private void change(Supplier<Integer> work) {
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
