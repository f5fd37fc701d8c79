package org.gemba.inventory.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gemba.inventory.data.StockTable.Booking;
import org.jdbi.v3.core.Handle;

/// What is there of some parts while many lines are booked: read once, added up in memory, stored once.
final class StockSums {
    private final Map<Place, BigDecimal> places = new HashMap<>();
    private final Set<Place> stored = new HashSet<>();
    private final Set<Place> changed = new HashSet<>();
    private final Map<UUID, BigDecimal> totals = new HashMap<>();

    private record Place(UUID part, UUID location) {}

    StockSums(Handle handle, List<UUID> parts) {
        for (var some : PartTable.slices(parts)) {
            handle.createQuery("select part_id, location_id, quantity from inv_stock where part_id in (<ids>)")
                    .bindList("ids", some)
                    .map((row, context) -> {
                        var place = new Place(
                                row.getObject("part_id", UUID.class), row.getObject("location_id", UUID.class));
                        var quantity = Numbers.whole(row.getBigDecimal("quantity"));
                        places.put(place, quantity);
                        stored.add(place);
                        return totals.merge(place.part(), quantity, BigDecimal::add);
                    })
                    .list();
        }
    }

    void add(Booking booking) {
        var place = new Place(booking.partId(), booking.locationId());
        places.merge(place, booking.delta(), BigDecimal::add);
        totals.merge(booking.partId(), booking.delta(), BigDecimal::add);
        changed.add(place);
    }

    BigDecimal at(Booking booking) {
        return Numbers.whole(places.getOrDefault(new Place(booking.partId(), booking.locationId()), BigDecimal.ZERO));
    }

    BigDecimal total(UUID part) {
        return Numbers.whole(totals.getOrDefault(part, BigDecimal.ZERO));
    }

    Map<UUID, BigDecimal> totals() {
        return Map.copyOf(totals);
    }

    void store(Handle handle, Instant at) {
        var updates = handle.prepareBatch(
                "update inv_stock set quantity = :quantity where part_id = :part and location_id = :location");
        var inserts = handle.prepareBatch(
                "insert into inv_stock (part_id, location_id, quantity) values (:part, :location, :quantity)");
        for (var place : changed) {
            (stored.contains(place) ? updates : inserts)
                    .bind("part", place.part())
                    .bind("location", place.location())
                    .bind("quantity", Numbers.whole(places.getOrDefault(place, BigDecimal.ZERO)))
                    .add();
        }
        if (updates.size() > 0) updates.execute();
        if (inserts.size() > 0) inserts.execute();
        var parts = handle.prepareBatch("""
                update inv_part set quantity = :total, change_no = nextval('inv_change'), changed_at = :at,
                    version = version + 1
                where id = :part""");
        changed.stream()
                .map(Place::part)
                .distinct()
                .forEach(part -> parts.bind("total", total(part))
                        .bind("at", at)
                        .bind("part", part)
                        .add());
        parts.execute();
    }
}
