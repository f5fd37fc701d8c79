package org.gemba.erp;

import java.util.List;

/// The forms of the ERP that Gemba reads, by their ERP ids. The first nine hold the documents of an MTO.
public enum ErpForm {
    SALES_ORDER("SAL_SaleOrder"),
    PRODUCTION_ORDER("PRD_MO"),
    COMPONENT_LIST("PRD_PPBOM"),
    PRODUCTION_RECEIPT("PRD_INSTOCK"),
    PURCHASE_ORDER("PUR_PurchaseOrder"),
    PURCHASE_RECEIPT("STK_InStock"),
    SUBCONTRACT_ORDER("SUB_SUBREQORDER"),
    PICKING("PRD_PickMtrl"),
    DELIVERY("SAL_OUTSTOCK"),
    AUX_TEXT("BD_FLEXSITEMDETAILV"),
    MATERIAL("BD_MATERIAL"),
    CUSTOMER("BD_Customer");

    /// The forms whose rows carry an MTO number.
    public static final List<ErpForm> DOCUMENTS = List.of(
            SALES_ORDER,
            PRODUCTION_ORDER,
            COMPONENT_LIST,
            PRODUCTION_RECEIPT,
            PURCHASE_ORDER,
            PURCHASE_RECEIPT,
            SUBCONTRACT_ORDER,
            PICKING,
            DELIVERY);

    private final String id;

    ErpForm(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
