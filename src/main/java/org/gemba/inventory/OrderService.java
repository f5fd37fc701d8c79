package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.inventory.data.OrderTable;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// Supplier orders: kept with their items, received in part or in full, summed up by part.
public final class OrderService {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NUMBER = 120;
    private static final int LONGEST_NOTES = 10_000;
    private static final int CURRENCY = 3;

    private final InventoryCore core;
    private final StockService stock;
    private final Summaries summaries;

    OrderService(InventoryCore core, StockService stock) {
        this.core = core;
        this.stock = stock;
        this.summaries = new Summaries(core);
    }

    /// One line of an order, seen from its part.
    public record PartOrder(SupplierOrder order, OrderItem item) {}

    /// Keeps an order; when its goods are there, books them in at the location of each part.
    ///
    /// @throws AppError.NotFound when an item names an unknown part
    public SupplierOrder add(Caller caller, NewOrder wanted) {
        caller.require(Permission.PARTS_UPDATE);
        checked(wanted);
        return core.database().together(() -> {
            var known = new HashMap<UUID, Part>();
            core.parts()
                    .byIds(wanted.items().stream()
                            .map(NewOrder.Item::partId)
                            .distinct()
                            .toList())
                    .forEach(part -> known.put(part.id(), part));
            var order = order(wanted, known);
            core.orders().insert(order);
            if (wanted.isReceived()) stock.receiveAll(caller, order, known, note(order));
            summaries.renew(parts(order));
            var added = known(order.id());
            core.trail().line(caller, "create", "supplier order", order.id(), null, added);
            core.announce(new PartsChanged());
            return added;
        });
    }

    private static void checked(NewOrder order) {
        var rules = new Rules()
                .required("supplier", order.supplier(), LONGEST_TEXT)
                .atMost("order_number", order.number(), LONGEST_NUMBER)
                .atMost("tracking_number", order.trackingNumber(), LONGEST_NUMBER)
                .atMost("notes", order.notes(), LONGEST_NOTES)
                .notNegative("tax", order.tax())
                .notNegative("shipping", order.shipping())
                .check(
                        order.currency().matches("[A-Z]{" + CURRENCY + "}"),
                        "currency",
                        order.currency(),
                        "must be a currency code of three letters");
        for (int i = 0; i < order.items().size(); i++) {
            var item = order.items().get(i);
            var at = "items[" + i + "].";
            rules.notNegative(at + "quantity_ordered", item.quantity())
                    .notNegative(at + "unit_price", item.unitPrice())
                    .storable(at + "extended_price", item.extendedPrice())
                    .atMost(at + "supplier_part_number", item.supplierPartNumber(), LONGEST_TEXT)
                    .atMost(at + "manufacturer_part_number", item.manufacturerPartNumber(), LONGEST_TEXT)
                    .atMost(at + "manufacturer", item.manufacturer(), LONGEST_TEXT);
        }
        rules.enforce();
    }

    private SupplierOrder order(NewOrder wanted, Map<UUID, Part> known) {
        var id = UUID.randomUUID();
        var items = new ArrayList<OrderItem>();
        for (var item : wanted.items()) {
            if (!known.containsKey(item.partId()))
                throw new AppError.NotFound("Part", item.partId().toString());
            items.add(item(id, items.size() + 1, item, wanted.isReceived()));
        }
        var subtotal = items.stream()
                .map(OrderItem::extendedPrice)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SupplierOrder(
                id,
                wanted.number(),
                wanted.supplier(),
                wanted.date(),
                wanted.isReceived() ? SupplierOrder.Status.DELIVERED : wanted.status(),
                wanted.trackingNumber(),
                subtotal,
                wanted.tax(),
                wanted.shipping(),
                subtotal.add(wanted.tax()).add(wanted.shipping()),
                wanted.currency(),
                wanted.notes(),
                wanted.source(),
                items,
                core.now(),
                core.now(),
                1);
    }

    private static OrderItem item(UUID order, int line, NewOrder.Item item, boolean received) {
        return new OrderItem(
                UUID.randomUUID(),
                order,
                line,
                item.partId(),
                item.supplierPartNumber(),
                item.manufacturerPartNumber(),
                item.description(),
                item.manufacturer(),
                item.quantity(),
                received ? item.quantity() : BigDecimal.ZERO,
                item.unitPrice(),
                extended(item),
                received ? OrderItem.Status.RECEIVED : OrderItem.Status.ORDERED);
    }

    private static @Nullable BigDecimal extended(NewOrder.Item item) {
        if (item.extendedPrice() != null || item.unitPrice() == null) return item.extendedPrice();
        return item.quantity().multiply(item.unitPrice()).setScale(6, java.math.RoundingMode.HALF_UP);
    }

    /// Books in what came of one line; more than was ordered is accepted, as suppliers send it.
    ///
    /// @param locationId where it is put; null for the part's own location
    /// @throws AppError.Conflict when the line or the order is cancelled, or the part is gone
    public OrderItem receive(Caller caller, UUID itemId, BigDecimal quantity, @Nullable UUID locationId) {
        caller.require(Permission.PARTS_UPDATE);
        return core.database().together(() -> {
            var item = core.orders()
                    .findItem(itemId)
                    .orElseThrow(() -> new AppError.NotFound("Order item", itemId.toString()));
            var order = known(item.orderId());
            if (order.status() == SupplierOrder.Status.CANCELLED || item.status() == OrderItem.Status.CANCELLED) {
                throw new AppError.Conflict("The order line is cancelled");
            }
            receive(caller, order, item, quantity, locationId);
            settle(order.id());
            core.announce(new PartsChanged());
            return core.orders().findItem(itemId).orElseThrow();
        });
    }

