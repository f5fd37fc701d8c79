package org.gemba.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of a sales delivery (SAL_OUTSTOCK).
public record DeliveryLine(
        String billNo,
        long entryId,
        String mtoNumber,
        Material material,
        long auxId,
        @Nullable LocalDate deliveredOn,
        BigDecimal expected,
        BigDecimal delivered)
        implements DocumentLine {}
