package org.gemba.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gemba.inventory.data.CategoryTable;
import org.gemba.inventory.data.FileTable;
import org.gemba.inventory.data.LocationTable;
import org.gemba.inventory.data.OrderTable;
import org.gemba.inventory.data.PartTable;
import org.gemba.inventory.data.StockTable;
import org.gemba.inventory.data.SummaryTable;
import org.gemba.inventory.data.Trail;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;

/// The tables that the services of the inventory share.
record InventoryCore(
        Database database,
        PartTable parts,
        CategoryTable categories,
        LocationTable locations,
        StockTable stock,
        OrderTable orders,
        SummaryTable summaries,
        FileTable files,
        Trail trail,
        Events events,
        Clock clock) {
    /// The time as the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The same at another time.
    InventoryCore at(Clock other) {
        return new InventoryCore(
                database, parts, categories, locations, stock, orders, summaries, files, trail, events, other);
    }

    /// Tells the others when the write that goes on is stored, so that they read what it wrote.
    void announce(Object event) {
        database.afterwards(() -> events.publish(event));
    }
}
