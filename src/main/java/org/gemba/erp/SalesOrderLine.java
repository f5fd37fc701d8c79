package org.gemba.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry of a sales order (SAL_SaleOrder).
///
/// @param mtoNumber the entry's number, or the header's custom field where the entry has none
/// @param auxId the auxiliary attribute, 0 for none
/// @param closed whether the bill, its planning or the row was closed; a cancelled one is closed too
/// @param cancelled whether the bill was declared void
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
        boolean cancelled,
        String documentStatus)
        implements DocumentLine {

    public SalesOrderLine(
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
            String documentStatus) {
        this(
                billNo,
                entryId,
                mtoNumber,
                material,
                materialGroup,
                auxId,
                customerNumber,
                customerName,
                orderDate,
                deliveryDate,
                quantity,
                bomShortName,
                closed,
                false,
                documentStatus);
    }
}