    private void receive(
            Caller caller, SupplierOrder order, OrderItem item, BigDecimal quantity, @Nullable UUID locationId) {
        var partId = item.partId();
        if (partId == null) throw new AppError.Conflict("The part of this order line is deleted");
        if (quantity.signum() != 0) {
            var place = locationId != null
                    ? locationId
                    : core.parts().find(partId).map(Part::locationId).orElse(null);
            stock.book(caller, new StockBooking.Receive(partId, place, quantity, "delivery", note(order), item.id()));
        }
        var received = item.quantityReceived().add(quantity);
        var status =
                received.compareTo(item.quantityOrdered()) >= 0 ? OrderItem.Status.RECEIVED : OrderItem.Status.PARTIAL;
        core.orders().received(item.id(), received, status);
    }

    private static String note(SupplierOrder order) {
        var note = order.number() == null ? order.supplier() : order.supplier() + " " + order.number();
        return note.length() <= 500 ? note : note.substring(0, 500);
    }

    /// An order whose every line has come is delivered.
    private void settle(UUID id) {
        var order = known(id);
        boolean all = order.items().stream()
                .allMatch(item ->
                        item.status() == OrderItem.Status.RECEIVED || item.status() == OrderItem.Status.CANCELLED);
        if (all && order.status() != SupplierOrder.Status.DELIVERED) {
            core.orders().update(order.with(SupplierOrder.Status.DELIVERED, order.trackingNumber(), core.now()));
        }
    }

    /// Sets the state and the tracking number.
    ///
    /// @throws AppError.Conflict when somebody changed the order since that version
    public SupplierOrder update(
            Caller caller, UUID id, SupplierOrder.Status status, @Nullable String trackingNumber, int version) {
        caller.require(Permission.PARTS_UPDATE);
        new Rules().atMost("tracking_number", trackingNumber, LONGEST_NUMBER).enforce();
        return core.database().together(() -> {
            var before = known(id);
            if (before.version() != version) {
                throw new AppError.Conflict("The order was changed by somebody else meanwhile");
            }
            core.orders().update(before.with(status, trackingNumber, core.now()));
            summaries.renew(parts(before));
            var after = known(id);
            core.trail().line(caller, "update", "supplier order", id, before, after);
            core.announce(new PartsChanged());
            return after;
        });
    }

    /// Removes an order as if it had never been: what was received is taken back in the ledger.
    public void undo(Caller caller, UUID id) {
        caller.require(Permission.PARTS_UPDATE);
        core.database().together(() -> {
            var order = known(id);
            for (var item : order.items()) {
                for (var group : core.stock().groupsOfItem(item.id())) stock.reverse(caller, group, "order undone");
            }
            core.orders().delete(id);
            summaries.renew(parts(order));
            core.trail().line(caller, "undo", "supplier order", id, order, null);
            core.announce(new PartsChanged());
            return id;
        });
    }

    public Optional<SupplierOrder> find(Caller caller, UUID id) {
        caller.require(Permission.PARTS_READ);
        return core.orders().find(id);
    }

    public List<SupplierOrder> findByNumber(Caller caller, String supplier, String number) {
        caller.require(Permission.PARTS_READ);
        return core.orders().findByNumber(supplier, number);
    }

    /// Newest first.
    public List<SupplierOrder> list(Caller caller, int limit, int offset) {
        caller.require(Permission.PARTS_READ);
        return core.orders().list(limit, offset);
    }

    /// The orders of a part, newest first.
    public List<PartOrder> ofPart(Caller caller, UUID part) {
        caller.require(Permission.PARTS_READ);
        return core.orders().linesOf(part).stream().map(OrderService::seen).toList();
    }

    public Optional<OrderSummary> summary(Caller caller, UUID part) {
        caller.require(Permission.PARTS_READ);
        return core.summaries().of(part);
    }

    private static PartOrder seen(OrderTable.Line line) {
        return new PartOrder(line.order(), line.item());
    }

    private static LinkedHashSet<UUID> parts(SupplierOrder order) {
        return order.items().stream()
                .map(OrderItem::partId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private SupplierOrder known(UUID id) {
        return core.orders().find(id).orElseThrow(() -> new AppError.NotFound("Order", id.toString()));
    }

    /// Orders, summaries and datasheets of several parts at once, for lists.
    PartExtras extras(List<UUID> parts) {
        return new PartExtras(
                core.summaries().of(parts),
                seen(core.orders().linesOf(parts)),
                core.files().datasheetsOf(parts));
    }

    static Map<UUID, List<PartOrder>> seen(Map<UUID, List<OrderTable.Line>> lines) {
        var orders = new HashMap<UUID, List<PartOrder>>();
        lines.forEach((part, some) ->
                orders.put(part, some.stream().map(OrderService::seen).toList()));
        return orders;
    }
}
