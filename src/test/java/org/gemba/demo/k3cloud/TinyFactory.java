package org.gemba.demo.k3cloud;

/// A handful of documents for tests that ask the simulator: AK2510034 with its sub-order, AK2510035 (whose prefix
/// AK251003 it shares), one order with the number in the header only, one of purchases only.
public final class TinyFactory {
    private TinyFactory() {}

    public static DocumentSource documents() {
        return builder().build();
    }

    /// The tiny factory, open for more rows.
    public static MemoryDocuments.Builder builder() {
        var all = MemoryDocuments.builder();
        masters(all);
        sales(all, "XSDD001", "AK2510034", "07.01.001", "1001", "100");
        sales(all, "XSDD001", "AK2510034", "07.01.001", "1002", "60");
        sales(all, "XSDD002", "AK2510035", "07.01.002", "0", "50");
        all.add(
                Forms.SALES_ORDER,
                with("XSDD003", "F_QWJI_JHGZH", "AK2510036", "FMaterialId.FNumber", "07.01.002", "FQty", "40"));
        production(all, "SCDD001", "AK2510034", "07.01.001", "1001", "100", "2026-03-01T09:10:11");
        production(all, "SCDD002", "AK2510034", "05.01.001", "0", "160", "2026-03-01T23:59:59");
        production(all, "SCDD003", "AK2510034-1", "05.01.001", "0", "20", "2026-03-02");
        production(all, "SCDD004", "AK2510035", "07.01.002", "0", "50", "2026-03-07T15:00:00");
        component(all, "PPBOM001", "SCDD001", "AK2510034", "05.01.001", "160", "170");
        component(all, "PPBOM001", "SCDD001", "AK2510034", "03.01.001", "160", "0");
        component(all, "PPBOM001", "SCDD001", "AK2510034", "03.01.001", "16", "0");
        component(all, "PPBOM004", "SCDD004", "AK2510035", "08.01.001", "50", "0");
        receipt(all, "SCRK001", "B", "AK2510034", "SCDD002", "05.01.001", "80");
        receipt(all, "SCRK002", "A", "AK2510034", "SCDD002", "05.01.001", "999");
        receipt(all, "SCRK003", "C", "AK2510034", "SCDD001", "07.01.001", "95");
        purchases(all);
        picksAndDeliveries(all);
        return all;
    }

    private static void masters(MemoryDocuments.Builder all) {
        material(all, "07.01.001", "大号潜水面镜 M-40", "160x90mm", "包装成品", "成品", "9", "0");
        material(all, "07.01.002", "O'Neill 脚蹼", "42-43", "包装成品", "成品", "9", "0");
        material(all, "05.01.001", "镜框半成品", "PC", "半成品", "半成品", "2", "0");
        material(all, "03.01.001", "彩盒", "", "外销包材", "包材", "1", "1");
        material(all, "08.01.001", "电镀扣具", "", "委外加工", "委外", "3", "0");
        all.add(
                Forms.CUSTOMER,
                "FNumber",
                "C001",
                "FName",
                "Example Corp",
                "F_QWJI_WXYQM",
                "INVITE001",
                "FDocumentStatus",
                "C");
        all.add(Forms.AUX_TEXT, "FID", "1001", "FF100001", "Blue Model");
        all.add(Forms.AUX_TEXT, "FID", "1002", "FF100002.FName", "Red");
    }

    private static void purchases(MemoryDocuments.Builder all) {
        for (var mto : new String[] {"AK2510034", "BZ2600001"})
            all.add(
                    Forms.PURCHASE_ORDER,
                    with(
                            "CGDD-" + mto,
                            "FMtoNo",
                            mto,
                            "FMaterialId.FNumber",
                            "03.01.001",
                            "FQty",
                            "176",
                            "FStockInQty",
                            "100",
                            "FRemainStockInQty",
                            "76"));
        all.add(
                Forms.PURCHASE_RECEIPT,
                with(
                        "CGRK001",
                        "FMtoNo",
                        "AK2510034",
                        "FMaterialId.FNumber",
                        "03.01.001",
                        "FRealQty",
                        "100",
                        "FMustQty",
                        "176",
                        "FBillTypeID.FNumber",
                        "RKD01_SYS"));
        all.add(
                Forms.SUBCONTRACT_ORDER,
                with(
                        "WWDD001",
                        "FMtoNo",
                        "AK2510035",
                        "FMaterialId.FNumber",
                        "08.01.001",
                        "FQty",
                        "50",
                        "FStockInQty",
                        "20",
                        "FNoStockInQty",
                        "30"));
        all.add(
                Forms.PURCHASE_RECEIPT,
                with(
                        "WWRK001",
                        "FMtoNo",
                        "AK2510035",
                        "FMaterialId.FNumber",
                        "08.01.001",
                        "FRealQty",
                        "20",
                        "FMustQty",
                        "50",
                        "FBillTypeID.FNumber",
                        "RKD03_SYS"));
    }

