package org.gemba.inventory.data;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.inventory.Category;
import org.gemba.inventory.Datasheet;
import org.gemba.inventory.Location;
import org.gemba.inventory.OrderSummary;
import org.gemba.inventory.Part;
import org.gemba.platform.db.Database;

/// Reads the whole inventory in one transaction that sees one moment.
public final class Export {
    private static final int PARTS_AT_ONCE = 2000;

    private final Database database;
    private final PartTable parts;

    public Export(Database database, PartTable parts) {
        this.database = database;
        this.parts = parts;
    }

    public record Extras(
            Map<UUID, OrderSummary> summaries,
            Map<UUID, List<OrderTable.Line>> orders,
            Map<UUID, List<Datasheet>> datasheets) {}

    public interface Sink {
        void begin(List<Location> locations, List<Category> categories);

        void parts(List<Part> parts, Extras extras);
    }

    public void all(Sink sink) {
        database.read(handle -> {
            sink.begin(
                    handle.createQuery("select * from inv_location order by seq")
                            .map(LocationTable::location)
                            .list(),
                    handle.createQuery("select * from inv_category order by seq")
                            .map(CategoryTable::category)
                            .list());
            long after = -1;
            while (true) {
                var slice = parts.after(handle, after, PARTS_AT_ONCE);
                if (slice.parts().isEmpty()) return after;
                var ids = slice.parts().stream().map(Part::id).toList();
                sink.parts(
                        slice.parts(),
                        new Extras(
                                SummaryTable.of(handle, ids),
                                OrderTable.linesOf(handle, ids),
                                FileTable.datasheetsOf(handle, ids)));
                after = slice.lastSeq();
            }
        });
    }
}
