package org.gemba.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of a production order (PRD_MO).
///
/// @param status the ERP's digit: 1 planned, 2 plan confirmed, 3 released, 4 started, 5 finished, 6 closed
public record ProductionOrder(
        String billNo,
        long entryId,
        String mtoNumber,
        Material material,
        long auxId,
        String workshop,
        BigDecimal quantity,
        String status,
        @Nullable LocalDate createdOn)
        implements DocumentLine {}
