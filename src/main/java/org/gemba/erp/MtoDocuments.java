package org.gemba.erp;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All documents about one MTO number, from one source.
///
/// @param mtoNumber the number that was asked for
/// @param live whether they came from the ERP just now
/// @param asOf the stamp of the oldest of them: when live, the time of asking
/// @param auxTexts the text of each auxiliary attribute id that occurs; ids without a text are absent
/// @param materials the material masters of the codes that occur, where known
public record MtoDocuments(
        String mtoNumber,
        boolean live,
        Instant asOf,
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

    /// Whether the ERP knows the number at all: a sales, production or purchase order has it.
    public boolean isKnown() {
        return !(salesOrders.isEmpty() && productionOrders.isEmpty() && purchaseOrders.isEmpty());
    }
}
