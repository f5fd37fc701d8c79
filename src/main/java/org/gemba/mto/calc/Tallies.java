package org.gemba.mto.calc;

import java.math.BigDecimal;
import java.util.Map;
import org.gemba.erp.MtoDocuments;

/// All totals of one MTO.
final class Tallies {
    final Tally sold = new Tally();
    final Tally bom = new Tally();
    final Tally productionOrdered = new Tally();
    final Tally produced = new Tally();
    final Tally picked = new Tally();
    final Tally purchaseOrdered = new Tally();
    final Tally subcontractOrdered = new Tally();
    private final Tally purchaseOrderReceived = new Tally();
    private final Tally purchaseReceipts = new Tally();
    private final Tally subcontractOrderReceived = new Tally();
    private final Tally subcontractReceipts = new Tally();

    Tallies(MtoDocuments documents) {
        for (var line : documents.salesOrders()) sold.add(line.material().code(), line.auxId(), line.quantity());
        for (var line : documents.components()) bom.add(line.material().code(), line.auxId(), line.needed());
        for (var order : documents.productionOrders()) {
            productionOrdered.add(order.material().code(), order.auxId(), order.quantity());
        }
        for (var line : documents.productionReceipts()) {
            produced.add(line.material().code(), line.auxId(), line.received());
        }
        for (var line : documents.picks()) picked.add(line.material().code(), line.auxId(), line.issued());
        addPurchases(documents);
    }

    private void addPurchases(MtoDocuments documents) {
        for (var line : documents.purchaseOrders()) {
            purchaseOrdered.add(line.material().code(), line.auxId(), line.ordered());
            purchaseOrderReceived.add(line.material().code(), line.auxId(), line.received());
        }
        for (var line : documents.subcontractOrders()) {
            subcontractOrdered.add(line.material().code(), line.auxId(), line.ordered());
            subcontractOrderReceived.add(line.material().code(), line.auxId(), line.received());
        }
        for (var line : documents.purchaseReceipts()) {
            var receipts = line.subcontract() ? subcontractReceipts : purchaseReceipts;
            receipts.add(line.material().code(), line.auxId(), line.received());
        }
    }

    /// What came in of bought goods. Orders and receipts tell of the same goods, so only one of them counts: the
    /// orders,
    /// unless they know of nothing received and there are receipts.
    Map<Long, BigDecimal> purchaseReceived(String code) {
        return received(code, purchaseOrderReceived, purchaseReceipts);
    }

    Map<Long, BigDecimal> subcontractReceived(String code) {
        return received(code, subcontractOrderReceived, subcontractReceipts);
    }

    private static Map<Long, BigDecimal> received(String code, Tally orders, Tally receipts) {
        return orders.hasSome(code) || !receipts.has(code) ? orders.of(code) : receipts.of(code);
    }
}
