package org.gemba.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was ordered, received into stock and delivered of one finished good for one MTO.
///
/// @param closed whether every sales order entry behind it is closed
public record ShipBalance(
        String mtoNumber,
        Material material,
        String customerName,
        @Nullable LocalDate deliveryDate,
        BigDecimal ordered,
        BigDecimal received,
        BigDecimal delivered,
        boolean closed) {}
