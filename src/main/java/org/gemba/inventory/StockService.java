package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.Movement.Kind;
import org.gemba.inventory.data.StockTable;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Moves stock. What is there is the sum of the ledger, at every location and in all; a mistake is reversed by a
/// counter-booking, never erased.
public final class StockService {
    private static final int LONGEST_REASON = 60;
    private static final int LONGEST_NOTE = 500;

    private final InventoryCore core;

    StockService(InventoryCore core) {
        this.core = core;
    }

    /// Books and tells what the ledger got: one line, for a move two.
    ///
    /// @throws AppError.NotFound for an unknown part or location
    /// @throws AppError.Unprocessable when more would leave than is there
    public List<Movement> book(Caller caller, StockBooking booking) {
        caller.require(Permission.PARTS_UPDATE);
        checked(booking);
        return core.database().together(() -> {
            var part = part(booking.partId());
            var lines = write(caller, booking);
            announce(part, lines.getLast().total());
            return lines;
        });
    }

    /// Books in a whole order that came, each line at the location of its part.
    ///
    /// @param parts the parts of its lines
    void receiveAll(Caller caller, SupplierOrder order, Map<UUID, Part> parts, String note) {
        var bookings = new ArrayList<StockTable.Booking>();
        for (var item : order.items()) {
            var part = item.partId() == null ? null : parts.get(item.partId());
            if (part == null || item.quantityOrdered().signum() == 0) continue;
            var receive = new StockBooking.Receive(
                    part.id(), part.locationId(), item.quantityOrdered(), "delivery", note, item.id());
            checked(receive);
            bookings.add(withItem(
                    line(caller, receive, Kind.RECEIVE, part.locationId(), item.quantityOrdered()), item.id()));
        }
        core.stock().bookAll(bookings).forEach((id, total) -> {
            var part = parts.get(id);
            if (part != null) announce(part, total);
        });
    }

    private static void checked(StockBooking booking) {
        var rules = new Rules()
                .required("reason", booking.reason(), LONGEST_REASON)
                .atMost("note", booking.note(), LONGEST_NOTE);
        switch (booking) {
            case StockBooking.Receive receive -> rules.positive("quantity", receive.quantity());
            case StockBooking.Issue issue -> rules.positive("quantity", issue.quantity());
            case StockBooking.Scrap scrap -> rules.positive("quantity", scrap.quantity());
            case StockBooking.Move move ->
                rules.positive("quantity", move.quantity())
                        .check(
                                !Objects.equals(move.fromId(), move.toId()),
                                "to_location_id",
                                move.toId(),
                                "must be another location");
            case StockBooking.Adjust adjust -> rules.storable("quantity", adjust.delta());
            case StockBooking.Count count -> rules.notNegative("quantity", count.counted());
        }
        rules.enforce();
    }

    private List<Movement> write(Caller caller, StockBooking booking) {
        return switch (booking) {
            case StockBooking.Receive receive -> {
                var line = line(caller, booking, Kind.RECEIVE, receive.locationId(), receive.quantity());
                yield List.of(core.stock().book(withItem(line, receive.orderItemId())));
            }
            case StockBooking.Issue issue -> take(caller, issue, Kind.ISSUE, issue.locationId(), issue.quantity());
            case StockBooking.Scrap scrap -> take(caller, scrap, Kind.SCRAP, scrap.locationId(), scrap.quantity());
            case StockBooking.Move move -> move(caller, move);
            case StockBooking.Adjust adjust ->
                List.of(core.stock().book(line(caller, booking, Kind.ADJUST, adjust.locationId(), adjust.delta())));
            case StockBooking.Count count -> {
                var place = place(count.locationId());
                var delta = count.counted().subtract(core.stock().at(count.partId(), place));
                yield List.of(core.stock().book(line(caller, booking, Kind.COUNT, count.locationId(), delta)));
            }
        };
    }

    private List<Movement> take(
            Caller caller, StockBooking booking, Kind kind, @Nullable UUID location, BigDecimal quantity) {
        refuseMoreThanIsThere(booking.partId(), location, quantity);
        return List.of(core.stock().book(line(caller, booking, kind, location, quantity.negate())));
    }

