package org.gemba.erp;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Documents of any number of MTO numbers, each form in the ERP's order of entries.
public record DocumentSet(
        List<SalesOrderLine> salesOrders,
        List<ProductionOrder> productionOrders,
        List<ComponentLine> components,
        List<ProductionReceipt> productionReceipts,
        List<PurchaseOrderLine> purchaseOrders,
        List<PurchaseReceipt> purchaseReceipts,
        List<SubcontractOrderLine> subcontractOrders,
        List<PickLine> picks,
        List<DeliveryLine> deliveries,
        Map<Long, String> auxTexts,
        Map<String, MaterialMaster> materials) {

    /// How many documents of the nine forms there are.
    public int size() {
        return salesOrders.size()
                + productionOrders.size()
                + components.size()
                + productionReceipts.size()
                + purchaseOrders.size()
                + purchaseReceipts.size()
                + subcontractOrders.size()
                + picks.size()
                + deliveries.size();
    }

    /// Those whose MTO number passes: a form with two MTO fields may bring lines of others along.
    public DocumentSet only(Predicate<String> mtoNumber) {
        return new DocumentSet(
                filtered(salesOrders, line -> mtoNumber.test(line.mtoNumber())),
                filtered(productionOrders, line -> mtoNumber.test(line.mtoNumber())),
                filtered(components, line -> mtoNumber.test(line.mtoNumber())),
                filtered(productionReceipts, line -> mtoNumber.test(line.mtoNumber())),
                filtered(purchaseOrders, line -> mtoNumber.test(line.mtoNumber())),
                filtered(purchaseReceipts, line -> mtoNumber.test(line.mtoNumber())),
                filtered(subcontractOrders, line -> mtoNumber.test(line.mtoNumber())),
                filtered(picks, line -> mtoNumber.test(line.mtoNumber())),
                filtered(deliveries, line -> mtoNumber.test(line.mtoNumber())),
                auxTexts,
                materials);
    }

    /// The same documents as the answer about one number.
    public MtoDocuments about(String mtoNumber, boolean live, java.time.Instant asOf) {
        return new MtoDocuments(
                mtoNumber,
                live,
                asOf,
                salesOrders,
                productionOrders,
                components,
                productionReceipts,
                purchaseOrders,
                purchaseReceipts,
                subcontractOrders,
                picks,
                deliveries,
                auxTexts,
                materials);
    }

    private static <T> List<T> filtered(List<T> lines, Predicate<T> passes) {
        return lines.stream().filter(passes).toList();
    }
}
