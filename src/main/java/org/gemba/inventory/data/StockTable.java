package org.gemba.inventory.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.Movement;
import org.gemba.inventory.StockLine;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Stock by part and location, the part's total, and the ledger: always changed together.
public final class StockTable {
    private final Database database;

    public StockTable(Database database) {
        this.database = database;
    }

    /// What is to be booked at one location.
    public record Booking(
            UUID groupId,
            Instant at,
            UUID partId,
            UUID locationId,
            BigDecimal delta,
            Movement.Kind kind,
            String reason,
            @Nullable String note,
            String who,
            @Nullable UUID orderItemId,
            @Nullable UUID reverses) {}

    /// What is there of a part at a location; nothing when it was never there.
    public BigDecimal at(UUID part, UUID location) {
        return database.read(handle -> at(handle, part, location));
    }

    private static BigDecimal at(Handle handle, UUID part, UUID location) {
        return handle.createQuery("select quantity from inv_stock where part_id = :part and location_id = :location")
                .bind("part", part)
                .bind("location", location)
                .mapTo(BigDecimal.class)
                .findOne()
                .map(Numbers::whole)
                .orElse(BigDecimal.ZERO);
    }

    /// Adds the line, and to stock and total what it says.
    public Movement book(Booking booking) {
        return database.write(handle -> {
            var balance = Numbers.whole(
                    at(handle, booking.partId(), booking.locationId()).add(booking.delta()));
            put(handle, booking, balance);
            var total = Numbers.whole(total(handle, booking.partId()));
            handle.createUpdate("""
                            update inv_part set quantity = :total, change_no = nextval('inv_change'),
                                changed_at = :at, version = version + 1
                            where id = :part""")
                    .bind("total", total)
                    .bind("at", booking.at())
                    .bind("part", booking.partId())
                    .execute();
            return line(handle, booking, balance, total);
        });
    }

    /// Adds many lines in their order at once; for each part the total afterwards.
    public Map<UUID, BigDecimal> bookAll(List<Booking> bookings) {
        return database.write(handle -> {
            var parts = bookings.stream().map(Booking::partId).distinct().toList();
            var sums = new StockSums(handle, parts);
            var lines = handle.prepareBatch("""
                    insert into inv_movement (group_id, at, part_id, location_id, delta, balance, total, kind,
                        reason, note, who, order_item_id, reverses)
                    values (:groupId, :at, :partId, :locationId, :delta, :balance, :total, :kind, :reason, :note,
                        :who, :orderItemId, :reverses)""");
            for (var booking : bookings) {
                sums.add(booking);
                lines.bindMethods(booking)
                        .bind("kind", booking.kind().name())
                        .bind("balance", sums.at(booking))
                        .bind("total", sums.total(booking.partId()))
                        .add();
            }
            if (bookings.isEmpty()) return Map.of();
            lines.execute();
            sums.store(handle, bookings.getFirst().at());
            return sums.totals();
        });
    }

    private static BigDecimal total(Handle handle, UUID part) {
        return handle.createQuery("select coalesce(sum(quantity), 0) from inv_stock where part_id = :part")
                .bind("part", part)
                .mapTo(BigDecimal.class)
                .one();
    }

    private static void put(Handle handle, Booking booking, BigDecimal balance) {
        int changed = handle.createUpdate(
                        "update inv_stock set quantity = :balance where part_id = :part and location_id = :location")
                .bind("balance", balance)
                .bind("part", booking.partId())
                .bind("location", booking.locationId())
                .execute();
        if (changed > 0) return;
        handle.execute(
                "insert into inv_stock (part_id, location_id, quantity) values (?, ?, ?)",
                booking.partId(),
                booking.locationId(),
                balance);
    }

