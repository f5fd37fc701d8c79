package org.gemba.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of a sales order (SAL_SaleOrder).
///
/// @param mtoNumber the entry's number, or the header's custom field where the entry has none
/// @param auxId the auxiliary attribute, 0 for none
/// @param closed whether the bill, its planning or the row was closed
public record SalesOrderLine(
        String billNo,
        long entryId,
        String mtoNumber,
        Material material,
        String materialGroup,
        long auxId,
        String customerNumber,
        String customerName,
        @Nullable LocalDate orderDate,
        @Nullable LocalDate deliveryDate,
        BigDecimal quantity,
        String bomShortName,
        boolean closed,
        String documentStatus)
        implements DocumentLine {}
