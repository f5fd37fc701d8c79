package org.gemba.erp.data;

import java.util.List;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.DeliveryLine;
import org.gemba.erp.ErpForm;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.ProductionReceipt;
import org.gemba.erp.PurchaseOrderLine;
import org.gemba.erp.PurchaseReceipt;
import org.gemba.erp.SalesOrderLine;
import org.gemba.erp.SubcontractOrderLine;

/// The nine document tables.
final class Tables {
    static final DocumentTable<SalesOrderLine> SALES_ORDERS = new DocumentTable<>(
            ErpForm.SALES_ORDER,
            "erp_sales_order",
            "customer_number, customer_name, order_date, delivery_date, quantity, bom_short_name, closed, cancelled,"
                    + " document_status",
            SalesOrderLine.class,
            (line, into) -> into.text(line.customerNumber())
                    .text(line.customerName())
                    .day(line.orderDate())
                    .day(line.deliveryDate())
                    .number(line.quantity())
                    .text(line.bomShortName())
                    .flag(line.closed())
                    .flag(line.cancelled())
                    .text(line.documentStatus()),
            (c, from) -> new SalesOrderLine(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    c.material(),
                    c.group(),
                    c.auxId(),
                    from.text(),
                    from.text(),
                    from.day(),
                    from.day(),
                    from.number(),
                    from.text(),
                    from.flag(),
                    from.flag(),
                    from.text()));
    static final DocumentTable<ProductionOrder> PRODUCTION_ORDERS = new DocumentTable<>(
            ErpForm.PRODUCTION_ORDER,
            "erp_production_order",
            "workshop, quantity, status, created_on",
            ProductionOrder.class,
            (line, into) -> into.text(line.workshop())
                    .number(line.quantity())
                    .text(line.status())
                    .day(line.createdOn()),
            (c, from) -> new ProductionOrder(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    c.material(),
                    c.auxId(),
                    from.text(),
                    from.number(),
                    from.text(),
                    from.day()));
    static final DocumentTable<ComponentLine> COMPONENTS = new DocumentTable<>(
            ErpForm.COMPONENT_LIST,
            "erp_component",
            "production_order_no, material_type, needed, picked, not_picked",
            ComponentLine.class,
            (line, into) -> into.text(line.productionOrderNo())
                    .count(line.materialType())
                    .number(line.needed())
                    .number(line.picked())
                    .number(line.notPicked()),
            (c, from) -> new ComponentLine(
                    c.billNo(),
                    c.entryId(),
                    from.text(),
                    c.mtoNumber(),
                    c.material(),
                    c.group(),
                    c.category(),
                    c.purchased(),
                    from.count(),
                    c.auxId(),
                    from.number(),
                    from.number(),
                    from.number()));
    static final DocumentTable<ProductionReceipt> PRODUCTION_RECEIPTS = new DocumentTable<>(
            ErpForm.PRODUCTION_RECEIPT,
            "erp_production_receipt",
            "production_order_no, expected, received",
            ProductionReceipt.class,
            (line, into) ->
                    into.text(line.productionOrderNo()).number(line.expected()).number(line.received()),
            (c, from) -> new ProductionReceipt(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    from.text(),
                    c.material(),
                    c.auxId(),
                    from.number(),
                    from.number()));
    static final DocumentTable<PurchaseOrderLine> PURCHASE_ORDERS = new DocumentTable<>(
            ErpForm.PURCHASE_ORDER,
            "erp_purchase_order",
            "ordered, received, still_open",
            PurchaseOrderLine.class,
            (line, into) -> into.number(line.ordered()).number(line.received()).number(line.open()),
            (c, from) -> new PurchaseOrderLine(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    c.material(),
                    c.auxId(),
                    from.number(),
                    from.number(),
                    from.number()));
    static final DocumentTable<PurchaseReceipt> PURCHASE_RECEIPTS = new DocumentTable<>(
            ErpForm.PURCHASE_RECEIPT,
            "erp_purchase_receipt",
            "subcontract, expected, received",
            PurchaseReceipt.class,
            (line, into) ->
                    into.flag(line.subcontract()).number(line.expected()).number(line.received()),
            (c, from) -> new PurchaseReceipt(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    c.material(),
                    c.auxId(),
                    from.flag(),
                    from.number(),
                    from.number()));
    static final DocumentTable<SubcontractOrderLine> SUBCONTRACT_ORDERS = new DocumentTable<>(
            ErpForm.SUBCONTRACT_ORDER,
            "erp_subcontract_order",
            "ordered, received, still_open",
            SubcontractOrderLine.class,
            (line, into) -> into.number(line.ordered()).number(line.received()).number(line.open()),
            (c, from) -> new SubcontractOrderLine(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    c.material(),
                    c.auxId(),
                    from.number(),
                    from.number(),
                    from.number()));
    static final DocumentTable<PickLine> PICKS = new DocumentTable<>(
            ErpForm.PICKING,
            "erp_pick",
            "component_list_no, applied, issued, quantified",
            PickLine.class,
            (line, into) -> into.text(line.componentListNo())
                    .number(line.applied())
                    .number(line.issued())
                    .flag(line.quantified()),
            (c, from) -> new PickLine(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    from.text(),
                    c.material(),
                    c.auxId(),
                    from.number(),
                    from.number(),
                    from.flag()));
    static final DocumentTable<DeliveryLine> DELIVERIES = new DocumentTable<>(
            ErpForm.DELIVERY,
            "erp_delivery",
            "delivered_on, expected, delivered",
            DeliveryLine.class,
            (line, into) -> into.day(line.deliveredOn()).number(line.expected()).number(line.delivered()),
            (c, from) -> new DeliveryLine(
                    c.billNo(),
                    c.entryId(),
                    c.mtoNumber(),
                    c.material(),
                    c.auxId(),
                    from.day(),
                    from.number(),
                    from.number()));

    /// In the order of {@link ErpForm#DOCUMENTS}.
    static final List<DocumentTable<?>> ALL = List.of(
            SALES_ORDERS,
            PRODUCTION_ORDERS,
            COMPONENTS,
            PRODUCTION_RECEIPTS,
            PURCHASE_ORDERS,
            PURCHASE_RECEIPTS,
            SUBCONTRACT_ORDERS,
            PICKS,
            DELIVERIES);

    private Tables() {}
}
