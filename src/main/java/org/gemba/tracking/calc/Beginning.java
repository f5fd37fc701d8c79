package org.gemba.tracking.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.PurchaseOrderLine;
import org.gemba.erp.SubcontractOrderLine;
import org.jspecify.annotations.Nullable;

/// Whether the making of a good has begun, by the documents of its MTO: a production order has left planning, something
/// was issued for one, or the good itself was ordered from a supplier.
///
/// A good's production orders are its own and those of the parts that their component lists name, and so on down. Where
/// the MTO has no other good, everything under it serves this one.
final class Beginning {
    private static final int RELEASED = 3;

    private final List<ProductionOrder> orders;
    private final List<ComponentLine> components;
    private final List<PickLine> picks;
    private final List<PurchaseOrderLine> purchases;
    private final List<SubcontractOrderLine> subcontracts;

    Beginning(
            List<ProductionOrder> orders,
            List<ComponentLine> components,
            List<PickLine> picks,
            List<PurchaseOrderLine> purchases,
            List<SubcontractOrderLine> subcontracts) {
        this.orders = orders;
        this.components = components;
        this.picks = picks;
        this.purchases = purchases;
        this.subcontracts = subcontracts;
    }

    /// The good's own production orders: those of its variant, or of none, where its variant has any.
    List<ProductionOrder> own(String code, long auxId) {
        var all = orders.stream()
                .filter(order -> order.material().code().equals(code))
                .toList();
        boolean hasVariant = auxId != 0 && all.stream().anyMatch(order -> order.auxId() == auxId);
        return hasVariant
                ? all.stream()
                        .filter(order -> order.auxId() == auxId || order.auxId() == 0)
                        .toList()
                : all;
    }

    /// @param alone whether the MTO has no other good
    boolean hasBegun(String code, long auxId, boolean alone) {
        var serving = alone ? orders : serving(code, auxId);
        if (serving.stream().anyMatch(Beginning::isReleased)) return true;
        var lists = lists(serving);
        var issued = picks.stream()
                .filter(pick -> alone || lists.contains(pick.componentListNo()))
                .map(PickLine::issued)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (issued.signum() > 0) return true;
        return purchases.stream().anyMatch(line -> line.material().code().equals(code))
                || subcontracts.stream().anyMatch(line -> line.material().code().equals(code));
    }

    /// When the first that left planning was entered; null for none.
    @Nullable
    LocalDate startedOn(String code, long auxId, boolean alone) {
        LocalDate first = null;
        for (var order : alone ? orders : serving(code, auxId)) {
            var day = order.createdOn();
            if (day != null && isReleased(order) && (first == null || day.isBefore(first))) first = day;
        }
        return first;
    }

    /// 1 planned and 2 plan confirmed are plans; from 3, released, on it is the workshop's. A state that nobody knows
    /// counts as begun, since the order exists.
    private static boolean isReleased(ProductionOrder order) {
        return !order.status().matches("[0-9]") || Integer.parseInt(order.status()) >= RELEASED;
    }

    private List<ProductionOrder> serving(String code, long auxId) {
        var found = new HashSet<>(own(code, auxId));
        var bills = bills(found);
        while (true) {
            var parts = new HashSet<String>();
            for (var line : components) {
                if (bills.contains(line.productionOrderNo()))
                    parts.add(line.material().code());
            }
            for (var order : orders) if (parts.contains(order.material().code())) found.add(order);
            var more = bills(found);
            if (more.size() == bills.size()) return List.copyOf(found);
            bills = more;
        }
    }

    private static Set<String> bills(Iterable<ProductionOrder> orders) {
        var bills = new HashSet<String>();
        for (var order : orders) bills.add(order.billNo());
        return bills;
    }

    private Set<String> lists(List<ProductionOrder> serving) {
        var bills = bills(serving);
        var lists = new HashSet<String>();
        for (var line : components) {
            if (bills.contains(line.productionOrderNo())) lists.add(line.billNo());
        }
        return lists;
    }
}
