package org.gemba.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was applied for and issued of one material for one MTO.
///
/// @param unclear how many picking rows had no quantity and are left out of the sums
public record PickBalance(
        String mtoNumber,
        Material material,
        String customerName,
        @Nullable LocalDate deliveryDate,
        BigDecimal applied,
        BigDecimal issued,
        int unclear) {}
