package org.gemba.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gemba.demo.k3cloud.FormKind;
import org.gemba.demo.k3cloud.Forms;
import org.gemba.demo.k3cloud.MemoryDocuments;

/// Builds the documents of a small factory for tests of tracking: customers with their invite codes, and orders by what
/// is known of them.
public final class Shopfloor {
    private final MemoryDocuments.Builder all = MemoryDocuments.builder();
    private long entry = 1000;
    private int bill;

    /// With the customers C001 and C002 (INVITE001, INVITE002), C003 who is forbidden, and two who share a code.
    public Shopfloor() {
        customer("5001", "C001", "Example Corp", "INVITE001", "A");
        customer("5002", "C002", "Other Ltd", "INVITE002", "A");
        customer("5003", "C003", "Forbidden Inc", "INVITE003", "B");
        customer("5004", "C004", "Twin One", "TWIN", "A");
        customer("5005", "C005", "Twin Two", "TWIN", "A");
        all.add(Forms.MATERIAL, "FNumber", "07.1", "FName", "潜水面镜 Mask", "FSpecification", "M-40");
        all.add(Forms.MATERIAL, "FNumber", "07.2", "FName", "脚蹼 Fins", "FSpecification", "42");
        all.add(Forms.AUX_TEXT, "FID", "11", "FF100001", "Blue");
        all.add(Forms.AUX_TEXT, "FID", "12", "FF100001", "Red");
    }

    /// One order in every status for each of two customers, and one whose number does not go into an address.
    public static MemoryDocuments twoCustomers() {
        return standard().build();
    }

    public static Shopfloor standard() {
        var floor = new Shopfloor();
        for (var customer : new String[] {"C001", "C002"}) {
            var letter = customer.equals("C001") ? "A" : "B";
            floor.sale("SO-" + letter + "1", letter + "K1", customer, "07.1", "100");
            floor.sale("SO-" + letter + "2", letter + "K2", customer, "07.1", "100");
            floor.sale("SO-" + letter + "2", letter + "K2", customer, "07.2", "50");
            floor.production(letter + "K2", "07.1", "100", "4");
            floor.sale("SO-" + letter + "3", letter + "K3", customer, "07.1", "100");
            floor.production(letter + "K3", "07.1", "100", "6");
            floor.receipt(letter + "K3", "07.1", "100");
            floor.delivery(letter + "K3", "07.1", "40");
            floor.sale("SO-" + letter + "4", letter + "K4", customer, "07.2", "10", "FCloseStatus", "B");
            floor.sale("SO-" + letter + "5", letter + "K5", customer, "07.2", "10", "FCancelStatus", "B");
            floor.sale("SO/" + letter + " 6", letter + "K6", customer, "07.1", "5");
        }
        return floor;
    }

    public MemoryDocuments build() {
        return all.build();
    }

    public Shopfloor customer(String id, String number, String name, String code, String forbidden) {
        all.add(
                Forms.CUSTOMER,
                "FCUSTID",
                id,
                "FNumber",
                number,
                "FName",
                name,
                "F_QWJI_WXYQM",
                code,
                "FDocumentStatus",
                "C",
                "FForbidStatus",
                forbidden);
        return this;
    }

    public Shopfloor sale(String bill, String mto, String customer, String code, String quantity, String... more) {
        return add(
                Forms.SALES_ORDER,
                bill,
                with(
                        new String[] {
                            "FMtoNo",
                            mto,
                            "FCustId.FNumber",
                            customer,
                            "FMaterialId.FNumber",
                            code,
                            "FQty",
                            quantity,
                            "FCloseStatus",
                            "A",
                            "FDeliveryDate",
                            "2026-04-15"
                        },
                        more));
    }

    public Shopfloor production(String mto, String code, String quantity, String status, String... more) {
        var own = new String[] {
            "FMTONo", mto, "FMaterialId.FNumber", code, "FQty", quantity, "FStatus", status, "FWorkShopID.FName", "总装"
        };
        return add(Forms.PRODUCTION_ORDER, "MO" + ++bill, with(own, more));
    }

    public Shopfloor receipt(String mto, String code, String quantity, String... more) {
        var own = new String[] {"FMtoNo", mto, "FMaterialId.FNumber", code, "FRealQty", quantity, "FMustQty", quantity};
        return add(Forms.PRODUCTION_RECEIPT, "RK" + ++bill, with(own, more));
    }

    public Shopfloor delivery(String mto, String code, String quantity, String... more) {
        var own = new String[] {"FMTONO", mto, "FMaterialId.FNumber", code, "FRealQty", quantity, "FMustQty", quantity};
        return add(Forms.DELIVERY, "CK" + ++bill, with(own, more));
    }

    private static String[] with(String[] own, String[] more) {
        var values = java.util.Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, values, own.length, more.length);
        return values;
    }

    private Shopfloor add(FormKind form, String bill, String... values) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("FBillNo", bill);
        row.put(form.entryKey(), Long.toString(++entry));
        row.put("FDocumentStatus", "C");
        row.put("FCancelStatus", "A");
        row.put("FDate", "2026-03-01");
        row.put("FCreateDate", "2026-03-01T08:00:00");
        row.put("FModifyDate", "2026-03-05T08:00:00");
        for (int i = 0; i + 1 < values.length; i += 2) row.put(values[i], values[i + 1]);
        all.add(form, row);
        return this;
    }
}
