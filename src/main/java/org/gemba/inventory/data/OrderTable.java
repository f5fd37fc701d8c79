package org.gemba.inventory.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gemba.inventory.OrderItem;
import org.gemba.inventory.SupplierOrder;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/// Supplier orders with their items.
public final class OrderTable {
    private final Database database;

    public OrderTable(Database database) {
        this.database = database;
    }

    public Optional<SupplierOrder> find(UUID id) {
        return database.read(handle -> withItems(
                        handle,
                        handle.createQuery("select * from inv_order where id = :id")
                                .bind("id", id)
                                .map(OrderTable::order)
                                .list())
                .stream()
                .findFirst());
    }

    /// The orders of a supplier under that number, the first one first.
    public List<SupplierOrder> findByNumber(String supplier, String number) {
        return database.read(handle -> withItems(
                handle,
                handle.createQuery(
                                "select * from inv_order where supplier = :supplier and order_number = :number order by seq")
                        .bind("supplier", supplier)
                        .bind("number", number)
                        .map(OrderTable::order)
                        .list()));
    }

    /// Newest first.
    public List<SupplierOrder> list(int limit, int offset) {
        return database.read(handle -> withItems(
                handle,
                handle.createQuery("""
                                select * from inv_order order by order_date desc nulls last, seq desc
                                limit :limit offset :offset""")
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map(OrderTable::order)
                        .list()));
    }

    private static List<SupplierOrder> withItems(Handle handle, List<SupplierOrder> orders) {
        if (orders.isEmpty()) return orders;
        var items = new HashMap<UUID, List<OrderItem>>();
        for (var some : PartTable.slices(orders.stream().map(SupplierOrder::id).toList())) {
            handle.createQuery("select * from inv_order_item where order_id in (<ids>) order by line_no")
                    .bindList("ids", some)
                    .map(OrderTable::item)
                    .forEach(item -> items.computeIfAbsent(item.orderId(), id -> new ArrayList<>())
                            .add(item));
        }
        return orders.stream()
                .map(order -> with(order, items.getOrDefault(order.id(), List.of())))
                .toList();
    }

    public void insert(SupplierOrder order) {
        database.write(handle -> {
            fields(handle.createUpdate("""
                            insert into inv_order (id, order_number, supplier, order_date, status, tracking_number,
                                subtotal, tax, shipping, total, currency, notes, source, created_at, changed_at,
                                version)
                            values (:id, :number, :supplier, :date, :status, :trackingNumber, :subtotal, :tax,
                                :shipping, :total, :currency, :notes, :source, :createdAt, :changedAt, 1)"""), order).execute();
            insertItems(handle, order.items());
            return order.id();
        });
    }

    private static void insertItems(Handle handle, List<OrderItem> items) {
        if (items.isEmpty()) return;
        var batch = handle.prepareBatch("""
                insert into inv_order_item (id, order_id, line_no, part_id, supplier_part_number,
                    manufacturer_part_number, description, manufacturer, quantity_ordered, quantity_received,
                    unit_price, extended_price, status)
                values (:id, :orderId, :lineNo, :partId, :supplierPartNumber, :manufacturerPartNumber, :description,
                    :manufacturer, :quantityOrdered, :quantityReceived, :unitPrice, :extendedPrice, :statusName)""");
        for (var item : items) {
            batch.bindMethods(item).bind("statusName", item.status().name()).add();
        }
        batch.execute();
    }

    /// Stores the order's own fields and counts its version up; the items stay.
    public void update(SupplierOrder order) {
        database.write(handle -> fields(handle.createUpdate("""
                        update inv_order set order_number = :number, supplier = :supplier, order_date = :date,
                            status = :status, tracking_number = :trackingNumber, subtotal = :subtotal, tax = :tax,
                            shipping = :shipping, total = :total, currency = :currency, notes = :notes,
                            source = :source, changed_at = :changedAt, version = version + 1
                        where id = :id"""), order).execute());
    }

    private static <S extends SqlStatement<S>> S fields(S statement, SupplierOrder order) {
        return statement.bindMethods(order).bind("status", order.status().name());
    }

