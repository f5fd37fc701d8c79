package org.gemba.erp;

import java.math.BigDecimal;

/// One entry of a production receipt (PRD_INSTOCK).
///
/// @param productionOrderNo the production order it reports on
public record ProductionReceipt(
        String billNo,
        long entryId,
        String mtoNumber,
        String productionOrderNo,
        Material material,
        long auxId,
        BigDecimal expected,
        BigDecimal received)
        implements DocumentLine {}
