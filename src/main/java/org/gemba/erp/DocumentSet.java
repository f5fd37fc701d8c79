package org.gemba.erp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Documents of one or more MTO numbers, form by form, each list in the order of {@link DocumentLine#ORDER}.
public record DocumentSet(
        List<SalesOrderLine> salesOrders,
        List<ProductionOrder> productionOrders,
        List<ComponentLine> components,
        List<ProductionReceipt> productionReceipts,
        List<PurchaseOrderLine> purchaseOrders,
        List<PurchaseReceipt> purchaseReceipts,
        List<SubcontractOrderLine> subcontractOrders,
        List<PickLine> picks,
        List<DeliveryLine> deliveries) {

    public static final DocumentSet EMPTY = new DocumentSet(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /// The list of one form.
    public List<? extends DocumentLine> of(ErpForm form) {
        return switch (form) {
            case SALES_ORDER -> salesOrders;
            case PRODUCTION_ORDER -> productionOrders;
            case COMPONENT_LIST -> components;
            case PRODUCTION_RECEIPT -> productionReceipts;
            case PURCHASE_ORDER -> purchaseOrders;
            case PURCHASE_RECEIPT -> purchaseReceipts;
            case SUBCONTRACT_ORDER -> subcontractOrders;
            case PICKING -> picks;
            case DELIVERY -> deliveries;
            case AUX_TEXT, MATERIAL, CUSTOMER -> List.of();
        };
    }

    /// These documents as the answer about one number.
    public MtoDocuments of(
            String mtoNumber,
            boolean live,
            Instant asOf,
            Map<Long, String> auxTexts,
            Map<String, MaterialMaster> materials) {
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

    /// The documents of several sets, each list in its order.
    public static DocumentSet together(List<DocumentSet> sets) {
        if (sets.size() == 1) return sets.getFirst();
        return new DocumentSet(
                sorted(sets, DocumentSet::salesOrders),
                sorted(sets, DocumentSet::productionOrders),
                sorted(sets, DocumentSet::components),
                sorted(sets, DocumentSet::productionReceipts),
                sorted(sets, DocumentSet::purchaseOrders),
                sorted(sets, DocumentSet::purchaseReceipts),
                sorted(sets, DocumentSet::subcontractOrders),
                sorted(sets, DocumentSet::picks),
                sorted(sets, DocumentSet::deliveries));
    }

    private static <T extends DocumentLine> List<T> sorted(
            List<DocumentSet> sets, Function<DocumentSet, List<T>> form) {
        return sets.stream()
                .flatMap(set -> form.apply(set).stream())
                .sorted(DocumentLine.ORDER)
                .toList();
    }

    /// How many documents there are in all.
    public int size() {
        return ErpForm.DOCUMENTS.stream().mapToInt(form -> of(form).size()).sum();
    }
}
