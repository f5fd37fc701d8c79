package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.inventory.Movement.Kind;
import org.gemba.inventory.data.StockTable;
import org.jspecify.annotations.Nullable;

/// Keeps the ledger true when a part itself is changed: by another total, or by another location.
final class PartStock {
    private final InventoryCore core;

    PartStock(InventoryCore core) {
        this.core = core;
    }

    /// Books what is missing at the part's location until the total is the given one.
    ///
    /// @param total null when the part shall not be counted any more
    void correct(Caller caller, Part part, @Nullable BigDecimal total, String reason) {
        if (total == null) {
            forget(caller, part, reason);
            return;
        }
        var now = core.parts().find(part.id()).map(Part::quantity).orElse(null);
        if (now != null && now.compareTo(total) == 0) return;
        var delta = now == null ? total : total.subtract(now);
        core.stock().book(line(caller, part.id(), place(part), delta, Kind.ADJUST, reason, UUID.randomUUID()));
    }

    private void forget(Caller caller, Part part, String reason) {
        for (var line : core.stock().of(part.id())) {
            var place =
                    line.location() == null ? Location.NOWHERE : line.location().id();
            core.stock()
                    .book(line(
                            caller,
                            part.id(),
                            place,
                            line.quantity().negate(),
                            Kind.ADJUST,
                            reason,
                            UUID.randomUUID()));
        }
        core.stock().forget(part.id());
    }

    /// A part that belongs elsewhere now takes what lay at its old location with it.
    void follow(Caller caller, Part before, Part after) {
        if (Objects.equals(before.locationId(), after.locationId())) return;
        move(caller, before.id(), place(before), place(after), "new location");
    }

    /// Moves all that is there.
    void move(Caller caller, UUID part, UUID from, UUID to, String reason) {
        var there = core.stock().at(part, from);
        if (there.signum() == 0) return;
        var group = UUID.randomUUID();
        core.stock().book(line(caller, part, from, there.negate(), Kind.MOVE, reason, group));
        core.stock().book(line(caller, part, to, there, Kind.MOVE, reason, group));
    }

    private static UUID place(Part part) {
        var location = part.locationId();
        return location == null ? Location.NOWHERE : location;
    }

    private StockTable.Booking line(
            Caller caller, UUID part, UUID place, BigDecimal delta, Kind kind, String reason, UUID group) {
        return new StockTable.Booking(
                group, core.now(), part, place, delta, kind, reason, null, caller.username(), null, null);
    }
}
