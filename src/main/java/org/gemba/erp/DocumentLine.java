package org.gemba.erp;

import java.util.Comparator;

/// What every line of every document form has.
public sealed interface DocumentLine
        permits SalesOrderLine,
                ProductionOrder,
                ComponentLine,
                ProductionReceipt,
                PurchaseOrderLine,
                PurchaseReceipt,
                SubcontractOrderLine,
                PickLine,
                DeliveryLine {
    /// The order of every list of documents, whether it comes from the ERP or from the cache: as the lines were
    /// entered.
    Comparator<DocumentLine> ORDER = Comparator.comparingLong(DocumentLine::entryId)
            .thenComparing(DocumentLine::billNo)
            .thenComparing(DocumentLine::mtoNumber)
            .thenComparing(line -> line.material().code())
            .thenComparingLong(DocumentLine::auxId);

    String billNo();

    /// The ERP's number of the line within its form. Where the form has none, a negative number that counts the lines
    /// that are otherwise alike.
    long entryId();

    String mtoNumber();

    Material material();

    /// The auxiliary attribute, 0 for none.
    long auxId();
}