    private List<Movement> move(Caller caller, StockBooking.Move move) {
        refuseMoreThanIsThere(move.partId(), move.fromId(), move.quantity());
        var out = line(caller, move, Kind.MOVE, move.fromId(), move.quantity().negate());
        var in = line(caller, move, Kind.MOVE, move.toId(), move.quantity());
        return List.of(core.stock().book(out), core.stock().book(sameGroup(in, out.groupId())));
    }

    private void refuseMoreThanIsThere(UUID part, @Nullable UUID location, BigDecimal quantity) {
        var there = core.stock().at(part, place(location));
        if (there.compareTo(quantity) >= 0) return;
        var name =
                location == null ? "at no location" : "at " + location(location).name();
        throw new AppError.Unprocessable(
                "Only " + there.toPlainString() + " are " + name + ", not " + quantity.toPlainString());
    }

    /// Takes a booking back by its opposite, also when that leaves less than nothing: the ledger tells what happened.
    ///
    /// @throws AppError.NotFound for an unknown group
    /// @throws AppError.Conflict when it was taken back already, or is itself a reversal
    public List<Movement> reverse(Caller caller, UUID group, @Nullable String note) {
        caller.require(Permission.PARTS_UPDATE);
        new Rules().atMost("note", note, LONGEST_NOTE).enforce();
        return core.database().together(() -> {
            var lines = core.stock().group(group);
            if (lines.isEmpty()) throw new AppError.NotFound("Movement", group.toString());
            if (lines.getFirst().reverses() != null) throw new AppError.Conflict("A reversal is not reversed again");
            if (core.stock().reversalOf(group).isPresent()) {
                throw new AppError.Conflict("The movement was reversed already");
            }
            var id = UUID.randomUUID();
            var booked = new ArrayList<Movement>();
            for (var line : lines.reversed()) booked.add(core.stock().book(opposite(caller, line, id, note)));
            announce(part(lines.getFirst().partId()), booked.getLast().total());
            return booked;
        });
    }

    private StockTable.Booking opposite(Caller caller, Movement line, UUID group, @Nullable String note) {
        return new StockTable.Booking(
                group,
                core.now(),
                line.partId(),
                line.locationId(),
                line.delta().negate(),
                Kind.REVERSAL,
                line.reason(),
                note,
                caller.username(),
                line.orderItemId(),
                line.groupId());
    }

    /// Where the part lies.
    public List<StockLine> of(Caller caller, UUID part) {
        caller.require(Permission.PARTS_READ);
        return core.stock().of(part);
    }

    /// The part's ledger, newest first.
    public List<Movement> ledger(Caller caller, UUID part, int limit, int offset) {
        caller.require(Permission.PARTS_READ);
        return core.stock().ledger(part, limit, offset);
    }

    private void announce(Part before, BigDecimal total) {
        boolean isLow = before.minQuantity() != null && total.compareTo(before.minQuantity()) < 0;
        core.announce(new StockChanged(before.id(), before.name(), total, isLow));
    }

    private Part part(UUID id) {
        return core.parts().find(id).orElseThrow(() -> new AppError.NotFound("Part", id.toString()));
    }

    private Location location(UUID id) {
        return core.locations().find(id).orElseThrow(() -> new AppError.NotFound("Location", id.toString()));
    }

    private UUID place(@Nullable UUID location) {
        return location == null ? Location.NOWHERE : location(location).id();
    }

    private StockTable.Booking line(
            Caller caller, StockBooking booking, Kind kind, @Nullable UUID location, BigDecimal delta) {
        return new StockTable.Booking(
                UUID.randomUUID(),
                core.now(),
                booking.partId(),
                place(location),
                delta,
                kind,
                booking.reason(),
                booking.note(),
                caller.username(),
                null,
                null);
    }

    private static StockTable.Booking withItem(StockTable.Booking line, @Nullable UUID item) {
        return new StockTable.Booking(
                line.groupId(),
                line.at(),
                line.partId(),
                line.locationId(),
                line.delta(),
                line.kind(),
                line.reason(),
                line.note(),
                line.who(),
                item,
                null);
    }

    private static StockTable.Booking sameGroup(StockTable.Booking line, UUID group) {
        return new StockTable.Booking(
                group,
                line.at(),
                line.partId(),
                line.locationId(),
                line.delta(),
                line.kind(),
                line.reason(),
                line.note(),
                line.who(),
                null,
                null);
    }
}
