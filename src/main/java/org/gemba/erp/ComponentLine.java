package org.gemba.erp;

import java.math.BigDecimal;

/// One line of the component list of a production order (PRD_PPBOM).
///
/// @param productionOrderNo the production order it belongs to
/// @param materialType the ERP's own word: 1 made, 2 bought, 3 subcontract
/// @param category the material's category name; empty when the form did not say
/// @param needed what the list asks for
/// @param picked what was issued against the line
/// @param notPicked what is still to issue; negative when more was issued than asked
public record ComponentLine(
        String billNo,
        long entryId,
        String productionOrderNo,
        String mtoNumber,
        Material material,
        String materialGroup,
        String category,
        boolean purchased,
        int materialType,
        long auxId,
        BigDecimal needed,
        BigDecimal picked,
        BigDecimal notPicked)
        implements DocumentLine {}