    private static void picksAndDeliveries(MemoryDocuments.Builder all) {
        all.add(
                Forms.PICKING,
                with(
                        "SLL001",
                        "FMTONO",
                        "AK2510034",
                        "FMaterialId.FNumber",
                        "05.01.001",
                        "FAppQty",
                        "160",
                        "FActualQty",
                        "170",
                        "FPPBomBillNo",
                        "PPBOM001"));
        all.add(
                Forms.DELIVERY,
                with(
                        "XSCK001",
                        "FMTONO",
                        "AK2510034",
                        "FMaterialId.FNumber",
                        "07.01.001",
                        "FRealQty",
                        "90",
                        "FMustQty",
                        "100",
                        "FAuxPropId",
                        "1001",
                        "FCustomerID.FNumber",
                        "C001"));
    }

    private static void material(MemoryDocuments.Builder all, String... values) {
        all.add(
                Forms.MATERIAL,
                "FNumber",
                values[0],
                "FName",
                values[1],
                "FSpecification",
                values[2],
                "FCategoryID.FName",
                values[3],
                "FMaterialGroup",
                values[4],
                "FErpClsID",
                values[5],
                "FIsPurchase",
                values[6],
                "FDocumentStatus",
                "C");
    }

    private static void sales(
            MemoryDocuments.Builder all, String bill, String mto, String material, String aux, String quantity) {
        all.add(
                Forms.SALES_ORDER,
                with(
                        bill,
                        "FMtoNo",
                        mto,
                        "FMaterialId.FNumber",
                        material,
                        "FAuxPropId",
                        aux,
                        "FQty",
                        quantity,
                        "FCustId.FNumber",
                        "C001",
                        "FDeliveryDate",
                        "2026-04-15",
                        "FBomId.FName",
                        "BOM-A",
                        "FCloseStatus",
                        "A"));
    }

    private static void production(
            MemoryDocuments.Builder all, String bill, String mto, String material, String... rest) {
        all.add(
                Forms.PRODUCTION_ORDER,
                with(
                        bill,
                        "FMTONo",
                        mto,
                        "FMaterialId.FNumber",
                        material,
                        "FAuxPropId",
                        rest[0],
                        "FQty",
                        rest[1],
                        "FCreateDate",
                        rest[2],
                        "FModifyDate",
                        rest[2],
                        "FStatus",
                        "4",
                        "FWorkShopID.FName",
                        "注塑车间"));
    }

    private static void component(
            MemoryDocuments.Builder all, String bill, String order, String mto, String material, String... quantities) {
        all.add(
                Forms.COMPONENT_LIST,
                with(
                        bill,
                        "FMOBillNO",
                        order,
                        "FMTONO",
                        mto,
                        "FMaterialId.FNumber",
                        material,
                        "FMaterialType",
                        "1",
                        "FMustQty",
                        quantities[0],
                        "FPickedQty",
                        quantities[1],
                        "FNoPickedQty",
                        String.valueOf(Integer.parseInt(quantities[0]) - Integer.parseInt(quantities[1]))));
    }

    private static void receipt(
            MemoryDocuments.Builder all, String bill, String status, String mto, String order, String... rest) {
        all.add(
                Forms.PRODUCTION_RECEIPT,
                with(
                        bill,
                        "FDocumentStatus",
                        status,
                        "FMtoNo",
                        mto,
                        "FMoBillNo",
                        order,
                        "FMaterialId.FNumber",
                        rest[0],
                        "FRealQty",
                        rest[1],
                        "FMustQty",
                        "160"));
    }

    private static String[] with(String bill, String... values) {
        var all = new java.util.LinkedHashMap<String, String>();
        for (var pair : new String[][] {
            {"FBillNo", bill},
            {"FDocumentStatus", "C"},
            {"FCancelStatus", "A"},
            {"FDate", "2026-03-01"},
            {"FCreateDate", "2026-03-01T08:00:00"},
            {"FModifyDate", "2026-03-05T08:00:00"}
        }) all.put(pair[0], pair[1]);
        for (int i = 0; i < values.length; i += 2) all.put(values[i], values[i + 1]);
        return all.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }
}
