package org.gemba.erp;

import java.math.BigDecimal;

/// One entry of a material picking (PRD_PickMtrl).
///
/// @param componentListNo the component list that it serves
/// @param quantified false when the ERP left the applied or the issued quantity empty, which reads as 0 here
public record PickLine(
        String billNo,
        long entryId,
        String mtoNumber,
        String componentListNo,
        Material material,
        long auxId,
        BigDecimal applied,
        BigDecimal issued,
        boolean quantified)
        implements DocumentLine {

    public PickLine(
            String billNo,
            long entryId,
            String mtoNumber,
            String componentListNo,
            Material material,
            long auxId,
            BigDecimal applied,
            BigDecimal issued) {
        this(billNo, entryId, mtoNumber, componentListNo, material, auxId, applied, issued, true);
    }
}
