package org.gemba.erp.data;

import static org.gemba.erp.data.DocumentTable.day;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.DeliveryLine;
import org.gemba.erp.Exact;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.ProductionReceipt;
import org.gemba.erp.PurchaseOrderLine;
import org.gemba.erp.PurchaseReceipt;
import org.gemba.erp.SalesOrderLine;
import org.gemba.erp.SubcontractOrderLine;

/// The nine tables and how their lines become records.
final class DocumentTables {
    static final DocumentTable<SalesOrderLine> SALES_ORDERS = new DocumentTable<>(
            "erp_sales_order",
            List.of(
                    "order_date",
                    "delivery_date",
                    "material_group",
                    "customer_number",
                    "customer_name",
                    "quantity",
                    "bom_short_name",
                    "is_closed",
                    "document_status"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.orderDate())
                    .add(line.deliveryDate())
                    .add(line.materialGroup())
                    .add(line.customerNumber())
                    .add(line.customerName())
                    .add(line.quantity())
                    .add(line.bomShortName())
                    .add(line.closed())
                    .add(line.documentStatus()),
            (row, material) -> new SalesOrderLine(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    material,
                    row.getString("material_group"),
                    row.getLong("aux_id"),
                    row.getString("customer_number"),
                    row.getString("customer_name"),
                    day(row, "order_date"),
                    day(row, "delivery_date"),
                    exact(row, "quantity"),
                    row.getString("bom_short_name"),
                    row.getBoolean("is_closed"),
                    row.getString("document_status")));

    static final DocumentTable<ProductionOrder> PRODUCTION_ORDERS = new DocumentTable<>(
            "erp_production_order",
            List.of("workshop", "quantity", "status", "created_on"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.workshop())
                    .add(line.quantity())
                    .add(line.status())
                    .add(line.createdOn()),
            (row, material) -> new ProductionOrder(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    material,
                    row.getLong("aux_id"),
                    row.getString("workshop"),
                    exact(row, "quantity"),
                    row.getString("status"),
                    day(row, "created_on")));

    static final DocumentTable<ComponentLine> COMPONENTS = new DocumentTable<>(
            "erp_component",
            List.of(
                    "production_order_no",
                    "material_group",
                    "category",
                    "is_purchased",
                    "material_type",
                    "needed",
                    "picked",
                    "not_picked"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.productionOrderNo())
                    .add(line.materialGroup())
                    .add(line.category())
                    .add(line.purchased())
                    .add(line.materialType())
                    .add(line.needed())
                    .add(line.picked())
                    .add(line.notPicked()),
            (row, material) -> new ComponentLine(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("production_order_no"),
                    row.getString("mto_number"),
                    material,
                    row.getString("material_group"),
                    row.getString("category"),
                    row.getBoolean("is_purchased"),
                    row.getInt("material_type"),
                    row.getLong("aux_id"),
                    exact(row, "needed"),
                    exact(row, "picked"),
                    exact(row, "not_picked")));

    static final DocumentTable<ProductionReceipt> PRODUCTION_RECEIPTS = new DocumentTable<>(
            "erp_production_receipt",
            List.of("production_order_no", "expected", "received"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.productionOrderNo())
                    .add(line.expected())
                    .add(line.received()),
            (row, material) -> new ProductionReceipt(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    row.getString("production_order_no"),
                    material,
                    row.getLong("aux_id"),
                    exact(row, "expected"),
                    exact(row, "received")));

    static final DocumentTable<PurchaseOrderLine> PURCHASE_ORDERS = new DocumentTable<>(
            "erp_purchase_order",
            List.of("ordered", "received", "open_quantity"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.ordered())
                    .add(line.received())
                    .add(line.open()),
            (row, material) -> new PurchaseOrderLine(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    material,
                    row.getLong("aux_id"),
                    exact(row, "ordered"),
                    exact(row, "received"),
                    exact(row, "open_quantity")));

    static final DocumentTable<PurchaseReceipt> PURCHASE_RECEIPTS = new DocumentTable<>(
            "erp_purchase_receipt",
            List.of("is_subcontract", "expected", "received"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.subcontract())
                    .add(line.expected())
                    .add(line.received()),
            (row, material) -> new PurchaseReceipt(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    material,
                    row.getLong("aux_id"),
                    row.getBoolean("is_subcontract"),
                    exact(row, "expected"),
                    exact(row, "received")));

    static final DocumentTable<SubcontractOrderLine> SUBCONTRACT_ORDERS = new DocumentTable<>(
            "erp_subcontract_order",
            List.of("ordered", "received", "open_quantity"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.ordered())
                    .add(line.received())
                    .add(line.open()),
            (row, material) -> new SubcontractOrderLine(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    material,
                    row.getLong("aux_id"),
                    exact(row, "ordered"),
                    exact(row, "received"),
                    exact(row, "open_quantity")));

    static final DocumentTable<PickLine> PICKS = new DocumentTable<>(
            "erp_pick",
            List.of("component_list_no", "applied", "issued"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.componentListNo())
                    .add(line.applied())
                    .add(line.issued()),
            (row, material) -> new PickLine(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    row.getString("component_list_no"),
                    material,
                    row.getLong("aux_id"),
                    exact(row, "applied"),
                    exact(row, "issued")));

    static final DocumentTable<DeliveryLine> DELIVERIES = new DocumentTable<>(
            "erp_delivery",
            List.of("delivered_on", "expected", "delivered"),
            (line, cells) -> cells.common(
                            line.billNo(), line.entryId(), line.mtoNumber(), line.material(), line.auxId())
                    .add(line.deliveredOn())
                    .add(line.expected())
                    .add(line.delivered()),
            (row, material) -> new DeliveryLine(
                    row.getString("bill_no"),
                    row.getLong("entry_id"),
                    row.getString("mto_number"),
                    material,
                    row.getLong("aux_id"),
                    day(row, "delivered_on"),
                    exact(row, "expected"),
                    exact(row, "delivered")));

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

    private DocumentTables() {}

    private static BigDecimal exact(ResultSet row, String column) throws SQLException {
        return Exact.plain(row.getBigDecimal(column));
    }
}