    public void received(UUID item, BigDecimal quantity, OrderItem.Status status) {
        database.write(handle -> handle.execute(
                "update inv_order_item set quantity_received = ?, status = ? where id = ?",
                quantity,
                status.name(),
                item));
    }

    public void delete(UUID id) {
        database.write(handle -> {
            handle.execute("delete from inv_order_item where order_id = ?", id);
            return handle.execute("delete from inv_order where id = ?", id);
        });
    }

    public Optional<OrderItem> findItem(UUID id) {
        return database.read(handle -> handle.createQuery("select * from inv_order_item where id = :id")
                .bind("id", id)
                .map(OrderTable::item)
                .findOne());
    }

    /// The lines of a part with their orders, newest order first.
    public List<Line> linesOf(UUID part) {
        return linesOf(List.of(part)).getOrDefault(part, List.of());
    }

    /// One line of an order, and of which order.
    public record Line(SupplierOrder order, OrderItem item) {}

    /// The same of several parts at once.
    public Map<UUID, List<Line>> linesOf(List<UUID> parts) {
        return database.read(handle -> linesOf(handle, parts));
    }

    static Map<UUID, List<Line>> linesOf(Handle handle, List<UUID> parts) {
        var items = new ArrayList<OrderItem>();
        for (var some : PartTable.slices(parts)) {
            items.addAll(handle.createQuery("""
                            select i.* from inv_order_item i join inv_order o on o.id = i.order_id
                            where i.part_id in (<ids>)
                            order by o.order_date desc nulls last, o.seq desc, i.line_no""")
                    .bindList("ids", some)
                    .map(OrderTable::item)
                    .list());
        }
        var orders = new HashMap<UUID, SupplierOrder>();
        var ids = items.stream().map(OrderItem::orderId).distinct().toList();
        for (var some : PartTable.slices(ids)) {
            handle.createQuery("select * from inv_order where id in (<ids>)")
                    .bindList("ids", some)
                    .map(OrderTable::order)
                    .forEach(order -> orders.put(order.id(), order));
        }
        var lines = new HashMap<UUID, List<Line>>();
        for (var item : items) {
            var order = orders.get(item.orderId());
            if (order == null || item.partId() == null) continue;
            lines.computeIfAbsent(item.partId(), id -> new ArrayList<>()).add(new Line(order, item));
        }
        return lines;
    }

    private static SupplierOrder with(SupplierOrder order, List<OrderItem> items) {
        return new SupplierOrder(
                order.id(),
                order.number(),
                order.supplier(),
                order.date(),
                order.status(),
                order.trackingNumber(),
                order.subtotal(),
                order.tax(),
                order.shipping(),
                order.total(),
                order.currency(),
                order.notes(),
                order.source(),
                items,
                order.createdAt(),
                order.changedAt(),
                order.version());
    }

    private static SupplierOrder order(ResultSet row, StatementContext context) throws SQLException {
        return new SupplierOrder(
                row.getObject("id", UUID.class),
                row.getString("order_number"),
                row.getString("supplier"),
                row.getObject("order_date", LocalDate.class),
                SupplierOrder.Status.valueOf(row.getString("status")),
                row.getString("tracking_number"),
                Numbers.whole(row.getBigDecimal("subtotal")),
                Numbers.whole(row.getBigDecimal("tax")),
                Numbers.whole(row.getBigDecimal("shipping")),
                Numbers.whole(row.getBigDecimal("total")),
                row.getString("currency"),
                row.getString("notes"),
                row.getString("source"),
                List.of(),
                Numbers.instant(row, "created_at"),
                Numbers.instant(row, "changed_at"),
                row.getInt("version"));
    }

    private static OrderItem item(ResultSet row, StatementContext context) throws SQLException {
        return new OrderItem(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("line_no"),
                row.getObject("part_id", UUID.class),
                row.getString("supplier_part_number"),
                row.getString("manufacturer_part_number"),
                row.getString("description"),
                row.getString("manufacturer"),
                Numbers.whole(row.getBigDecimal("quantity_ordered")),
                Numbers.whole(row.getBigDecimal("quantity_received")),
                Numbers.plain(row.getBigDecimal("unit_price")),
                Numbers.plain(row.getBigDecimal("extended_price")),
                OrderItem.Status.valueOf(row.getString("status")));
    }
}
