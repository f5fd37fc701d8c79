package org.gemba.erp;

import java.math.BigDecimal;

/// One entry of a material picking (PRD_PickMtrl).
///
/// @param componentListNo the component list that it serves
public record PickLine(
        String billNo,
        long entryId,
        String mtoNumber,
        String componentListNo,
        Material material,
        long auxId,
        BigDecimal applied,
        BigDecimal issued) {}
