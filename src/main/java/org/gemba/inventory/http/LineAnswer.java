package org.gemba.inventory.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gemba.inventory.OrderLine;

/// An order line as the API shows it.
record LineAnswer(
        String name,
        String partName,
        String partNumber,
        BigDecimal quantity,
        String supplier,
        String supplierUrl,
        String description,
        BigDecimal unitPrice,
        BigDecimal extendedPrice,
        String currency,
        List<String> categoryNames,
        Map<String, Object> additionalProperties,
        List<String> warnings,
        long sourceRow) {
    static LineAnswer of(OrderLine line) {
        return new LineAnswer(
                line.partName(),
                line.partName(),
                line.partName(),
                line.quantity(),
                line.supplier(),
                line.supplierUrl(),
                line.description(),
                line.unitPrice(),
                line.extendedPrice(),
                line.currency(),
                line.categories(),
                line.properties(),
                line.warnings(),
                line.row());
    }
}
