package org.gemba.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.erp.CustomerDocuments;
import org.gemba.platform.error.AppError;
import org.gemba.tracking.data.Orders;

/// Orders, as their customers may see them: asked of the ERP, and where that does not answer in time, as they were
/// stored last. Every way in begins with the customer, so that no id of anybody else finds anything.
public final class TrackingOrders {
    private final CustomerDocuments erp;
    private final TrackingLogin login;
    private final Orders stored;
    private final LiveOrders live;
    private final Clock clock;

    /// A material within its order.
    public record FoundMaterial(FoundOrder order, TrackedMaterial material) {}

    TrackingOrders(CustomerDocuments erp, TrackingLogin login, Orders stored, LiveOrders live, Clock clock) {
        this.erp = erp;
        this.login = login;
        this.stored = stored;
        this.live = live;
        this.clock = clock;
    }

    /// The caller's own orders.
    ///
    /// @throws AppError.Unprocessable when no customer is bound
    /// @throws AppError.UpstreamUnavailable when the ERP does not answer and nothing was ever stored
    public OrderPage search(Caller caller, OrderQuery query) {
        return search(login.binding(caller).customerNumber(), query);
    }

    /// What a customer would see.
    public OrderPage preview(Caller caller, String customerNumber, OrderQuery query) {
        caller.require(Permission.TRACKING_MANAGE);
        return search(customerNumber, query);
    }

    /// @throws AppError.NotFound alike for an order that does not exist and for another customer's
    public FoundOrder order(Caller caller, String orderId) {
        return order(login.binding(caller).customerNumber(), orderId);
    }

    public FoundOrder previewOrder(Caller caller, String customerNumber, String orderId) {
        caller.require(Permission.TRACKING_MANAGE);
        return order(customerNumber, orderId);
    }

    /// @throws AppError.NotFound alike for a material that does not exist and for another customer's
    public FoundMaterial material(Caller caller, String materialId) {
        var customer = login.binding(caller).customerNumber();
        var id = OrderId.material(materialId).orElse(new OrderId.OfMaterial("", 0));
        var order = found(customer, id.orderNo(), TrackingProblem.NO_MATERIAL);
        var material = order.order().material(id.entryId()).orElseThrow(TrackingProblem.NO_MATERIAL::error);
        return new FoundMaterial(order, material);
    }

    private FoundOrder order(String customerNumber, String orderId) {
        return found(customerNumber, OrderId.orderNo(orderId).orElse(""), TrackingProblem.NO_ORDER);
    }

    /// Goes the same way, and takes as long, for a number that nobody has and for one that somebody else has.
    private FoundOrder found(String customerNumber, String orderNo, TrackingProblem missing) {
        if (orderNo.isEmpty()) throw missing.error();
        var asked = live.one(customerNumber, orderNo);
        if (asked.isPresent()) {
            var seen = asked.get().seen();
            var order = seen.find(orderNo).orElseThrow(missing::error);
            return found(order, seen.asOf(), !asked.get().fresh());
        }
        var asOf = storedAsOf();
        return found(stored.find(customerNumber, orderNo).orElseThrow(missing::error), asOf, true);
    }

    private FoundOrder found(TrackedOrder order, Instant asOf, boolean cacheHit) {
        var ids = order.materials().stream().map(TrackedMaterial::auxId).toList();
        return new FoundOrder(order, erp.auxTexts(ids), asOf, cacheHit);
    }

    private OrderPage search(String customerNumber, OrderQuery query) {
        var asked = live.all(customerNumber);
        if (asked.isPresent()) {
            var seen = asked.get().seen();
            return page(
                    query,
                    seen.entries(),
                    orders -> named(seen, orders),
                    seen.asOf(),
                    !asked.get().fresh());
        }
        var asOf = storedAsOf();
        return page(query, stored.entries(customerNumber), orders -> stored.find(customerNumber, orders), asOf, true);
    }

    private static List<TrackedOrder> named(LiveOrders.Seen seen, List<String> orderNos) {
        var orders = new ArrayList<TrackedOrder>();
        orderNos.forEach(orderNo -> seen.find(orderNo).ifPresent(orders::add));
        return orders;
    }

    /// @throws AppError the ERP's, when nothing was ever stored: an empty list would say that there are no orders
    private Instant storedAsOf() {
        var at = stored.refreshedAt();
        if (at.isPresent()) return at.get();
        var problem = live.lastProblem();
        if (problem != null) throw problem;
        throw new AppError.UpstreamUnavailable(
                "erp", "The ERP does not answer, and nothing was synchronised yet.", null);
    }

    private static OrderPage page(
            OrderQuery query,
            List<Orders.Entry> entries,
            Function<List<String>, List<TrackedOrder>> bodies,
            Instant asOf,
            boolean cacheHit) {
        var words = Arrays.stream(
                        query.keyword().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        long first = (query.page() - 1L) * query.pageSize();
        var shown = new ArrayList<String>();
        int total = 0;
        for (var entry : entries) {
            if (query.status() != null && entry.status() != query.status()) continue;
            if (!words.stream().allMatch(entry.searchText()::contains)) continue;
            if (total >= first && shown.size() < query.pageSize()) shown.add(entry.orderNo());
            total++;
        }
        return new OrderPage(bodies.apply(shown), total, query.page(), query.pageSize(), asOf, cacheHit);
    }

    /// The time, for answers that say when they were made.
    public Instant now() {
        return clock.instant();
    }
}
