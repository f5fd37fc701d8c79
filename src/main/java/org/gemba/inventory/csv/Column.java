package org.gemba.inventory.csv;

/// What a column of an order file can mean.
enum Column {
    SUPPLIER_NUMBER,
    MAKER_NUMBER,
    MAKER,
    CUSTOMER_REFERENCE,
    PACKAGE,
    DESCRIPTION,
    ROHS,
    QUANTITY,
    LEAST_QUANTITY,
    BACKORDER,
    UNIT_PRICE,
    LINE_PRICE,
    ORDER_NUMBER,
    ORDER_DATE
}
