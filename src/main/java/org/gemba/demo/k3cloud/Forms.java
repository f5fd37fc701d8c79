package org.gemba.demo.k3cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The forms of the demo tenant and their field keys, spelled as the ERP spells them.
public final class Forms {
    public static final FormKind SALES_ORDER = bill("SAL_SaleOrder", "FSaleOrderEntry_FEntryID", "FMtoNo")
            .text("F_QWJI_JHGZH", "FCustId.FNumber", "FCustId.FName", "FBomId.FName", "FCloseStatus", "FMrpCloseStatus")
            .number("FQty")
            .time("FDeliveryDate")
            .flag("FMANUALROWCLOSE")
            .build();
    public static final FormKind PRODUCTION_ORDER = bill("PRD_MO", "FTreeEntity_FEntryId", "FMTONo")
            .text("FWorkShopID.FName", "FStatus")
            .number("FQty")
            .alias("FTreeEntity_FEntryID", "FTreeEntity_FEntryId")
            .build();
    public static final FormKind COMPONENT_LIST = bill("PRD_PPBOM", "FEntity_FEntryID", "FMTONO")
            .text("FMOBillNO", "FMaterialType")
            .number("FMustQty", "FPickedQty", "FNoPickedQty")
            .build();
    public static final FormKind PRODUCTION_RECEIPT = bill("PRD_INSTOCK", "FEntity_FEntryID", "FMtoNo")
            .text("FMoBillNo")
            .number("FRealQty", "FMustQty")
            .build();
    public static final FormKind PURCHASE_ORDER = bill("PUR_PurchaseOrder", "FPOOrderEntry_FEntryID", "FMtoNo")
            .text("FSupplierId.FName", "FCloseStatus", "FMRPCloseStatus")
            .number("FQty", "FStockInQty", "FRemainStockInQty")
            .time("FDeliveryDate")
            .build();
    public static final FormKind PURCHASE_RECEIPT = bill("STK_InStock", "FInStockEntry_FEntryID", "FMtoNo")
            .text("FBillTypeID.FNumber", "FSupplierId.FName", "FPOOrderNo")
            .number("FRealQty", "FMustQty")
            .build();
    public static final FormKind SUBCONTRACT_ORDER = bill("SUB_SUBREQORDER", "FTreeEntity_FEntryID", "FMtoNo")
            .text("FSupplierId.FName", "FStatus")
            .number("FQty", "FStockInQty", "FNoStockInQty")
            .build();
    public static final FormKind PICKING = bill("PRD_PickMtrl", "FEntity_FEntryID", "FMTONO")
            .text("FPPBomBillNo", "FMoBillNo")
            .number("FAppQty", "FActualQty")
            .build();
    public static final FormKind DELIVERY = bill("SAL_OUTSTOCK", "FEntity_FEntryID", "FMTONO")
            .text("FCustomerID.FNumber", "FCustomerID.FName", "FSoorDerno")
            .number("FRealQty", "FMustQty")
            .build();
    public static final FormKind AUX_TEXT = FormKind.form("BD_FLEXSITEMDETAILV", "FID")
            .text("FF100001", "FF100002.FNumber", "FF100002.FName")
            .build();
    public static final FormKind MATERIAL = FormKind.form("BD_MATERIAL", "FMATERIALID")
            .text("FNumber", "FName", "FSpecification", "FCategoryID.FName", "FErpClsID", "FMaterialGroup")
            .text("FDocumentStatus", "FForbidStatus")
            .flag("FIsPurchase")
            .time("FCreateDate", "FModifyDate")
            .alias("FMaterialGroup.FName", "FMaterialGroup")
            .build();
    public static final FormKind CUSTOMER = FormKind.form("BD_Customer", "FCUSTID")
            .text("FNumber", "FName", "FShortName", "F_QWJI_WXYQM", "FDocumentStatus", "FForbidStatus")
            .time("FCreateDate", "FModifyDate")
            .build();
    public static final FormKind STOCK = FormKind.form("STK_Inventory", "FID")
            .text("FMaterialId.FNumber", "FMaterialId.FName", "FMaterialId.FSpecification")
            .text("FStockId.FNumber", "FStockId.FName", "FLot.FNumber", "FStockOrgId.FName", "FMtoNo")
            .id("FAuxPropId")
            .number("FBaseQty")
            .time("FModifyDate")
            .build();

    public static final List<FormKind> ALL = List.of(
            SALES_ORDER,
            PRODUCTION_ORDER,
            COMPONENT_LIST,
            PRODUCTION_RECEIPT,
            PURCHASE_ORDER,
            PURCHASE_RECEIPT,
            SUBCONTRACT_ORDER,
            PICKING,
            DELIVERY,
            AUX_TEXT,
            MATERIAL,
            CUSTOMER,
            STOCK);

    private static final Map<String, FormKind> BY_ID = byId();

    private Forms() {}

    /// The form with exactly this id.
    public static Optional<FormKind> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Map<String, FormKind> byId() {
        var forms = new LinkedHashMap<String, FormKind>();
        ALL.forEach(form -> forms.put(form.id(), form));
        return Map.copyOf(forms);
    }

    private static FormKind.Builder bill(String id, String entryKey, String mtoKey) {
        return FormKind.form(id, entryKey)
                .id("FID")
                .text(mtoKey, "FBillNo", "FDocumentStatus", "FCancelStatus")
                .time("FDate", "FCreateDate", "FModifyDate", "FApproveDate")
                .text("FMaterialId.FNumber", "FMaterialId.FName", "FMaterialId.FSpecification")
                .text("FMaterialId.FMaterialGroup", "FMaterialId.FCategoryId", "FMaterialId.FErpClsID")
                .flag("FMaterialId.FIsPurchase")
                .alias("FMaterialId.FMaterialGroup.FName", "FMaterialId.FMaterialGroup")
                .alias("FMaterialId.FCategoryId.FName", "FMaterialId.FCategoryId")
                .alias("FMaterialId.FCategoryID", "FMaterialId.FCategoryId")
                .alias("FMaterialId.FCategoryID.FName", "FMaterialId.FCategoryId")
                .id("FAuxPropId");
    }
}
