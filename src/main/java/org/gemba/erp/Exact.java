package org.gemba.erp;

import java.math.BigDecimal;

/// One spelling for one quantity, whether the ERP sent it or the database kept it.
public final class Exact {
    private Exact() {}

    /// The same value without trailing zeros and without an exponent.
    public static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