    private static Movement line(Handle handle, Booking booking, BigDecimal balance, BigDecimal total) {
        long id = handle.createUpdate("""
                        insert into inv_movement (group_id, at, part_id, location_id, delta, balance, total, kind,
                            reason, note, who, order_item_id, reverses)
                        values (:groupId, :at, :partId, :locationId, :delta, :balance, :total, :kind, :reason, :note,
                            :who, :orderItemId, :reverses)""")
                .bindMethods(booking)
                .bind("kind", booking.kind().name())
                .bind("balance", balance)
                .bind("total", total)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new Movement(
                id,
                booking.groupId(),
                booking.at(),
                booking.partId(),
                booking.locationId(),
                booking.delta(),
                balance,
                total,
                booking.kind(),
                booking.reason(),
                booking.note(),
                booking.who(),
                booking.orderItemId(),
                booking.reverses());
    }

    /// The part is not counted any more; its ledger stays.
    public void forget(UUID part) {
        database.write(handle -> {
            handle.execute("delete from inv_stock where part_id = ?", part);
            return handle.execute(
                    "update inv_part set quantity = null, change_no = nextval('inv_change') where id = ?", part);
        });
    }

    /// Where a part lies, most first; places where nothing is left are not named.
    public List<StockLine> of(UUID part) {
        return database.read(handle ->
                handle.createQuery("""
                        select s.part_id, s.quantity, l.* from inv_stock s
                        left join inv_location l on l.id = s.location_id
                        where s.part_id = :id and s.quantity <> 0 order by s.quantity desc, l.name""").bind("id", part).map(StockTable::stock).list());
    }

    /// What lies at these locations.
    public List<StockLine> at(Collection<UUID> locations) {
        if (locations.isEmpty()) return List.of();
        return database.read(handle -> handle.createQuery("""
                        select s.part_id, s.quantity, l.* from inv_stock s
                        left join inv_location l on l.id = s.location_id
                        where s.location_id in (<ids>) and s.quantity <> 0""")
                .bindList("ids", List.copyOf(locations))
                .map(StockTable::stock)
                .list());
    }

    /// The ledger of a part, newest first.
    public List<Movement> ledger(UUID part, int limit, int offset) {
        return database.read(handle -> handle.createQuery(
                        "select * from inv_movement where part_id = :id order by id desc limit :limit offset :offset")
                .bind("id", part)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(StockTable::movement)
                .list());
    }

    /// What was booked together, in its order.
    public List<Movement> group(UUID group) {
        return database.read(handle -> handle.createQuery("select * from inv_movement where group_id = :id order by id")
                .bind("id", group)
                .map(StockTable::movement)
                .list());
    }

    /// What was booked for an order line and not taken back since.
    public List<UUID> groupsOfItem(UUID item) {
        return database.read(handle ->
                handle.createQuery("""
                        select distinct m.group_id from inv_movement m
                        where m.order_item_id = :item and m.reverses is null and not exists
                            (select 1 from inv_movement r where r.reverses = m.group_id)""").bind("item", item).mapTo(UUID.class).list());
    }

    /// The group that takes this one back, if any.
    public Optional<UUID> reversalOf(UUID group) {
        return database.read(handle -> handle.createQuery(
                        "select group_id from inv_movement where reverses = :id order by id fetch first 1 rows only")
                .bind("id", group)
                .mapTo(UUID.class)
                .findOne());
    }

    private static StockLine stock(ResultSet row, StatementContext context) throws SQLException {
        var location = row.getString("name") == null ? null : LocationTable.location(row, context);
        return new StockLine(
                row.getObject("part_id", UUID.class), location, Numbers.whole(row.getBigDecimal("quantity")));
    }

    static Movement movement(ResultSet row, StatementContext context) throws SQLException {
        return new Movement(
                row.getLong("id"),
                row.getObject("group_id", UUID.class),
                Numbers.instant(row, "at"),
                row.getObject("part_id", UUID.class),
                row.getObject("location_id", UUID.class),
                Numbers.whole(row.getBigDecimal("delta")),
                Numbers.whole(row.getBigDecimal("balance")),
                Numbers.whole(row.getBigDecimal("total")),
                Movement.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("note"),
                row.getString("who"),
                row.getObject("order_item_id", UUID.class),
                row.getObject("reverses", UUID.class));
    }
}
