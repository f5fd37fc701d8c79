package org.gemba.planning;

import java.math.BigDecimal;

/// A product to be added.
public record NewProduct(
        String name,
        String sku,
        String productType,
        String market,
        BigDecimal costPrice,
        BigDecimal sellingPrice,
        int leadTimeDays) {}
