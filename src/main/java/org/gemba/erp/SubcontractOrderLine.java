package org.gemba.erp;

import java.math.BigDecimal;

/// One entry of a subcontract order (SUB_SUBREQORDER).
public record SubcontractOrderLine(
        String billNo,
        long entryId,
        String mtoNumber,
        Material material,
        long auxId,
        BigDecimal ordered,
        BigDecimal received,
        BigDecimal open)
        implements DocumentLine {}
