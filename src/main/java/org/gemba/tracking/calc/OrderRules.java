package org.gemba.tracking.calc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.MtoMatch;
import org.gemba.erp.SalesOrderLine;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.TrackedMaterial;
import org.gemba.tracking.TrackedOrder;

/// The rules by which documents become the state of orders (decision 0160), for what is asked live and for what is
/// stored alike:
///
/// - cancelled: every line was cancelled; a cancelled line of an order that goes on counts for nothing;
/// - completed: every line that counts is closed;
/// - shipped: something was delivered, in part or in full;
/// - producing: making has begun ({@link Beginning}), or something is in stock for it;
/// - pending: none of these.
///
/// A material is judged by the same rules from its own documents.
public final class OrderRules {
    private static final String TEMPORARY = "Z";

    private OrderRules() {}

    private record OrderKey(String customerNumber, String orderNo) {}

    /// The orders of these sales lines, the newest first.
    ///
    /// @param lines all lines of every order that is asked for
    /// @param documents everything about their MTO numbers, other orders' sales lines included
    public static List<TrackedOrder> orders(Collection<SalesOrderLine> lines, DocumentSet documents) {
        var byOrder = new LinkedHashMap<OrderKey, List<SalesOrderLine>>();
        for (var line : lines) {
            if (isTemporary(line)) continue;
            byOrder.computeIfAbsent(new OrderKey(line.customerNumber(), line.billNo()), key -> new ArrayList<>())
                    .add(line);
        }
        var mtos = mtos(lines, documents);
        return byOrder.values().stream()
                .map(own -> order(own, mtos))
                .sorted(TrackedOrder.NEWEST_FIRST)
                .toList();
    }

    private static TrackedOrder order(List<SalesOrderLine> lines, Map<String, MtoShares> mtos) {
        var first = lines.getFirst();
        var groups = new LinkedHashMap<MtoShares.Key, List<SalesOrderLine>>();
        for (var line : lines.stream().sorted(DocumentLine.ORDER).toList()) {
            groups.computeIfAbsent(MtoShares.Key.of(line), key -> new ArrayList<>())
                    .add(line);
        }
        var materials = groups.values().stream()
                .map(group -> material(group, Objects.requireNonNull(mtos.get(folded(group.getFirst())))))
                .toList();
        return new TrackedOrder(
                first.billNo(),
                first.customerNumber(),
                first.customerName(),
                first.orderDate(),
                lines.stream()
                        .map(SalesOrderLine::deliveryDate)
                        .filter(Objects::nonNull)
                        .min(java.util.Comparator.naturalOrder())
                        .orElse(null),
                status(materials),
                materials);
    }

    private static OrderStatus status(List<TrackedMaterial> materials) {
        var counting = materials.stream()
                .map(TrackedMaterial::status)
                .filter(status -> status != OrderStatus.CANCELLED)
                .toList();
        if (counting.isEmpty()) return OrderStatus.CANCELLED;
        if (counting.stream().allMatch(status -> status == OrderStatus.COMPLETED)) return OrderStatus.COMPLETED;
        boolean shipped = materials.stream()
                .filter(one -> one.status() != OrderStatus.CANCELLED)
                .anyMatch(one -> one.delivered().signum() > 0);
        if (shipped) return OrderStatus.SHIPPED;
        boolean begun = counting.contains(OrderStatus.PRODUCING);
        return begun ? OrderStatus.PRODUCING : OrderStatus.PENDING;
    }

    private static TrackedMaterial material(List<SalesOrderLine> lines, MtoShares mto) {
        var first = lines.getFirst();
        var counting = lines.stream().filter(line -> !line.cancelled()).toList();
        var ordered = counting.isEmpty() ? lines : counting;
        var code = first.material().code();
        var received = mto.received(counting);
        var delivered = mto.delivered(counting);
        OrderStatus status;
        if (counting.isEmpty()) status = OrderStatus.CANCELLED;
        else if (counting.stream().allMatch(SalesOrderLine::closed)) status = OrderStatus.COMPLETED;
        else if (delivered.signum() > 0) status = OrderStatus.SHIPPED;
        else if (received.signum() > 0 || mto.hasBegun(code, first.auxId())) status = OrderStatus.PRODUCING;
        else status = OrderStatus.PENDING;
        return new TrackedMaterial(
                first.entryId(),
                first.mtoNumber(),
                code,
                first.material().name(),
                first.material().specification(),
                first.auxId(),
                status,
                ordered.stream().map(SalesOrderLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                mto.planned(counting),
                mto.startedOn(code, first.auxId()),
                mto.picking(code, first.auxId()),
                received,
                delivered,
                delivered.signum() > 0 ? mto.deliveredOn(code, first.auxId()) : null);
    }

    private static Map<String, MtoShares> mtos(Collection<SalesOrderLine> lines, DocumentSet documents) {
        var numbers = new HashMap<String, MtoShares>();
        var byNumber = MtoShares.split(documents);
        for (var line : lines) {
            numbers.computeIfAbsent(folded(line), number -> {
                // A line without a number has no documents, however many others have none either.
                var set = number.isEmpty() ? DocumentSet.EMPTY : byNumber.getOrDefault(number, DocumentSet.EMPTY);
                return new MtoShares(
                        set,
                        lines.stream().filter(one -> folded(one).equals(number)).toList());
            });
        }
        return numbers;
    }

    /// Put aside by somebody who had not finished entering it; no order yet.
    static boolean isTemporary(SalesOrderLine line) {
        return line.documentStatus().equals(TEMPORARY);
    }

    static String folded(DocumentLine line) {
        return MtoMatch.folded(line.mtoNumber());
    }
}
