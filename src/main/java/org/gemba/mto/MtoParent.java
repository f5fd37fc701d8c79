package org.gemba.mto;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The order behind an MTO.
///
/// @param customerName empty when no sales order says
/// @param deliveryDate null when no sales order says
/// @param closed whether every sales order entry of it is closed
public record MtoParent(
        String mtoNumber, String customerName, @Nullable LocalDate deliveryDate, MtoClass type, boolean closed) {}
