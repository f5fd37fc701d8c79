package org.gemba.mto.calc;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.gemba.erp.MtoDocuments;
import org.gemba.mto.RelatedOrders;
import org.gemba.mto.RelatedOrders.Bill;
import org.gemba.mto.RelatedOrders.Kind;

/// Collects the bill numbers of an MTO.
final class RelatedBills {
    private final EnumMap<Kind, List<Bill>> bills = new EnumMap<>(Kind.class);

    private RelatedBills() {}

    static RelatedOrders of(MtoDocuments documents) {
        var found = new RelatedBills();
        found.add(Kind.SALES_ORDER, documents.salesOrders(), line -> new Bill(line.billNo(), null));
        found.add(Kind.PRODUCTION_ORDER, documents.productionOrders(), order -> new Bill(order.billNo(), null));
        found.add(Kind.PURCHASE_ORDER, documents.purchaseOrders(), line -> new Bill(line.billNo(), null));
        found.add(Kind.SUBCONTRACT_ORDER, documents.subcontractOrders(), line -> new Bill(line.billNo(), null));
        found.add(
                Kind.PRODUCTION_RECEIPT,
                documents.productionReceipts(),
                line -> new Bill(line.billNo(), line.productionOrderNo().isBlank() ? null : line.productionOrderNo()));
        found.add(Kind.MATERIAL_PICKING, documents.picks(), line -> new Bill(line.billNo(), null));
        found.add(Kind.SALES_DELIVERY, documents.deliveries(), line -> new Bill(line.billNo(), null));
        found.add(Kind.PURCHASE_RECEIPT, documents.purchaseReceipts(), line -> new Bill(line.billNo(), null));
        return new RelatedOrders(found.bills);
    }

    private <D> void add(Kind kind, Collection<D> documents, Function<D, Bill> bill) {
        var unique = new LinkedHashMap<String, Bill>();
        for (var document : documents) {
            var found = bill.apply(document);
            unique.putIfAbsent(found.billNo(), found);
        }
        bills.put(kind, List.copyOf(unique.values()));
    }
}
