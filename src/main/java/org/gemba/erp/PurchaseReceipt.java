package org.gemba.erp;

import java.math.BigDecimal;

/// One entry of a stock receipt (STK_InStock).
///
/// @param subcontract whether the bill type says subcontract (RKD03_SYS) and not bought (RKD01_SYS)
public record PurchaseReceipt(
        String billNo,
        long entryId,
        String mtoNumber,
        Material material,
        long auxId,
        boolean subcontract,
        BigDecimal expected,
        BigDecimal received)
        implements DocumentLine {}
