package org.gemba.erp.k3cloud;

import java.util.List;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.DeliveryLine;
import org.gemba.erp.ErpSettings;
import org.gemba.erp.Material;
import org.gemba.erp.PickLine;
import org.gemba.erp.ProductionOrder;
import org.gemba.erp.ProductionReceipt;
import org.gemba.erp.PurchaseOrderLine;
import org.gemba.erp.PurchaseReceipt;
import org.gemba.erp.SalesOrderLine;
import org.gemba.erp.SubcontractOrderLine;

/// The forms that Gemba reads, with their keys as the ERP spells them: the MTO field is written differently from form
/// to form. One wrong key fails a whole query, so nothing is asked that nobody needs.
record Catalogue(Form<SalesOrderLine> salesOrders) {
    private static final String CODE = "FMaterialId.FNumber";
    private static final String NAME = "FMaterialId.FName";
    private static final String SPECIFICATION = "FMaterialId.FSpecification";
    private static final String GROUP = "FMaterialId.FMaterialGroup";
    private static final String AUX = "FAuxPropId";
    private static final String SUBCONTRACT_RECEIPT = "RKD03_SYS";

    static final Form<ProductionOrder> PRODUCTION_ORDERS = new Form<>(
            "PRD_MO",
            List.of("FMTONo"),
            "",
            "FTreeEntity_FEntryID",
            List.of(
                    "FBillNo",
                    "FTreeEntity_FEntryID",
                    "FMTONo",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FWorkShopID.FName",
                    "FQty",
                    "FStatus",
                    "FCreateDate"),
            row -> new ProductionOrder(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    material(row, 3),
                    row.id(6),
                    row.text(7),
                    row.number(8),
                    row.text(9),
                    row.day(10)));

    static final Form<ComponentLine> COMPONENTS = new Form<>(
            "PRD_PPBOM",
            List.of("FMTONO"),
            "",
            "FEntity_FEntryID",
            List.of(
                    "FBillNo",
                    "FEntity_FEntryID",
                    "FMOBillNO",
                    "FMTONO",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    GROUP,
                    "FMaterialId.FCategoryId",
                    "FMaterialId.FIsPurchase",
                    "FMaterialType",
                    AUX,
                    "FMustQty",
                    "FPickedQty",
                    "FNoPickedQty"),
            row -> new ComponentLine(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    material(row, 4),
                    row.text(7),
                    row.text(8),
                    row.flag(9),
                    (int) row.id(10),
                    row.id(11),
                    row.number(12),
                    row.number(13),
                    row.number(14)));

    static final Form<ProductionReceipt> PRODUCTION_RECEIPTS = new Form<>(
            "PRD_INSTOCK",
            List.of("FMtoNo"),
            Form.NO_DRAFTS,
            "FEntity_FEntryID",
            List.of(
                    "FBillNo",
                    "FEntity_FEntryID",
                    "FMtoNo",
                    "FMoBillNo",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FMustQty",
                    "FRealQty"),
            row -> new ProductionReceipt(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    material(row, 4),
                    row.id(7),
                    row.number(8),
                    row.number(9)));

    static final Form<PurchaseOrderLine> PURCHASE_ORDERS = new Form<>(
            "PUR_PurchaseOrder",
            List.of("FMtoNo"),
            Form.NO_DRAFTS,
            "FPOOrderEntry_FEntryID",
            List.of(
                    "FBillNo",
                    "FPOOrderEntry_FEntryID",
                    "FMtoNo",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FQty",
                    "FStockInQty",
                    "FRemainStockInQty"),
            row -> new PurchaseOrderLine(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    material(row, 3),
                    row.id(6),
                    row.number(7),
                    row.number(8),
                    row.number(9)));

    static final Form<PurchaseReceipt> PURCHASE_RECEIPTS = new Form<>(
            "STK_InStock",
            List.of("FMtoNo"),
            Form.NO_DRAFTS,
            "FInStockEntry_FEntryID",
            List.of(
                    "FBillNo",
                    "FInStockEntry_FEntryID",
                    "FMtoNo",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FBillTypeID.FNumber",
                    "FMustQty",
                    "FRealQty"),
            row -> new PurchaseReceipt(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    material(row, 3),
                    row.id(6),
                    row.text(7).equals(SUBCONTRACT_RECEIPT),
                    row.number(8),
                    row.number(9)));

