package org.gemba.erp.k3cloud;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.DeliveryLine;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.ErpForm;
import org.gemba.erp.Material;
import org.gemba.erp.MaterialMaster;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.ProductionReceipt;
import org.gemba.erp.PurchaseOrderLine;
import org.gemba.erp.PurchaseReceipt;
import org.gemba.erp.SalesOrderLine;
import org.gemba.erp.SubcontractOrderLine;

/// Makes document lines of rows.
final class Decoder {
    private static final String SUBCONTRACT_RECEIPT = "RKD03_SYS";
    private static final String CLOSED = "B";

    private Decoder() {}

    /// The lines of a form in their order. What was cancelled after it was booked is left out where it would count as
    /// stock or as bought.
    static List<DocumentLine> lines(ErpForm form, List<K3Row> rows) {
        var lines = new ArrayList<DocumentLine>(rows.size());
        var counters = new HashMap<String, Integer>();
        for (var row : rows) {
            if (form != ErpForm.SALES_ORDER && row.text("cancelled").equals("B")) continue;
            long id = row.id("entryId");
            lines.add(line(form, row, id != 0 ? id : -counted(counters, row)));
        }
        lines.sort(DocumentLine.ORDER);
        return lines;
    }

    private static int counted(HashMap<String, Integer> counters, K3Row row) {
        var key = String.join("\u0000", bill(row), mto(row), row.text("code"), row.text("aux"));
        return counters.merge(key, 1, Integer::sum);
    }

    private static DocumentLine line(ErpForm form, K3Row row, long id) {
        var bill = bill(row);
        var mto = mto(row);
        var material = new Material(row.text("code"), row.text("name"), row.text("specification"));
        long aux = row.id("aux");
        return switch (form) {
            case SALES_ORDER -> salesOrder(row, id, mto, material, aux);
            case PRODUCTION_ORDER ->
                new ProductionOrder(
                        bill,
                        id,
                        mto,
                        material,
                        aux,
                        row.text("workshop"),
                        row.number("quantity"),
                        row.text("status"),
                        row.date("created"));
            case COMPONENT_LIST -> component(row, id, mto, material, aux);
            case PRODUCTION_RECEIPT ->
                new ProductionReceipt(
                        bill,
                        id,
                        mto,
                        row.text("order"),
                        material,
                        aux,
                        row.number("expected"),
                        row.number("received"));
            case PURCHASE_ORDER ->
                new PurchaseOrderLine(
                        bill,
                        id,
                        mto,
                        material,
                        aux,
                        row.number("ordered"),
                        row.number("received"),
                        row.number("open"));
            case PURCHASE_RECEIPT ->
                new PurchaseReceipt(
                        bill,
                        id,
                        mto,
                        material,
                        aux,
                        row.text("billType").equals(SUBCONTRACT_RECEIPT),
                        row.number("expected"),
                        row.number("received"));
            case SUBCONTRACT_ORDER ->
                new SubcontractOrderLine(
                        bill,
                        id,
                        mto,
                        material,
                        aux,
                        row.number("ordered"),
                        row.number("received"),
                        row.number("open"));
            case PICKING ->
                new PickLine(
                        bill,
                        id,
                        mto,
                        row.text("list"),
                        material,
                        aux,
                        row.number("applied"),
                        row.number("issued"),
                        !row.isEmpty("applied") && !row.isEmpty("issued"));
            case DELIVERY ->
                new DeliveryLine(
                        bill,
                        id,
                        mto,
                        material,
                        aux,
                        row.date("date"),
                        row.number("expected"),
                        row.number("delivered"));
            case AUX_TEXT, MATERIAL, CUSTOMER -> throw new IllegalArgumentException(form + " has no documents");
        };
    }

    private static SalesOrderLine salesOrder(K3Row row, long id, String mto, Material material, long aux) {
        return new SalesOrderLine(
                bill(row),
                id,
                mto,
                material,
                row.text("group"),
                aux,
                row.text("customerNumber"),
                row.text("customerName"),
                row.date("date"),
                row.date("deliveryDate"),
                row.number("quantity"),
                row.text("bom"),
                isClosed(row),
                row.text("cancelled").equals("B"),
                row.text("status"));
    }

    private static boolean isClosed(K3Row row) {
        return row.text("closed1").equals(CLOSED)
                || row.text("closed2").equals(CLOSED)
                || row.text("closed3").equals(CLOSED)
                || row.flag("closed3")
                || row.text("cancelled").equals("B");
    }

    private static ComponentLine component(K3Row row, long id, String mto, Material material, long aux) {
        return new ComponentLine(
                bill(row),
                id,
                row.text("order"),
                mto,
                material,
                row.text("group"),
                row.text("category"),
                row.flag("purchased"),
                materialType(row),
                aux,
                row.number("needed"),
                row.number("picked"),
                row.number("notPicked"));
    }

    private static int materialType(K3Row row) {
        var number = row.number("type");
        return number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 ? 0 : number.intValue();
    }

    static MaterialMaster material(K3Row row) {
        return new MaterialMaster(
                row.text("code"),
                row.text("name"),
                row.text("specification"),
                row.text("group"),
                row.text("category"),
                row.flag("purchased"),
                row.text("class"));
    }

    /// A component list without a number of its own is called as its production order.
    private static String bill(K3Row row) {
        var bill = row.text("bill");
        return bill.isEmpty() ? row.text("order") : bill;
    }

    /// The line's own number, else the one in the bill's head.
    static String mto(K3Row row) {
        var own = row.text("mto");
        return own.isEmpty() ? row.text("headerMto") : own;
    }
}
