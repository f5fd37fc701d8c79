package org.gemba.inventory.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.Location;
import org.gemba.inventory.Movement;
import org.gemba.inventory.Part;
import org.gemba.inventory.ScanCodes.Scanned;
import org.gemba.inventory.StockBooking;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// What a scanner does, one code after the other. A location sets the place, a part is booked there: received, taken
/// out, moved to it, or chosen to be counted. A number before a part is its quantity; after a part that is counted,
/// what
/// was counted. Without a number a part is one, or what its bag says.
final class ScanViewModel {
    enum Mode {
        RECEIVE,
        ISSUE,
        MOVE,
        COUNT
    }

    /// Where the storekeeper is.
    ///
    /// @param part the part that waits to be counted
    /// @param quantity for the next part; null for its own
    record State(
            @Nullable Location place,
            @Nullable Part part,
            @Nullable BigDecimal quantity) {
        static final State NONE = new State(null, null, null);
    }

    /// One booking, for the list and to be taken back.
    record Done(UUID group, String words) {}

    private static final int REMEMBERED = 50;

    private final Desk desk;
    private final InventoryFeature inventory;
    private final Jobs jobs;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.RECEIVE);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<Done> done = FXCollections.observableArrayList();

    ScanViewModel(Desk desk, InventoryFeature inventory) {
        this.desk = desk;
        this.inventory = inventory;
        this.jobs = desk.background().jobs();
        mode.addListener((property, old, now) -> {
            state.set(new State(state.get().place(), null, null));
            problem.set("");
        });
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What happened last, to be read from a step away.
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<Done> done() {
        return done;
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// A code that the scanner sent, or that somebody typed.
    void scanned(String text) {
        if (text.isBlank()) return;
        var caller = desk.caller().get();
        problem.set("");
        jobs.run(progress -> inventory.scanCodes().read(caller, text))
                .onSuccess(this::take)
                .onError(AppError.class, this::fail)
                .start();
    }

    private void take(Scanned scanned) {
        var now = state.get();
        switch (scanned) {
            case Scanned.OfLocation of -> {
                state.set(new State(of.location(), null, now.quantity()));
                said.set(desk.language().now("inventory.scan.at", of.location().name()));
            }
            case Scanned.OfNumber of -> number(of.number());
            case Scanned.OfPart of -> part(of.part(), of.quantity() == null ? now.quantity() : of.quantity());
            case Scanned.OfNothing of -> problem.set(desk.language().now("inventory.scan.unknown", of.text()));
        }
    }

    private void number(BigDecimal number) {
        var now = state.get();
        var part = now.part();
        if (mode.get() == Mode.COUNT && part != null) {
            count(part, number);
        } else {
            state.set(new State(now.place(), now.part(), number));
            said.set(desk.language()
                    .now("inventory.scan.quantity", desk.formats().number(number)));
        }
    }

    private void part(Part part, @Nullable BigDecimal given) {
        var quantity = given == null ? BigDecimal.ONE : given;
        var place = state.get().place();
        var at = place == null ? part.locationId() : place.id();
        var reason = desk.language().now("inventory.reason.scan");
        switch (mode.get()) {
            case RECEIVE -> book(part, quantity, new StockBooking.Receive(part.id(), at, quantity, reason, null, null));
            case ISSUE -> book(part, quantity, new StockBooking.Issue(part.id(), at, quantity, reason, null));
            case MOVE -> {
                if (place == null) problem.set(desk.language().now("inventory.scan.place.first"));
                else
                    book(
                            part,
                            quantity,
                            new StockBooking.Move(part.id(), part.locationId(), place.id(), quantity, reason, null));
            }
            case COUNT -> {
                state.set(new State(place, part, null));
                said.set(desk.language().now("inventory.scan.how.many", part.name()));
            }
        }
    }

    private void count(Part part, BigDecimal counted) {
        var place = state.get().place();
        var at = place == null ? part.locationId() : place.id();
        book(
                part,
                counted,
                new StockBooking.Count(part.id(), at, counted, desk.language().now("inventory.reason.count"), null));
    }

    private void book(Part part, BigDecimal quantity, StockBooking booking) {
        var caller = desk.caller().get();
        var words = words(part, quantity);
        jobs.run(progress -> inventory.stock().book(caller, booking))
                .onSuccess(lines -> booked(words, lines))
                .onError(AppError.class, this::fail)
                .start();
    }

    private String words(Part part, BigDecimal quantity) {
        return desk.language()
                .now(
                        "inventory.scan.done." + mode.get().name().toLowerCase(java.util.Locale.ROOT),
                        part.name(),
                        desk.formats().number(quantity));
    }

    private void booked(String words, List<Movement> lines) {
        state.set(new State(state.get().place(), null, null));
        var told = words + " → " + desk.formats().number(lines.getLast().total());
        said.set(told);
        done.addFirst(new Done(lines.getFirst().groupId(), told));
        if (done.size() > REMEMBERED) done.removeLast();
    }

    /// Takes the last booking of this list back.
    void undo() {
        if (done.isEmpty()) return;
        var last = done.getFirst();
        var caller = desk.caller().get();
        problem.set("");
        change(() -> inventory.stock().reverse(caller, last.group(), null), () -> {
            done.remove(last);
            said.set(desk.language().now("inventory.scan.undone", last.words()));
        });
    }

    private void change(Supplier<?> work, Runnable after) {
        jobs.run(progress -> work.get())
                .onSuccess(result -> after.run())
                .onError(AppError.class, this::fail)
                .start();
    }

    private void fail(AppError error) {
        problem.set(desk.language().sentence(error));
    }
}
