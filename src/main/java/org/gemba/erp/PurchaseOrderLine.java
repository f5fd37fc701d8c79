package org.gemba.erp;

import java.math.BigDecimal;

/// One entry of a purchase order (PUR_PurchaseOrder).
public record PurchaseOrderLine(
        String billNo,
        long entryId,
        String mtoNumber,
        Material material,
        long auxId,
        BigDecimal ordered,
        BigDecimal received,
        BigDecimal open)
        implements DocumentLine {}