    static final Form<SubcontractOrderLine> SUBCONTRACT_ORDERS = new Form<>(
            "SUB_SUBREQORDER",
            List.of("FMtoNo"),
            Form.NO_DRAFTS,
            "FTreeEntity_FEntryID",
            List.of(
                    "FBillNo",
                    "FTreeEntity_FEntryID",
                    "FMtoNo",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FQty",
                    "FStockInQty",
                    "FNoStockInQty"),
            row -> new SubcontractOrderLine(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    material(row, 3),
                    row.id(6),
                    row.number(7),
                    row.number(8),
                    row.number(9)));

    static final Form<PickLine> PICKS = new Form<>(
            "PRD_PickMtrl",
            List.of("FMTONO"),
            Form.NO_DRAFTS,
            "FEntity_FEntryID",
            List.of(
                    "FBillNo",
                    "FEntity_FEntryID",
                    "FMTONO",
                    "FPPBomBillNo",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FAppQty",
                    "FActualQty"),
            row -> new PickLine(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    material(row, 4),
                    row.id(7),
                    row.number(8),
                    row.number(9)));

    static final Form<DeliveryLine> DELIVERIES = new Form<>(
            "SAL_OUTSTOCK",
            List.of("FMTONO"),
            Form.NO_DRAFTS,
            "FEntity_FEntryID",
            List.of(
                    "FBillNo",
                    "FEntity_FEntryID",
                    "FMTONO",
                    CODE,
                    NAME,
                    SPECIFICATION,
                    AUX,
                    "FDate",
                    "FMustQty",
                    "FRealQty"),
            row -> new DeliveryLine(
                    row.text(0),
                    row.id(1),
                    row.text(2),
                    material(row, 3),
                    row.id(6),
                    row.day(7),
                    row.number(8),
                    row.number(9)));

    static Catalogue of(ErpSettings settings) {
        var header = settings.headerMtoField();
        return new Catalogue(
                header.isEmpty() ? salesOrders(List.of("FMtoNo"), 2) : salesOrders(List.of("FMtoNo", header), 18));
    }

    /// @param header the column of the header's MTO field, or again the entry's where the tenant has none
    private static Form<SalesOrderLine> salesOrders(List<String> mtoFields, int header) {
        return new Form<>(
                "SAL_SaleOrder",
                mtoFields,
                "",
                "FSaleOrderEntry_FEntryID",
                List.of(
                        "FBillNo",
                        "FSaleOrderEntry_FEntryID",
                        "FMtoNo",
                        CODE,
                        NAME,
                        SPECIFICATION,
                        GROUP,
                        AUX,
                        "FCustId.FNumber",
                        "FCustId.FName",
                        "FDate",
                        "FDeliveryDate",
                        "FQty",
                        "FBomId.FName",
                        "FCloseStatus",
                        "FMrpCloseStatus",
                        "FMANUALROWCLOSE",
                        "FDocumentStatus",
                        mtoFields.getLast()),
                row -> new SalesOrderLine(
                        row.text(0),
                        row.id(1),
                        row.isEmpty(2) ? row.text(header) : row.text(2),
                        material(row, 3),
                        row.text(6),
                        row.id(7),
                        row.text(8),
                        row.text(9),
                        row.day(10),
                        row.day(11),
                        row.number(12),
                        row.text(13),
                        row.text(14).equals("B") || row.text(15).equals("B") || row.flag(16),
                        row.text(17)));
    }

    /// In the order in which an answer is put together.
    List<Form<?>> forms() {
        return List.of(
                salesOrders,
                PRODUCTION_ORDERS,
                COMPONENTS,
                PRODUCTION_RECEIPTS,
                PURCHASE_ORDERS,
                PURCHASE_RECEIPTS,
                SUBCONTRACT_ORDERS,
                PICKS,
                DELIVERIES);
    }

    private static Material material(Row row, int column) {
        return new Material(row.text(column), row.text(column + 1), row.text(column + 2));
    }
}
